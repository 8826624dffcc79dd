import { lstat, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Fault, type FaultCode } from '../../shared/contract/faults.ts'

const RENAME_TRIES = 4

/**
 * Writes a file so that it is either whole or not there (security facts S24): into `<path>.part`, flushed to the
 * disk, then renamed. A file that was there before stays until then. Never over a folder or a database.
 * Faults: file.locked, file.diskFull, file.noFolder, and whatever `write` throws.
 */
export async function writeSafely(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const part = `${path}.part`
  try {
    await refuseTarget(path)
    await rm(part, { force: true })
    const file = await open(part, 'wx')
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await moveInto(part, path)
    await flushFolder(dirname(path))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw asFault(error, basename(path))
  }
}

async function refuseTarget(path: string): Promise<void> {
  const entry = await lstat(path).catch(() => null)
  if (entry === null) return
  if (!entry.isFile() && !entry.isSymbolicLink()) throw new Fault('file.locked')
  if (/-(wal|shm|journal)$/.test(path) || (await isDatabase(path))) throw new Fault('file.locked')
}

async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.toString('latin1') === 'SQLite format 3\0'
  } finally {
    await file.close()
  }
}

/** On Windows a virus scanner may hold a fresh file for a moment; a file open in Excel stays held. */
async function moveInto(part: string, path: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await rename(part, path)
      return
    } catch (error) {
      if (tried === RENAME_TRIES || faultCode(error) !== 'file.locked') throw error
      await new Promise((resolve) => setTimeout(resolve, 100 * tried))
    }
  }
}

/** The new name itself survives a power cut only once its folder is flushed; Windows does that by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch {
    // some network folders cannot be flushed; the file is there all the same
  } finally {
    await handle.close()
  }
}

function asFault(error: unknown, file: string): unknown {
  if (error instanceof Fault) return new Fault(error.code, { file, ...error.detail })
  const code = faultCode(error)
  if (code === null) return error
  const fault = new Fault(code, { file })
  fault.cause = error
  return fault
}

function faultCode(error: unknown): FaultCode | null {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'file.diskFull'
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
    case 'EROFS':
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return 'file.locked'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'file.noFolder'
    default:
      return null
  }
}
