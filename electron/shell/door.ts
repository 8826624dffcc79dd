import { BrowserWindow, ipcMain } from 'electron'
import { refusal, type Reply } from '../../shared/contract/define.ts'
import { errands, type Door } from './errands.ts'
import { isTrustedSender } from './sender.ts'

/** The one door between the page and the program: only our own top frame may knock, and not too often. */
export function openDoor(door: Door<BrowserWindow>): void {
  const run = errands(door)
  ipcMain.handle(
    'museum:call',
    async (event, errand: unknown, first: unknown, second: unknown): Promise<Reply> => {
      const window = isTrustedSender(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null
      return window ? run(window, errand, first, second) : refusal('call.notAllowed')
    }
  )
}
