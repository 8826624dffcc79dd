import { shell, type BrowserWindow } from 'electron'
import { extname } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { agreed } from './dialogs.ts'
import { found } from './fileNames.ts'
import type { Language } from './words.ts'

/**
 * The only door to other programs. `url` comes from `externalLink`; the user sees the host (punycode where it is not
 * plain letters) and agrees first.
 */
export async function openExternally(window: BrowserWindow, url: URL, language: Language): Promise<boolean> {
  const host = url.protocol === 'mailto:' ? url.pathname : url.host
  if (!(await agreed(window, 'link', { host }, language))) return false
  await shell.openExternal(url.href)
  return true
}

/**
 * Opens a PDF that we have written in the program that the system has for it: from there it is printed. Never a file of
 * another kind (S11). Faults: file.missing, file.noViewer where the system knows no program for it.
 */
export async function openPdf(path: string): Promise<void> {
  if (extname(path).toLowerCase() !== '.pdf' || !found(path)?.isFile()) throw new Fault('file.missing')
  if ((await shell.openPath(path)) !== '') throw new Fault('file.noViewer')
}
