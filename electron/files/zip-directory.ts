import { getFileNameLowLevel, validateFileName, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'
import { agrees, beyond, bomb, damaged, unpack } from './zip-entry.ts'

/** The entries of a zip by folded name. Refuses dangerous ones; what only looks so for being damaged is file.damaged. */
export async function readDirectory(zip: ZipFile): Promise<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>()
  try {
    let count = 0
    for await (const entry of zip.eachEntry()) {
      if (++count > LIMITS.zipEntries) throw bomb('entries')
      const name = foldName(nameOf(entry))
      const suspicion = suspicionOf(entry)
      if (suspicion !== null) throw (await agrees(zip, entry)) ? suspicion : new Fault('file.damaged')
      const other = entries.get(name)
      if (other) {
        const both = (await agrees(zip, other)) && (await agrees(zip, entry))
        throw both ? bomb('twice') : new Fault('file.damaged')
      }
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof Error && /strong encryption/.test(error.message)) throw new Fault('file.password')
    throw error instanceof Fault ? error : damaged(error)
  }
  await checkPlaces(zip, [...entries.values()])
  await checkSizes(zip, [...entries.values()])
  return entries
}

export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function nameOf(entry: ZipEntry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

/** Why an entry is not to be opened, as far as the directory tells. */
function suspicionOf(entry: ZipEntry): Fault | null {
  const name = nameOf(entry)
  if (validateFileName(name) !== null || name.includes('\0')) return bomb('name')
  if (entry.isEncrypted()) return new Fault('file.password')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return new Fault('file.unsupported')
  const unixType = (entry.externalFileAttributes >>> 16) & 0o170000
  return unixType === 0o120000 ? bomb('link') : null
}

/** Entries that share bytes let a small file unpack to a huge one without nesting. */
async function checkPlaces(zip: ZipFile, entries: ZipEntry[]): Promise<void> {
  const inOrder = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let free = 0
  let before: ZipEntry | null = null
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < free) {
      const told = (await agrees(zip, entry, false)) && (!before || (await agrees(zip, before, false)))
      throw told ? bomb('overlap') : new Fault('file.damaged')
    }
    free = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize
    before = entry
  }
  if (free > zip.fileSize) throw new Fault('file.damaged')
}

/** Entries that claim more than they may are unpacked to see: either they do hold it, or the claim is damage. */
async function checkSizes(zip: ZipFile, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries) {
    if (beyond(entry, entry.uncompressedSize) === null) continue
    for await (const piece of unpack(zip, entry)) if (piece.length === 0) break
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > LIMITS.zipTotal) throw bomb('size')
}
