/** Waits for a turn; the answer ends it. */
export type TakeTurn = () => Promise<() => void>

/** First come, first served. */
export function turns(): TakeTurn {
  let last = Promise.resolve()
  return async () => {
    const before = last
    let end = () => {}
    last = new Promise((resolve) => (end = resolve))
    await before
    return end
  }
}

/** Runs deeds one at a time. A deed must not ask for another turn: it would wait for itself. */
export function aloneBy(take: TakeTurn): <T>(deed: () => Promise<T>) => Promise<T> {
  return async (deed) => {
    const end = await take()
    try {
      return await deed()
    } finally {
      end()
    }
  }
}
