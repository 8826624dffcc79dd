// @ts-check

/**
 * Chance that is the same every time (mulberry32).
 * @param {number} seed a 32-bit whole number
 */
export function chance(seed) {
  let state = seed >>> 0
  /** @returns {number} 0 ≤ n < 1 */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    /** @param {number} share 0 to 1 */
    happens: (share) => next() < share,
    /** @param {number} from @param {number} to both included */
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    /** @template T @param {readonly T[]} list not empty @returns {T} */
    one: (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]),
    /** @template {{ share: number }} T @param {readonly T[]} list shares of a whole of 100 @returns {T} */
    byShare(list) {
      let left = next() * 100
      return /** @type {T} */ (list.find(({ share }) => (left -= share) < 0) ?? list.at(-1))
    },
  }
}

/** @typedef {ReturnType<typeof chance>} Chance */
