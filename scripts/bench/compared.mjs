// @ts-check
import { spreadOf } from './spread.mjs'

/** @typedef {import('./measured.mjs').Life} Life */
/** @typedef {import('./result.mjs').Result} Result */
/** @typedef {{ ours: readonly Life[], yardstick: readonly Life[] }} Rounds the same number of each, in their order */

/**
 * Lines of the table from our rounds and the yardstick's: time, processor time (which a busy machine disturbs less, and
 * which tells work from waiting) and memory.
 * @param {string} measurement
 * @param {number} objects
 * @param {Rounds} rounds
 * @param {{ ratio: number, peak?: number } | null} target of the time; the peak in bytes
 * @returns {Result[]}
 */
export function compared(measurement, objects, rounds, target) {
  /** @type {(name: string, figure: 'ms' | 'cpu' | 'peak', target: Result['target']) => Result} */
  const line = (name, figure, own) => {
    const ours = rounds.ours.map((life) => life[figure])
    const yardstick = rounds.yardstick.map((life) => life[figure])
    return {
      measurement: name,
      objects,
      of: figure === 'peak' ? 'memory' : 'time',
      ours: spreadOf(ours),
      yardstick: spreadOf(yardstick),
      ratio: spreadOf(ours.map((value, at) => value / (yardstick[at] ?? NaN))),
      target: own,
    }
  }
  const peak = target?.peak
  return [
    line(measurement, 'ms', target && { of: 'ratio', most: target.ratio }),
    line(`${measurement}, processor`, 'cpu', null),
    line(`${measurement}, peak memory`, 'peak', peak === undefined ? null : { of: 'ours', most: peak }),
  ].filter(({ ours }) => !Number.isNaN(ours.median))
}
