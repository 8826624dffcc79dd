export interface PictureTable {
  museum_id: string
  id: string
  object_id: string
  sha256: string
  type: string
  bytes: number
  view: string
  caption: string | null
  position: number
  created_at: string
  /** Its file as it was called where it came from. */
  name: string | null
  /** In pixels, as it is shown. */
  width: number | null
  height: number | null
  /** When it was taken, as the camera wrote it: `2026-03-01T08:00:00`, in no zone. */
  taken: string | null
  created_by: string | null
  batch_id: string | null
  /** The picture whose newer version this is. */
  replaces: string | null
  removed_at: string | null
  removed_by: string | null
  photographer: string | null
  /** Is there a scale or a colour card in it? Null where nobody has said. */
  scale_card: number | null
  /** Why one that is too small for the standard (I2) was let in. */
  small_reason: string | null
}

/** A mark drawn on one picture, on that very version of it. */
export interface MarkTable {
  museum_id: string
  id: string
  picture_id: string
  /** Of the picture, so that an object's history finds it. */
  object_id: string
  shape: string
  /** JSON: points as fractions of the picture's width and height, see shared/media/marks.ts. */
  points: string
  words: string | null
  created_at: string
  created_by: string
  changed_at: string | null
  changed_by: string | null
  removed_at: string | null
  removed_by: string | null
}

/** Any file beside an object, kept under its hash among the pictures and never looked into. */
export interface AttachmentTable {
  museum_id: string
  id: string
  object_id: string
  sha256: string
  bytes: number
  /** Its file as it was called where it came from. */
  name: string
  kind: string
  title: string | null
  day: string | null
  created_at: string
  created_by: string
  replaces: string | null
  removed_at: string | null
  removed_by: string | null
}
