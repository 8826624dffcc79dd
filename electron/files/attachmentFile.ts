import { basename } from 'node:path'
import { open, rm, stat } from 'node:fs/promises'
import { Fault } from '../../shared/contract/faults.ts'
import { hashed, headOf, intakeFault, keepFile, type KeptFile, type Limit } from './keptFile.ts'
import { mediaPath } from './mediaStore.ts'
import { writeSafely } from './safe-file.ts'

/** Bytes: a scanned file of many pages. */
const LIMIT: Limit = { bytes: 1024 ** 3, code: 'file.tooLarge' }

/**
 * Takes any file in under its hash; it is never looked into. Faults, each with the file's name: file.missing, .isFolder,
 * .empty, .tooLarge, .locked, .diskFull, .unsupported for what is no plain file.
 */
export async function takeAttachment(folder: string, path: string): Promise<KeptFile> {
  try {
    await headOf(path, LIMIT)
    const { judged: _, ...kept } = await keepFile(folder, path, LIMIT, () => Promise.resolve())
    return kept
  } catch (error) {
    throw intakeFault(error, basename(path))
  }
}

/**
 * Copies a kept file out, whole or not at all, and only if it is still what was kept. Bytes written. Faults: file.missing,
 * file.damaged, and as `writeSafely`.
 */
export async function copyOut(folder: string, sha256: string, to: string): Promise<number> {
  const from = mediaPath(folder, sha256)
  if (!(await stat(from).catch(() => null))) throw new Fault('file.missing')
  let bytes = 0
  await writeSafely(to, async (file) => {
    const copied = await hashed(from, LIMIT, file)
    if (copied.sha256 !== sha256) throw new Fault('file.damaged')
    bytes = copied.bytes
  })
  return bytes
}

/** The same under a name that must be free: false where a file has it already. */
export async function copyOutAnew(folder: string, sha256: string, to: string): Promise<boolean> {
  const claimed = await open(to, 'wx').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null
    // here the folder is what is missing
    const fault = intakeFault(error, basename(to))
    throw fault instanceof Fault && fault.code === 'file.missing' ? new Fault('file.noFolder') : fault
  })
  if (claimed === null) return false
  await claimed.close()
  try {
    await copyOut(folder, sha256, to)
    return true
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
}
