import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import type { Decoded } from '../../shared/media/decoding.ts'
import { isBlocked } from '../../shared/media/rules.ts'
import type { Decode } from './decoder.ts'
import { hashed, headOf, intakeFault, keepFile, type Limit } from './keptFile.ts'
import { mediaPath } from './mediaStore.ts'
import { PICTURE_LIMITS, typeOfPicture, type PictureType } from './pictureFile.ts'

/** A picture that was looked into, and kept unless it was only a rehearsal. */
export interface TakenPicture extends Omit<Decoded, 'small'> {
  readonly sha256: string
  readonly bytes: number
  readonly type: PictureType
  /** It was not in the museum's folder before. */
  readonly fresh: boolean
}

/** Of the small pictures beside the objects, and of the large ones of a TIFF, which no window shows. Pixels. */
const SMALL = 320
const LARGE = 2000
const LIMIT: Limit = { bytes: PICTURE_LIMITS.file, code: 'picture.tooLarge' }

/** Where the small picture of a hash lies, or the large one of a TIFF. */
export function thumbPath(folder: string, sha256: string, large = false): string {
  const name = `${basename(mediaPath(folder, sha256))}${large ? '.large' : ''}.jpg`
  return join(folder, 'media', 'thumbs', sha256.slice(0, 2), name)
}

/** How a picture is to be taken in. */
export interface Intake {
  readonly decode: Decode
  /** False looks into the file and leaves nothing. */
  readonly keep: boolean
  /** Pictures too small for the standard (I2) come in all the same. */
  readonly small: boolean
}

/**
 * Takes a file in: copied piece by piece while it is hashed, and what is judged is the copy. The same bytes are kept once.
 * Faults, each with the file's name: file.missing, .empty, .isFolder, .locked, .diskFull, picture.notPicture, .tooLarge,
 * .tooManyPixels, .damaged, .tooSlow, .breaks, .tooSmall.
 */
export async function takePicture(folder: string, path: string, intake: Intake): Promise<TakenPicture> {
  try {
    const type = await typeOf(path)
    return await (intake.keep ? kept(folder, path, type, intake) : seen(path, type, intake))
  } catch (error) {
    throw intakeFault(error, basename(path))
  }
}

async function typeOf(path: string): Promise<PictureType> {
  const head = await headOf(path, LIMIT).catch((error: unknown) => {
    throw error instanceof Fault && error.code === 'file.unsupported'
      ? new Fault('picture.notPicture')
      : error
  })
  const type = typeOfPicture(head)
  if (type === null) throw new Fault('picture.notPicture')
  return type
}

async function seen(path: string, type: PictureType, intake: Intake): Promise<TakenPicture> {
  const { sha256, bytes } = await hashed(path, LIMIT)
  const { small: _, ...look } = await looked(path, intake)
  return { ...look, sha256, bytes, type, fresh: false }
}

async function kept(folder: string, path: string, type: PictureType, intake: Intake): Promise<TakenPicture> {
  const { judged, ...file } = await keepFile(folder, path, LIMIT, (part) => looked(part, intake))
  const { small, ...look } = judged
  await keepThumb(folder, thumbPath(folder, file.sha256), small)
  if (type === 'image/tiff') await keepLarge(folder, file.sha256, intake.decode)
  return { ...look, ...file, type }
}

async function looked(path: string, { decode, small }: Intake): Promise<Decoded> {
  const decoded = await decode({ path, side: SMALL })
  if (!small && isBlocked(decoded.width, decoded.height)) throw new Fault('picture.tooSmall')
  return decoded
}

/** Two files of the same bytes may be on their way at once: each writes a part of its own, and the last name stands. */
async function keepThumb(folder: string, path: string, small: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = join(folder, 'media', `${crypto.randomUUID()}.part`)
  try {
    await writeFile(part, small, { flush: true })
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}

async function keepLarge(folder: string, sha256: string, decode: Decode): Promise<void> {
  await keepThumb(
    folder,
    thumbPath(folder, sha256, true),
    (await decode({ path: mediaPath(folder, sha256), side: LARGE })).small
  )
}

/** Makes the small pictures of a kept one anew where they are missing; true where there was something to make. */
export async function renewThumbs(
  folder: string,
  sha256: string,
  type: string,
  decode: Decode
): Promise<boolean> {
  const wanted = [
    { large: false, side: SMALL },
    ...(type === 'image/tiff' ? [{ large: true, side: LARGE }] : []),
  ]
  let made = false
  for (const { large, side } of wanted) {
    const path = thumbPath(folder, sha256, large)
    if (await stat(path).catch(() => null)) continue
    await keepThumb(folder, path, (await decode({ path: mediaPath(folder, sha256), side })).small)
    made = true
  }
  return made
}

/** Takes a kept picture away again with its small ones: for one that came to nothing. */
export async function dropPicture(folder: string, sha256: string): Promise<void> {
  for (const path of [mediaPath(folder, sha256), thumbPath(folder, sha256), thumbPath(folder, sha256, true)])
    await rm(path, { force: true })
}
