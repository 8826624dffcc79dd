import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Fault } from '../../../shared/contract/faults.ts'
import { hashOfFile } from '../../files/json-lines.ts'
import { asFault, isCode } from '../../store/health.ts'
import { isOriginalKept } from '../../store/imports.ts'
import type { OpenMuseum } from '../context.ts'

/** The museum's own file as it was given, kept under its hash for as long as a batch speaks of it. */
export interface Original {
  readonly sha256: string
  readonly path: string
}

/** A server's museum has no folder of its own; its originals stay on this machine. */
const originalsOf = (museum: OpenMuseum): string =>
  museum.folder === null
    ? join(tmpdir(), `guancang-originals-${museum.id}`)
    : join(museum.folder, 'originals')

export const originalPath = (museum: OpenMuseum, sha256: string): string => join(originalsOf(museum), sha256)

/** Copies a file into the museum: written aside, flushed, then renamed, so that it is there whole or not at all. */
export async function keepOriginal(museum: OpenMuseum, path: string, signal: AbortSignal): Promise<Original> {
  const folder = originalsOf(museum)
  const part = join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const source = await readable(path)
  try {
    await mkdir(folder, { recursive: true })
    await pipeline(source, hashing, createWriteStream(part, { flush: true }), { signal })
    const sha256 = hash.digest('hex')
    await rename(part, join(folder, sha256))
    return { sha256, path: join(folder, sha256) }
  } catch (error) {
    await rm(part, { force: true })
    if (signal.aborted) throw new Fault('call.cancelled')
    throw asFault(error)
  }
}

async function readable(path: string) {
  const file = basename(path)
  try {
    const entry = await stat(path)
    if (entry.isDirectory()) throw new Fault('file.isFolder', { file })
    if (!entry.isFile()) throw new Fault('file.missing', { file })
    return (await open(path, 'r')).createReadStream()
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) throw new Fault('file.missing', { file })
    if (isCode(error, 'EACCES', 'EPERM', 'EBUSY')) throw new Fault('file.locked', { file })
    throw error
  }
}

/** The kept file of a batch, unaltered; `file.missing` or `file.damaged` where somebody has been at it. */
export async function findOriginal(museum: OpenMuseum, sha256: string, file: string): Promise<Original> {
  const path = originalPath(museum, sha256)
  if (!(await stat(path).catch(() => null))?.isFile()) throw new Fault('file.missing', { file })
  if ((await hashOfFile(path)) !== sha256) throw new Fault('file.damaged', { file })
  return { sha256, path }
}

/** Lets go of a kept file that no batch speaks of any more. */
export async function dropOriginal(museum: OpenMuseum, sha256: string): Promise<void> {
  if (!(await isOriginalKept(museum.db, museum.id, sha256)))
    await rm(originalPath(museum, sha256), { force: true })
}
