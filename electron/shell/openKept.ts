import { shell, type BrowserWindow } from 'electron'
import { Fault } from '../../shared/contract/faults.ts'
import { agreed } from './dialogs.ts'
import { copyToOpen, openedName } from './openCopy.ts'
import { pictureFile } from './picture.ts'
import type { Language } from './words.ts'

/**
 * The only door for a museum's file to another program (security facts S11): a copy of it, after the user has agreed, and
 * never one that could run. False where the user did not agree.
 */
export async function openKept(
  window: BrowserWindow,
  mediaFolder: string | null,
  sha256: string,
  name: string,
  language: Language
): Promise<boolean> {
  const plain = openedName(name)
  const from = mediaFolder === null ? null : pictureFile(mediaFolder, `app://media/${sha256}`)
  if (from === null) throw new Fault('file.missing', { file: name })
  if (!(await agreed(window, 'attachment', { name: plain }, language))) return false
  const problem = await shell.openPath(await copyToOpen(from, sha256, plain))
  if (problem !== '') throw new Fault('attachment.noProgram', { file: plain })
  return true
}
