import { isBlocked } from '../../../shared/media/rules.ts'
import type { KeptFile } from '../../files/keptFile.ts'
import type { TakenPicture } from '../../files/pictureIntake.ts'
import type { AttachmentRow } from '../../store/attachments.ts'
import type { PictureRow } from '../../store/media.ts'

interface By {
  readonly at: string
  readonly person: string
  readonly batchId: string | null
}

/** The row of a picture that was taken in. */
export function pictureRow(
  picture: TakenPicture & { readonly name: string },
  place: { museumId: string; id: string; objectId: string; view: string; position: number },
  by: By,
  smallReason: string | undefined
): PictureRow {
  return {
    museum_id: place.museumId,
    id: place.id,
    object_id: place.objectId,
    sha256: picture.sha256,
    type: picture.type,
    bytes: picture.bytes,
    view: place.view,
    caption: null,
    position: place.position,
    created_at: by.at,
    name: picture.name,
    width: picture.width,
    height: picture.height,
    taken: picture.taken,
    created_by: by.person,
    batch_id: by.batchId,
    replaces: null,
    removed_at: null,
    removed_by: null,
    photographer: picture.photographer,
    scale_card: null,
    small_reason: isBlocked(picture.width, picture.height) ? (smallReason ?? null) : null,
  }
}

/** The row of a file that was taken in as an attachment. */
export function attachmentRow(
  file: KeptFile & { readonly name: string },
  place: { museumId: string; id: string; objectId: string; kind: string },
  by: By
): AttachmentRow {
  return {
    museum_id: place.museumId,
    id: place.id,
    object_id: place.objectId,
    sha256: file.sha256,
    bytes: file.bytes,
    name: file.name,
    kind: place.kind,
    title: null,
    day: null,
    created_at: by.at,
    created_by: by.person,
    replaces: null,
    removed_at: null,
    removed_by: null,
  }
}
