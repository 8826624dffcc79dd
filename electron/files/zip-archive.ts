import { createInflateRaw, crc32 } from 'node:zlib'
import {
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type Entry as ZipEntry,
  type ZipFile,
} from 'yauzl'
import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'

/** A zip whose directory has been checked; entries are found by name in any case. */
export interface Archive {
  has(name: string): boolean
  /** Unpacked size in bytes as declared; reading fails where it is untrue. */
  size(name: string): number
  /** The entry unpacked, in pieces. */
  read(name: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined>
  /** A small entry in one piece; more than `LIMITS.xmlPart` is refused. */
  readWhole(name: string, signal?: AbortSignal): Promise<Buffer>
  close(): void
}

/**
 * Opens a zip and refuses dangerous directories before anything is unpacked (S25): too many or too large entries,
 * names that lead out, names that differ only by case, links, overlapping entries.
 * Throws Faults: file.damaged, file.bomb, file.password, file.unsupported.
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause: unknown) => {
    throw damaged(cause)
  })
  // errors reach us through the calls that meet them; one while closing the file has nobody to tell
  zip.on('error', () => undefined)
  try {
    const entries = await readDirectory(zip)
    return archiveOf(zip, entries)
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, ZipEntry>> {
  if (zip.entryCount > LIMITS.zipEntries) throw bomb('entries')
  const entries = new Map<string, ZipEntry>()
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = checkedName(entry)
      checkEntry(entry, name)
      if (entries.has(name)) throw bomb('twice')
      entries.set(name, entry)
      total += entry.uncompressedSize
      if (total > LIMITS.zipTotal) throw bomb('size')
    }
  } catch (error) {
    if (error instanceof Error && /strong encryption/.test(error.message)) throw new Fault('file.password')
    throw error instanceof Fault ? error : damaged(error)
  }
  checkOverlap([...entries.values()], zip.fileSize)
  return entries
}

function checkedName(entry: ZipEntry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  if (validateFileName(name) !== null || name.includes('\0')) throw bomb('name')
  return foldName(name)
}

function checkEntry(entry: ZipEntry, name: string): void {
  if (entry.isEncrypted()) throw new Fault('file.password')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Fault('file.unsupported')
  const unixType = (entry.externalFileAttributes >>> 16) & 0o170000
  if (unixType === 0o120000) throw bomb('link')
  const size = entry.uncompressedSize
  if (size > (isSheet(name) ? LIMITS.zipSheet : LIMITS.zipEntry)) throw bomb('size')
  if (size > LIMITS.zipRatioFrom && size > entry.compressedSize * LIMITS.zipRatio) throw bomb('ratio')
}

/** Entries that share bytes let a small file unpack to a huge one without nesting. */
function checkOverlap(entries: ZipEntry[], fileSize: number): void {
  const inOrder = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let free = 0
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < free) throw bomb('overlap')
    free = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
  }
  if (free > fileSize) throw new Fault('file.damaged')
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, ZipEntry>): Archive {
  const find = (name: string): ZipEntry => {
    const entry = entries.get(foldName(name))
    if (!entry) throw new Fault('file.damaged')
    return entry
  }
  const archive: Archive = {
    has: (name) => entries.has(foldName(name)),
    size: (name) => find(name).uncompressedSize,
    read: (name, signal) => unpack(zip, find(name), signal),
    async readWhole(name, signal) {
      if (archive.size(name) > LIMITS.xmlPart) throw bomb('size')
      const pieces: Buffer[] = []
      for await (const piece of archive.read(name, signal)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    close: () => {
      zip.close()
    },
  }
  return archive
}

/** Counts while unpacking, because declared sizes are lies until proved; the directory's limits hold for what comes out. */
async function* unpack(
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
      if (seen > entry.uncompressedSize) throw bomb('size')
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

function isSheet(name: string): boolean {
  return /(^|\/)worksheets\/[^/]+\.xml$/.test(name)
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function bomb(reason: 'entries' | 'size' | 'ratio' | 'name' | 'twice' | 'link' | 'overlap'): Fault {
  return new Fault('file.bomb', { reason })
}

function damaged(cause: unknown): Fault {
  const fault = new Fault('file.damaged')
  fault.cause = cause
  return fault
}
