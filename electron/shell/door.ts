import { BrowserWindow, ipcMain } from 'electron'
import { refusal, type Reply } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { intake } from './intake.ts'
import { isTrustedSender } from './sender.ts'

export interface Door {
  /** Calls of rooms, and those of the shell itself. */
  answer(channel: string, input: unknown, window: BrowserWindow): Promise<Reply>
  /** A path that the preload had from the system for a file the user dropped. */
  dropped(path: unknown): ChosenFile
}

/** The one door between the page and the program: only our own top frame may knock, and not too often. */
export function openDoor(door: Door): void {
  const take = intake()
  ipcMain.handle(
    'museum:call',
    async (event, errand: unknown, first: unknown, second: unknown): Promise<Reply> => {
      const window = isTrustedSender(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null
      if (!window) return refusal('call.notAllowed')
      if (errand === 'call')
        return take(window, first, second, (channel, input) => door.answer(channel, input, window))
      if (errand === 'dropped') return droppedReply(door, first)
      return refusal('call.unknown')
    }
  )
}

function droppedReply(door: Door, path: unknown): Reply {
  try {
    return { ok: true, value: door.dropped(path) }
  } catch (error) {
    return error instanceof Fault ? refusal(error.code, error.detail) : refusal('call.internal')
  }
}
