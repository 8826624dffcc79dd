import { openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'
import { foldName, readDirectory } from './zip-directory.ts'
import { bomb, damaged, unpack } from './zip-entry.ts'

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
      const pieces: Buffer[] = []
      let length = 0
      for await (const piece of archive.read(name, signal)) {
        length += piece.length
        if (length > LIMITS.xmlPart) throw bomb('size')
        pieces.push(piece)
      }
      return Buffer.concat(pieces)
    },
    close: () => {
      zip.close()
    },
  }
  return archive
}
