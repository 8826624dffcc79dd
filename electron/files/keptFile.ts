import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault, type FaultCode } from '../../shared/contract/faults.ts'
import { mediaPath } from './mediaStore.ts'

/** A file as it lies in the museum's folder. */
export interface KeptFile {
  readonly sha256: string
  readonly bytes: number
  /** It was not there before. */
  readonly fresh: boolean
}

/** What is too large, and what it is called then. Bytes. */
export interface Limit {
  readonly bytes: number
  readonly code: FaultCode
}

/**
 * Copies a file into the museum's folder piece by piece while it is hashed; the copy is judged before it gets its name,
 * and one that is refused leaves nothing. The same bytes are kept once.
 */
export async function keepFile<T>(
  folder: string,
  path: string,
  limit: Limit,
  judge: (part: string) => Promise<T>
): Promise<KeptFile & { readonly judged: T }> {
  const media = join(folder, 'media')
  await mkdir(media, { recursive: true })
  const part = join(media, `${crypto.randomUUID()}.part`)
  try {
    const { sha256, bytes } = await copied(path, part, limit)
    const judged = await judge(part)
    const fresh = await settle(part, mediaPath(folder, sha256), sha256)
    return { sha256, bytes, fresh, judged }
  } finally {
    await rm(part, { force: true })
  }
}

/** The first bytes of a plain file that is neither empty nor too large. Faults: file.isFolder, .empty, .unsupported. */
export async function headOf(path: string, limit: Limit, bytes = 16): Promise<Buffer> {
  const entry = await stat(path)
  if (entry.isDirectory()) throw new Fault('file.isFolder')
  // a pipe or a device would be read for ever
  if (!entry.isFile()) throw new Fault('file.unsupported')
  if (entry.size === 0) throw new Fault('file.empty')
  if (entry.size > limit.bytes) throw new Fault(limit.code)
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Reads a file to its end or to the limit; with `to` it is copied there. */
export async function hashed(
  path: string,
  limit: Limit,
  to?: FileHandle
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit.bytes) throw new Fault(limit.code)
    hash.update(chunk)
    // all of it: `write` may write less
    if (to) await to.appendFile(chunk)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Copies until the limit, flushed to the disk, and answers what was copied. */
async function copied(from: string, to: string, limit: Limit): Promise<{ sha256: string; bytes: number }> {
  const file = await open(to, 'wx')
  try {
    const answer = await hashed(from, limit, file)
    await file.sync()
    return answer
  } finally {
    await file.close()
  }
}

const ANY: Limit = { bytes: Infinity, code: 'file.tooLarge' }

/** Gives the copy its name, unless the same bytes have it already; a damaged file of that name gives way. */
async function settle(part: string, path: string, sha256: string): Promise<boolean> {
  const there = await hashed(path, ANY).catch(() => null)
  if (there?.sha256 === sha256) return false
  await mkdir(dirname(path), { recursive: true })
  await rename(part, path)
  return there === null
}

/** Takes away copies that a killed intake left half-way. Only while no other intake is at work. */
export async function sweepParts(folder: string): Promise<void> {
  const media = join(folder, 'media')
  for (const name of await readdir(media).catch(() => []))
    if (name.endsWith('.part')) await rm(join(media, name), { force: true })
}

/** What went wrong with a file that is taken in, with its name. */
export function intakeFault(error: unknown, file: string): unknown {
  if (error instanceof Fault) return new Fault(error.code, { ...error.detail, file })
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Fault('file.missing', { file })
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new Fault('file.locked', { file })
    case 'ENOSPC':
    case 'EDQUOT':
      return new Fault('file.diskFull', { file })
    default:
      return error
  }
}
