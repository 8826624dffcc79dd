import { createInflateRaw, crc32 } from 'node:zlib'
import type { Entry as ZipEntry, ZipFile } from 'yauzl'
import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'

/** A flag: sizes and checksum stand behind the entry, its own header does not know them. */
const SIZES_BEHIND = 8

/** Limits of one entry that its declared size, or what came out of it, is beyond; null within them. */
export function beyond(entry: ZipEntry, size: number): 'size' | 'ratio' | null {
  const isSheet = /(^|\/)worksheets\/[^/]+\.xml$/i.test(entry.fileNameRaw.toString('latin1'))
  if (size > (isSheet ? LIMITS.zipSheet : LIMITS.zipEntry)) return 'size'
  return size > LIMITS.zipRatioFrom && size > entry.compressedSize * LIMITS.zipRatio ? 'ratio' : null
}

/**
 * The entry unpacked, in pieces. Declared sizes are lies until proved: what comes out is counted, against the limits
 * (file.bomb) and then against what was declared (file.damaged). More than was declared is counted, but not given.
 */
export async function* unpack(
  zip: ZipFile,
  entry: ZipEntry,
  signal?: AbortSignal
): AsyncGenerator<Buffer, void, undefined> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch((cause: unknown) => {
    throw damaged(cause)
  })
  const inflate = entry.compressionMethod === 8 ? createInflateRaw({ chunkSize: 256 * 1024 }) : null
  if (inflate) {
    packed.on('error', (error) => inflate.destroy(error))
    packed.pipe(inflate)
  }
  let seen = 0
  let sum = 0
  try {
    for await (const piece of (inflate ?? packed) as AsyncIterable<Buffer>) {
      if (signal?.aborted) throw new Fault('call.cancelled')
      seen += piece.length
      const limit = beyond(entry, seen)
      if (limit !== null) throw bomb(limit)
      if (seen > entry.uncompressedSize) continue
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof Fault ? error : damaged(error)
  } finally {
    packed.destroy()
    inflate?.destroy()
  }
  if (seen !== entry.uncompressedSize || sum !== entry.crc32) throw new Fault('file.damaged')
}

/**
 * Whether an entry's own header says what the directory says of it. A forged zip tells one story, a damaged one tells
 * two. Its name may be left out of the question.
 */
export async function agrees(zip: ZipFile, entry: ZipEntry, names = true): Promise<boolean> {
  const own = await zip.readLocalFileHeaderPromise(entry).catch(() => null)
  if (own === null) return false
  const sizes =
    (own.generalPurposeBitFlag & SIZES_BEHIND) !== 0 || own.compressedSize === entry.compressedSize
  return (
    sizes &&
    own.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    own.compressionMethod === entry.compressionMethod &&
    (!names || own.fileName.equals(entry.fileNameRaw))
  )
}

export function bomb(reason: 'entries' | 'size' | 'ratio' | 'name' | 'twice' | 'link' | 'overlap'): Fault {
  return new Fault('file.bomb', { reason })
}

export function damaged(cause: unknown): Fault {
  const fault = new Fault('file.damaged')
  fault.cause = cause
  return fault
}
