import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { Fault } from '../../shared/contract/faults.ts'

/** "MUSM": what tells our files from any other SQLite file. */
export const APPLICATION_ID = 0x4d55534d

/** Does the error carry one of SQLite's codes, or an extended form of it (SQLITE_IOERR_WRITE)? */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return codes.some((wanted) => code === wanted || code.startsWith(`${wanted}_`))
}

/** SQLite's and the system's own refusals in the words of the museum; anything else comes back as it was. */
export function asFault(error: unknown): unknown {
  if (error instanceof Fault) return error
  if (isCode(error, 'SQLITE_FULL', 'ENOSPC')) return new Fault('museum.diskFull')
  if (isCode(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')) return new Fault('museum.damaged')
  if (isCode(error, 'SQLITE_BUSY', 'SQLITE_LOCKED', 'EBUSY')) return new Fault('museum.locked')
  // a stick pulled out, a bad sector, a disk so full that SQLite cannot even say so
  if (isCode(error, 'SQLITE_IOERR', 'EIO', 'ENODEV', 'ENXIO')) return new Fault('museum.diskFailed')
  if (isCode(error, 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EROFS', 'EACCES', 'EPERM'))
    return new Fault('museum.readOnly')
  return error
}

/** Is this a museum's file at all? Looks at the header only: magic and application id. */
export function checkHeader(file: string): void {
  const header = Buffer.alloc(100)
  const size = statSync(file).size
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, 100, 0)
  } finally {
    closeSync(handle)
  }
  if (size === 0) throw new Fault('museum.damaged')
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    // a museum's own file whose first page is torn, or somebody else's file by that name: neither may be written to
    throw new Fault(header.every((byte) => byte === 0) || size < 512 ? 'museum.damaged' : 'museum.notMuseum')
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new Fault('museum.notMuseum')
  if (size < 512) throw new Fault('museum.damaged')
}
