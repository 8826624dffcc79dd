import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { pictureLibrary } from '../../electron/files/pictures.ts'

/** A photograph of one colour as a file; each colour is another picture. Pixels. */
export async function aPhoto(
  folder: string,
  name: string,
  {
    colour = '#806040',
    width = 2000,
    height = 200,
    as = 'jpeg',
    taken = '',
    artist = '',
    progressive = false,
  } = {}
): Promise<string> {
  const photo = pictureLibrary()({ create: { width, height, channels: 3, background: colour } })
  const exif = {
    ...(artist === '' ? {} : { IFD0: { Artist: artist } }),
    ...(taken === '' ? {} : { IFD2: { DateTimeOriginal: taken } }),
  }
  const written = Object.keys(exif).length === 0 ? photo : photo.withExif(exif)
  const bytes = await written.toFormat(as as 'jpeg', progressive ? { progressive } : {}).toBuffer()
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** A PNG that says it is that large, with next to nothing in it. */
export function aBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.alloc(1000))),
    part('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function part(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
