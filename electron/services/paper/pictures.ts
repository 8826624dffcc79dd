import { readFile } from 'node:fs/promises'
import type { Picture } from '../../../shared/media/contract.ts'
import { mediaPath } from '../../files/mediaStore.ts'
import type { Ctx } from '../context.ts'
import { thumbPath } from '../../files/pictureIntake.ts'

/** A picture as it is printed: made smaller, without what the camera wrote, and in the page itself. */
export interface PaperPicture extends Pick<Picture, 'view' | 'caption' | 'name' | 'taken'> {
  /** `data:image/jpeg;base64,…`; null where the file is not there or cannot be read. */
  readonly source: string | null
}

/** The longest side of what is kept beside every picture. */
const KEPT = 320

/** `folder` is the museum's, null where it has none; `side` the longest side wanted, in pixels. */
export async function paperPicture(
  { decode }: Pick<Ctx, 'decode'>,
  folder: string | null,
  { sha256, view, caption, name, taken }: Picture,
  side: number
): Promise<PaperPicture> {
  return { view, caption, name, taken, source: await sourceOf(decode, folder, sha256, side) }
}

async function sourceOf(
  decode: Ctx['decode'],
  folder: string | null,
  sha256: string,
  side: number
): Promise<string | null> {
  if (folder === null) return null
  const kept = side > KEPT ? null : await readFile(thumbPath(folder, sha256)).catch(() => null)
  const small = async (): Promise<Uint8Array | null> =>
    decode({ path: mediaPath(folder, sha256), side }).then(
      (decoded) => decoded.small,
      () => null
    )
  const bytes = kept ?? (await small())
  return bytes === null ? null : `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`
}
