// @ts-check

/** @typedef {{ median: number, min: number, max: number }} Spread */

/** @param {readonly number[]} all at least one @returns {Spread} */
export function spreadOf(all) {
  const sorted = [...all].sort((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  const [low = NaN, high = NaN] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]]
  return { median: (low + high) / 2, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN }
}

/** @param {number} value three figures at least, but no more decimals than say something */
const figure = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)

/** @param {Spread} spread @param {(value: number) => string} [say] @returns {string} `1.42 (1.38–1.51)` */
export function spreadText({ median, min, max }, say = figure) {
  return min === max ? say(median) : `${say(median)} (${say(min)}–${say(max)})`
}

/** @param {Spread} spread in ms @returns {string} in s from a second up */
export function timeText(spread) {
  return spread.median >= 1000
    ? `${spreadText(spread, (ms) => figure(ms / 1000))} s`
    : `${spreadText(spread)} ms`
}

/** @param {Spread} spread in bytes */
export const memoryText = (spread) => `${spreadText(spread, (bytes) => (bytes / 1e6).toFixed(0))} MB`
