// @ts-check
import { memoryText, spreadText, timeText } from './spread.mjs'

/** @typedef {import('./spread.mjs').Spread} Spread */

/**
 * One line of the table.
 * @typedef {object} Result
 * @property {string} measurement
 * @property {number} objects
 * @property {'time' | 'memory'} of times are in ms, memory in bytes
 * @property {Spread} ours
 * @property {Spread | null} yardstick
 * @property {Spread | null} ratio of ours to the yardstick, each round's own
 * @property {{ of: 'ratio' | 'ours', most: number } | null} target null is for information only
 */

/** @param {Result} result @returns {boolean | null} by the median; null where there is no target */
export function isMet({ ours, ratio, target }) {
  if (!target) return null
  const judged = target.of === 'ratio' ? ratio : ours
  return judged !== null && judged.median <= target.most
}

/** @param {Result} result */
function targetText({ target, of }) {
  if (target === null) return ''
  const most = { median: target.most, min: target.most, max: target.most }
  return `≤ ${target.of === 'ratio' ? `${target.most} ×` : of === 'time' ? timeText(most) : memoryText(most)}`
}

/** @param {Result} result */
function cells(result) {
  const text = result.of === 'time' ? timeText : memoryText
  const met = isMet(result)
  return [
    `${result.measurement}, ${result.objects.toLocaleString('en')} objects`,
    text(result.ours),
    result.yardstick ? text(result.yardstick) : '',
    result.ratio ? spreadText(result.ratio) : '',
    targetText(result),
    met === null ? '' : met ? 'met' : 'NOT MET',
  ]
}

/** @param {readonly Result[]} results @returns {string} */
export function tableOf(results) {
  const head = ['measurement', 'ours', 'yardstick', 'ratio', 'target', '']
  const rows = [head, ...results.map(cells)]
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
