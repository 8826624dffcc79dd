import { BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import type { PressSheet } from '../../shared/paper/press.ts'
import type { Log } from './log.ts'
import { PAPER_ORIGIN } from './policy.ts'
import { sheetPreferences } from './preferences.ts'

/** Prints documents into PDF, one at a time, in a window that nobody sees and that can do nothing. */
export interface Pressroom {
  /** The PDF's bytes; null where the print engine failed or did not end. */
  print(sheet: PressSheet): Promise<Uint8Array | null>
  close(): void
}

/** A page of a hundred pictures takes some seconds. */
const LONGEST_MS = 90_000
/** Milliseconds without work after which the window goes: the next sheet of a job comes sooner. */
const IDLE_MS = 4_000

/** `sheets` is where `protocol.ts` finds what lies under an address, for as long as it is being printed. */
export function pressroom(sheets: Map<string, PressSheet>, log: Log): Pressroom {
  let window: BrowserWindow | null = null
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function close(): void {
    clearTimeout(idle)
    window?.destroy()
    window = null
  }

  async function printed(sheet: PressSheet): Promise<Uint8Array | null> {
    clearTimeout(idle)
    const address = `${PAPER_ORIGIN}/${randomUUID()}`
    sheets.set(address, sheet)
    window ??= new BrowserWindow({ show: false, webPreferences: sheetPreferences() })
    try {
      return await within(LONGEST_MS, printing(window, address, sheet))
    } catch (error) {
      log('press', error)
      close()
      return null
    } finally {
      sheets.delete(address)
      idle = setTimeout(close, IDLE_MS)
    }
  }

  return {
    close,
    print(sheet) {
      const next = queue.then(() => printed(sheet))
      queue = next
      return next
    },
  }
}

async function printing(
  window: BrowserWindow,
  address: string,
  { running }: PressSheet
): Promise<Uint8Array> {
  await window.loadURL(address)
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: running !== null,
    ...(running === null ? {} : { headerTemplate: running.header, footerTemplate: running.footer }),
  })
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined
  const stop = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error('printing takes too long')), ms)
  })
  try {
    return await Promise.race([work, stop])
  } finally {
    clearTimeout(late)
  }
}
