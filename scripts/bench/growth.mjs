// @ts-check
import { memoryText, timeText } from './spread.mjs'

/** @typedef {import('./result.mjs').Result} Result */

/**
 * How time and memory grow with the museum: a line for each measurement made at several sizes, with the factor from
 * each size to the next. Ten times the objects should cost ten times as much or less.
 * @param {readonly Result[]} results
 * @returns {string} empty where there is one size only
 */
export function growthOf(results) {
  const names = [...new Set(results.map(({ measurement }) => measurement))]
  return names
    .map((name) => results.filter(({ measurement }) => measurement === name))
    .filter((sizes) => sizes.length > 1)
    .map((sizes) => {
      const objects = sizes.map((result) => result.objects.toLocaleString('en')).join(' → ')
      const yardstick = sizes.every((result) => result.yardstick)
        ? `; yardstick ${steps(sizes, (result) => result.yardstick?.median ?? NaN)}`
        : ''
      return `growth of ${sizes[0]?.measurement} (${objects}): ${steps(sizes, (result) => result.ours.median)}${yardstick}`
    })
    .join('\n')
}

/** @param {readonly Result[]} sizes @param {(result: Result) => number} figure */
function steps(sizes, figure) {
  return sizes
    .map((result, at) => {
      const value = figure(result)
      const text = (result.of === 'time' ? timeText : memoryText)({ median: value, min: value, max: value })
      const before = sizes[at - 1]
      return before ? `(× ${(value / figure(before)).toFixed(1)}) → ${text}` : text
    })
    .join(' ')
}
