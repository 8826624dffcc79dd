import { serialize } from 'node:v8'
import { refusal, type Reply } from '../../shared/contract/define.ts'

/** The largest input one call may carry: a record with every field full is some kilobytes. */
export const MOST_BYTES = 8 * 1024 * 1024
/** Calls one window may have waiting: a screen asks for a handful at once. */
export const MOST_IN_FLIGHT = 32

/** Is this more than `MOST_BYTES` once written out? What cannot be written out is too much as well. */
export function tooLarge(input: unknown): boolean {
  try {
    return serialize(input).byteLength > MOST_BYTES
  } catch {
    return true
  }
}

type Answer = (channel: string, input: unknown) => Promise<Reply>

/** Stands between windows and whoever answers: a page gone wild can neither flood the host nor swamp it. */
export function intake(): (
  window: object,
  channel: unknown,
  input: unknown,
  answer: Answer
) => Promise<Reply> {
  const inFlight = new WeakMap<object, number>()
  return async (window, channel, input, answer) => {
    if (typeof channel !== 'string' || channel.length > 100) return refusal('call.unknown')
    if (tooLarge(input)) return refusal('call.tooLarge', { bytes: MOST_BYTES })
    const waiting = inFlight.get(window) ?? 0
    if (waiting >= MOST_IN_FLIGHT) return refusal('call.tooMany', { most: MOST_IN_FLIGHT })
    inFlight.set(window, waiting + 1)
    try {
      return await answer(channel, input)
    } finally {
      inFlight.set(window, (inFlight.get(window) ?? 1) - 1)
    }
  }
}
