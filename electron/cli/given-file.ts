import { mkdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { asFault, isCode } from '../store/health.ts'

/** The text of a small file named on the command line. Faults name it without its folder. */
export function readGiven(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const code = isCode(error, 'EISDIR')
      ? 'file.isFolder'
      : isCode(error, 'EACCES', 'EPERM', 'EBUSY')
        ? 'file.locked'
        : 'file.missing'
    throw new Fault(code, { file: basename(file) })
  }
}

/** Makes the folder of a new museum, and those above it. Faults: file.notFolder, museum.readOnly, museum.diskFull. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (isCode(error, 'EEXIST', 'ENOTDIR')) throw new Fault('file.notFolder', { file: basename(folder) })
    throw asFault(error)
  }
}
