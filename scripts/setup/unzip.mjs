// @ts-check
import { chmodSync, createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const endRecord = Buffer.from('PK\x05\x06', 'latin1')

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} bytes compressed
 * @property {number} mode Unix mode bits, 0 when the maker left none
 * @property {number} at of the local header
 */

/**
 * The central directory of a plain zip: no zip64, no encryption (APPNOTE.TXT 4.3.12, 4.3.16).
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function entries(file) {
  const { size } = await file.stat()
  const tail = Buffer.alloc(Math.min(size, 22 + 0xffff))
  await file.read(tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(endRecord)
  if (end < 0) throw new Error('not a zip file, or a part of one')
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12))
  await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16))
  /** @type {ZipEntry[]} */
  const found = []
  for (let p = 0; p < directory.length;) {
    const nameLength = directory.readUInt16LE(p + 28)
    found.push({
      name: directory.toString('utf8', p + 46, p + 46 + nameLength),
      method: directory.readUInt16LE(p + 10),
      bytes: directory.readUInt32LE(p + 20),
      mode: (directory.readUInt32LE(p + 38) >>> 16) & 0o777,
      at: directory.readUInt32LE(p + 42),
    })
    p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32)
  }
  return found
}

/**
 * Unpacks files with their mode bits.
 * @param {string} zip
 * @param {string} into a folder
 * @param {(name: string) => string | undefined} place the path inside the folder for an entry, undefined to skip it
 * @returns {Promise<number>} how many files
 */
export async function unzip(zip, into, place) {
  const file = await open(zip)
  try {
    let count = 0
    for (const entry of await entries(file)) {
      const inside = entry.name.endsWith('/') ? undefined : place(entry.name)
      if (inside === undefined) continue
      const target = resolve(into, inside)
      if (!target.startsWith(resolve(into) + sep)) throw new Error(`an entry points outside: ${entry.name}`)
      mkdirSync(dirname(target), { recursive: true })
      const header = Buffer.alloc(30)
      await file.read(header, 0, 30, entry.at)
      const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
      if (entry.bytes === 0) writeFileSync(target, '')
      else {
        const out = createWriteStream(target)
        const packed = createReadStream(zip, { start, end: start + entry.bytes - 1 })
        await (entry.method === 8 ? pipeline(packed, createInflateRaw(), out) : pipeline(packed, out))
      }
      if (entry.mode) chmodSync(target, entry.mode)
      count += 1
    }
    return count
  } finally {
    await file.close()
  }
}
