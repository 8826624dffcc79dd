import { randomFillSync } from 'node:crypto'

/** Twelve bits count within a millisecond; they start in the lower half so that there is room. */
const COUNTER_END = 0x1000
const COUNTER_START_BELOW = 0x800

/**
 * Makes UUIDv7 (RFC 9562, 5.7 and 6.2 method 1): 48 bits of milliseconds since 1970, a counter, 62 random bits. Ids of
 * one mint sort in the order they were made, also within a millisecond and when the clock is set back.
 */
export function idMint(clock: () => number): () => string {
  let at = 0
  let counter = 0
  // asking the system for ten bytes at a time is most of the cost of an id
  const pool = Buffer.alloc(10 * 400)
  let used = pool.length
  return () => {
    const now = clock()
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const random = pool.subarray(used, (used += 10))
    if (now > at) {
      at = now
      counter = random.readUInt16BE(8) % COUNTER_START_BELOW
    } else if (++counter === COUNTER_END) {
      at += 1
      counter = 0
    }
    const time = at.toString(16).padStart(12, '0')
    const variant = (((random[0] ?? 0) & 0x3f) | 0x80).toString(16)
    const tail = random.toString('hex', 1, 8)
    const count = counter.toString(16).padStart(3, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
  }
}

/** A fresh UUIDv7 by this machine's clock. */
export const mintId: () => string = idMint(Date.now)
