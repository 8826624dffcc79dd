/** Chance that is the same on every machine: a sample museum must not differ from run to run. */
export interface Chance {
  /** 0 ≤ n < below, whole. */
  below(limit: number): number
  /** One of them. */
  of<T>(choices: readonly T[]): T
  /** One of them by weight (the last member of each). */
  weighted<T extends readonly unknown[]>(choices: readonly T[]): T
}

/** mulberry32, a well-known generator of 32 bits. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(choices: readonly T[], at: number): T => {
    const chosen = choices[at]
    if (chosen === undefined) throw new RangeError('nothing to choose from')
    return chosen
  }
  return {
    below,
    of: (choices) => pick(choices, below(choices.length)),
    weighted(choices) {
      const weights = choices.map((choice) => Number(choice.at(-1)))
      let left = below(weights.reduce((sum, weight) => sum + weight, 0))
      return pick(
        choices,
        weights.findIndex((weight) => (left -= weight) < 0)
      )
    },
  }
}
