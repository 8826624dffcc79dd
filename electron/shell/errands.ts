import { refusal, type Reply } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { intake } from './intake.ts'

/** What lies behind the door; `Window` is who knocked. */
export interface Door<Window extends object> {
  /** Calls of rooms, and those of the shell itself. */
  answer(channel: string, input: unknown, window: Window): Promise<Reply>
  /** A path that the preload had from the system for a file the user dropped. */
  dropped(path: unknown): ChosenFile
}

/** The two errands a preload can have, a call and a dropped file: both count, neither may be too much. */
export function errands<Window extends object>(
  door: Door<Window>
): (window: Window, errand: unknown, first: unknown, second: unknown) => Promise<Reply> {
  const take = intake()
  return (window, errand, first, second) => {
    if (errand === 'call')
      return take(window, first, second, (channel, input) => door.answer(channel, input, window))
    if (errand === 'dropped')
      return take(window, 'dropped', first, async (_channel, path) => droppedReply(door, path))
    return Promise.resolve(refusal('call.unknown'))
  }
}

function droppedReply(door: Door<never>, path: unknown): Reply {
  try {
    return { ok: true, value: door.dropped(path) }
  } catch (error) {
    return error instanceof Fault ? refusal(error.code, error.detail) : refusal('call.internal')
  }
}
