import { Fault } from '../../shared/contract/faults.ts'
import type { Decoded } from '../../shared/media/decoding.ts'
import { exifSaid } from './exif.ts'
import { pictureLibrary } from './pictures.ts'

/** What a picture may be before it is refused (security facts S25, S29). */
export const PICTURE_LIMITS = {
  /** Bytes: a scan of A3 at 600 dpi as TIFF is some 210 MB. */
  file: 512 * 1024 * 1024,
  /** All pixels of it: 16 000 × 12 500. */
  pixels: 200_000_000,
  /** Seconds that a decoding may take before its process is ended. */
  seconds: 60,
} as const

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/tiff'

/** The type that the first 16 bytes show, whatever the file is called; null for all that is not taken in. */
export function typeOfPicture(head: Uint8Array): PictureType | null {
  const latin = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  if (latin(0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg'
  if (latin(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (latin(0, 4) === 'RIFF' && latin(8, 12) === 'WEBP') return 'image/webp'
  return latin(0, 4) === 'II*\0' || latin(0, 4) === 'MM\0*' ? 'image/tiff' : null
}

const opened = (path: string) =>
  pictureLibrary()(path, {
    limitInputPixels: PICTURE_LIMITS.pixels,
    failOn: 'truncated',
    sequentialRead: true,
  })

/**
 * Reads a picture for a small one of at most `side` pixels, a JPEG without any of what the camera wrote. For the decoding
 * process alone: a stranger's file may take the process with it. Faults: picture.tooManyPixels, picture.damaged.
 */
export async function seePicture(path: string, side: number): Promise<Decoded> {
  // a picture a file: what is kept of others would only grow
  pictureLibrary().cache(false)
  try {
    const head = await opened(path).metadata()
    if (head.width * head.height > PICTURE_LIMITS.pixels) throw new Fault('picture.tooManyPixels')
    const { width, height } = head.autoOrient
    const said = head.exif ? exifSaid(head.exif) : { taken: null, photographer: null }
    return { width, height, ...said, small: await smaller(path, side) }
  } catch (error) {
    if (error instanceof Fault) throw error
    const words = error instanceof Error ? error.message : ''
    throw new Fault(/pixel limit|exceeds/i.test(words) ? 'picture.tooManyPixels' : 'picture.damaged')
  }
}

/** The picture at most `side` pixels wide and high, upright, on white. */
const smaller = (path: string, side: number): Promise<Buffer> =>
  opened(path)
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .toBuffer()
