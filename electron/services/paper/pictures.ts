import { readFile } from 'node:fs/promises'
import type { Picture } from '../../../shared/media/contract.ts'
import { mediaPath } from '../../files/mediaStore.ts'
import { smaller } from '../../files/pictureFile.ts'
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
  folder: string | null,
  { sha256, view, caption, name, taken }: Picture,
  side: number
): Promise<PaperPicture> {
  return { view, caption, name, taken, source: await sourceOf(folder, sha256, side) }
}

async function sourceOf(folder: string | null, sha256: string, side: number): Promise<string | null> {
  if (folder === null) return null
  const kept = side > KEPT ? null : await readFile(thumbPath(folder, sha256)).catch(() => null)
  const bytes = kept ?? (await smaller(mediaPath(folder, sha256), side).catch(() => null))
  return bytes === null ? null : `data:image/jpeg;base64,${bytes.toString('base64')}`
}
