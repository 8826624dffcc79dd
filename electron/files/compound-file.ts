import { CFB } from '@e965/xlsx'
import { Fault } from '../../shared/contract/faults.ts'

interface Stream {
  readonly content?: Uint8Array
  /** Bytes, as the directory says. */
  readonly size: number
}
const compound = CFB as {
  read(bytes: Buffer, options: { type: 'buffer' }): object
  find(file: object, path: string): Stream | null
}

const FILEPASS = 0x2f
const END_OF_GLOBALS = 0x0a

/**
 * The workbook stream of an Excel 97–2003 file, which may also lie bare on the disk. Refuses by what else the
 * container holds: an encrypted workbook of any version (file.password), a Word document (file.notTable).
 */
export function workbookStream(bytes: Buffer): Buffer {
  const stream = isCompound(bytes) ? fromCompound(bytes) : bytes
  if (isEncrypted(stream)) throw new Fault('file.password')
  return stream
}

/** The first eight bytes of an OLE 2 compound file ([MS-CFB] 2.2). */
export function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
}

function fromCompound(bytes: Buffer): Buffer {
  const file = compound.read(bytes, { type: 'buffer' })
  if (compound.find(file, '/EncryptedPackage')) throw new Fault('file.password')
  const stream = compound.find(file, '/Workbook') ?? compound.find(file, '/Book')
  if (!stream) throw new Fault('file.notTable')
  // a chain of sectors that breaks off leaves less than the directory says
  if (!stream.content || stream.content.length === 0 || stream.content.length < stream.size)
    throw new Fault('file.damaged')
  return Buffer.from(stream.content)
}

/** A FilePass record among the records before the first end mark ([MS-XLS] 2.4.117). */
function isEncrypted(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at)
    if (type === FILEPASS) return true
    if (type === END_OF_GLOBALS) return false
  }
  return false
}
