import { shell, type BrowserWindow } from 'electron'
import { agreed } from './dialogs.ts'
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
