import { basename, join } from 'node:path'

/** Pictures are addressed by the hash of their bytes; this expression is the whole check. */
const ADDRESS = /^app:\/\/media\/([0-9a-f]{2})([0-9a-f]{62})(?:\?w=320)?$/

/** Where the picture of an `app://media/<sha256>` address lies under `mediaFolder`; null for anything else. */
export function pictureFile(mediaFolder: string, address: string): string | null {
  const [, head, tail] = ADDRESS.exec(address) ?? []
  return head !== undefined && tail !== undefined ? join(mediaFolder, head, head + tail) : null
}

/**
 * The small picture of an address that asks for one, which may not be there: then the original stands in. A TIFF, which
 * no page shows, has a large one beside it.
 */
export function thumbFiles(
  mediaFolder: string,
  address: string
): { small: string | null; large: string } | null {
  const file = pictureFile(mediaFolder, address)
  if (file === null) return null
  const stem = join(mediaFolder, 'thumbs', basename(file).slice(0, 2), basename(file))
  return { small: address.endsWith('?w=320') ? `${stem}.jpg` : null, large: `${stem}.large.jpg` }
}

/** The type the first bytes show: JPEG, PNG or WebP; null for all else (SVG could carry script, TIFF is not shown). */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | 'image/webp' | null {
  const latin = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (latin(0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg'
  if (latin(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp'
  return null
}
