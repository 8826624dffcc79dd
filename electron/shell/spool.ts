import { mkdirSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { withExtension } from './fileNames.ts'
import { plainName } from '../../shared/kernel/plain-name.ts'

/** Where PDFs lie that are only to be looked at and printed: in the program's own folder, and no longer than it runs. */
const spoolOf = (home: string): string => join(home, 'print')

/** A path for a PDF of that name, in a folder of its own. */
export function spoolPath(home: string, suggested: string): string {
  const folder = join(spoolOf(home), randomUUID())
  mkdirSync(folder, { recursive: true })
  return join(folder, withExtension(plainName(suggested) || 'print', '.pdf'))
}

/** Takes away what was printed before; what another program still holds open stays until the next time. */
export function emptySpool(home: string): void {
  try {
    rmSync(spoolOf(home), { recursive: true, force: true })
  } catch {
    // a viewer has one of them open (Windows)
  }
}
