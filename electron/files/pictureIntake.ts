import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../shared/contract/faults.ts'
import { mediaPath } from './mediaStore.ts'
import {
  PICTURE_LIMITS,
  seePicture,
  smaller,
  typeOfPicture,
  type PictureType,
  type SeenPicture,
} from './pictureFile.ts'
import { writeSafely } from './safe-file.ts'

/** A picture that was looked into, and kept unless it was only a rehearsal. */
export interface TakenPicture extends SeenPicture {
  readonly sha256: string
  readonly bytes: number
  readonly type: PictureType
  /** It was not in the museum's folder before. */
  readonly fresh: boolean
}

/** Of the small pictures beside the objects, and of the large ones of a TIFF, which no window shows. Pixels. */
const SMALL = 320
const LARGE = 2000

/** Where the small picture of a hash lies, or the large one of a TIFF. */
export function thumbPath(folder: string, sha256: string, large = false): string {
  const name = `${basename(mediaPath(folder, sha256))}${large ? '.large' : ''}.jpg`
  return join(folder, 'media', 'thumbs', sha256.slice(0, 2), name)
}

/**
 * Takes a file in: copied piece by piece while it is hashed, and what is judged is the copy. The same bytes are kept once.
 * `keep` false looks into the file and leaves nothing. Faults, each with the file's name: file.missing, file.empty,
 * file.isFolder, file.locked, file.diskFull, picture.notPicture, picture.tooLarge, picture.tooManyPixels, picture.damaged.
 */
export async function takePicture(folder: string, path: string, keep = true): Promise<TakenPicture> {
  try {
    const type = await typeOf(path)
    return keep ? await kept(folder, path, type) : { ...(await seen(path, type)), fresh: false }
  } catch (error) {
    throw asFault(error, basename(path))
  }
}

async function typeOf(path: string): Promise<PictureType> {
  const entry = await stat(path)
  if (entry.isDirectory()) throw new Fault('file.isFolder')
  // a pipe or a device would be read for ever
  if (!entry.isFile()) throw new Fault('picture.notPicture')
  if (entry.size === 0) throw new Fault('file.empty')
  if (entry.size > PICTURE_LIMITS.file) throw new Fault('picture.tooLarge')
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    const type = typeOfPicture(buffer.subarray(0, bytesRead))
    if (type === null) throw new Fault('picture.notPicture')
    return type
  } finally {
    await file.close()
  }
}

async function seen(path: string, type: PictureType): Promise<Omit<TakenPicture, 'fresh'>> {
  const { sha256, bytes } = await hashed(path)
  const { width, height, taken } = await seePicture(path, SMALL)
  return { sha256, bytes, type, width, height, taken }
}

async function kept(folder: string, path: string, type: PictureType): Promise<TakenPicture> {
  const media = join(folder, 'media')
  await mkdir(media, { recursive: true })
  const part = join(media, `${crypto.randomUUID()}.part`)
  try {
    const { sha256, bytes } = await copied(path, part)
    const { small, ...look } = await seePicture(part, SMALL)
    const fresh = await settle(part, mediaPath(folder, sha256), sha256)
    await keepThumb(thumbPath(folder, sha256), small)
    if (type === 'image/tiff') await keepLarge(folder, sha256)
    return { ...look, sha256, bytes, type, fresh }
  } finally {
    await rm(part, { force: true })
  }
}

/** Gives the copy its name, unless the same bytes have it already; a damaged file of that name gives way. */
async function settle(part: string, path: string, sha256: string): Promise<boolean> {
  const there = await hashed(path).catch(() => null)
  if (there?.sha256 === sha256) return false
  await mkdir(dirname(path), { recursive: true })
  await rename(part, path)
  return there === null
}

/** Copies until the limit, flushed to the disk, and answers what was copied. */
async function copied(from: string, to: string): Promise<{ sha256: string; bytes: number }> {
  const file = await open(to, 'wx')
  try {
    const answer = await hashed(from, file)
    await file.sync()
    return answer
  } finally {
    await file.close()
  }
}

async function hashed(path: string, to?: FileHandle): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > PICTURE_LIMITS.file) throw new Fault('picture.tooLarge')
    hash.update(chunk)
    // all of it: `write` may write less
    if (to) await to.appendFile(chunk)
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function keepThumb(path: string, small: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeSafely(path, (file) => file.writeFile(small))
}

async function keepLarge(folder: string, sha256: string): Promise<void> {
  await keepThumb(thumbPath(folder, sha256, true), await smaller(mediaPath(folder, sha256), LARGE))
}

/** Makes the small pictures of a kept one anew where they are missing; true where there was something to make. */
export async function renewThumbs(folder: string, sha256: string, type: string): Promise<boolean> {
  const wanted = [
    { large: false, side: SMALL },
    ...(type === 'image/tiff' ? [{ large: true, side: LARGE }] : []),
  ]
  let made = false
  for (const { large, side } of wanted) {
    const path = thumbPath(folder, sha256, large)
    if (await stat(path).catch(() => null)) continue
    await keepThumb(path, await smaller(mediaPath(folder, sha256), side))
    made = true
  }
  return made
}

/** Takes a kept picture away again with its small ones: for one that came to nothing. */
export async function dropPicture(folder: string, sha256: string): Promise<void> {
  for (const path of [mediaPath(folder, sha256), thumbPath(folder, sha256), thumbPath(folder, sha256, true)])
    await rm(path, { force: true })
}

/** Takes away copies that a killed intake left half-way. Only while no other intake is at work. */
export async function sweepParts(folder: string): Promise<void> {
  const media = join(folder, 'media')
  for (const name of await readdir(media).catch(() => []))
    if (name.endsWith('.part')) await rm(join(media, name), { force: true })
}

function asFault(error: unknown, file: string): unknown {
  if (error instanceof Fault) return new Fault(error.code, { ...error.detail, file })
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Fault('file.missing', { file })
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new Fault('file.locked', { file })
    case 'ENOSPC':
    case 'EDQUOT':
      return new Fault('file.diskFull', { file })
    default:
      return error
  }
}
