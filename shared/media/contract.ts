import { z } from 'zod'
import { chosen } from '../changes/contract.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { FAULTS } from '../contract/faults.ts'
import { attachment } from './attachments.ts'
import { mark, markPoints, SHAPES } from './marks.ts'
import { VIEWS } from './rules.ts'

/** A picture of an object. The window shows it as `app://media/<sha256>`; no path ever leaves the host. */
export const picture = z.object({
  id: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `image/jpeg`, by its bytes. */
  type: z.string(),
  bytes: z.int(),
  /** Its file as it was called where it came from. */
  name: z.string().nullable(),
  view: z.string(),
  caption: z.string().nullable(),
  position: z.int(),
  /** In pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** As the camera wrote it, in no zone. */
  taken: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  /** From the camera or by hand (I4). */
  photographer: z.string().nullable(),
  /** A scale or a colour card is in it; null where nobody has said. */
  scaleCard: z.boolean().nullable(),
  /** Why one that is too small for I2 was let in. */
  smallReason: z.string().nullable(),
})
export type Picture = z.output<typeof picture>

/** An earlier version of a picture that is there, kept with its file. */
const olderPicture = picture.extend({
  /** The picture that is there now. */
  of: z.string(),
})

const files = z.array(z.object({ file: z.string(), code: z.enum(FAULTS) }))
/** Files that went in, but are smaller than the standard wants (I2). */
const remarks = z.array(z.object({ file: z.string(), code: z.enum(['small', 'tooSmall']) }))

/** The answer of `media.take`. */
export const takeResult = z.object({
  files: z.int(),
  added: z.int(),
  /** The same picture is there already. */
  already: z.int(),
  /** Files that became attachments. */
  attached: z.int(),
  refused: files,
  remarks,
  /** What takes the adding back; null where nothing was added. */
  entryId: z.string().nullable(),
})
export type TakeResult = z.output<typeof takeResult>

/** The answer of `media.photos`: what a folder of photos matched, by the names of its files. */
export const photosResult = z.object({
  /** Null for a rehearsal, and where nothing was added. */
  batch: z.string().nullable(),
  files: z.int(),
  matched: z.int(),
  added: z.int(),
  already: z.int(),
  unmatched: z.array(z.string()),
  refused: files,
  remarks,
  /** File, number of the object, view: at most `MOST_MATCHES` of those that go in. */
  matches: z.array(z.object({ file: z.string(), number: z.string(), view: z.string() })),
})
export type PhotosResult = z.output<typeof photosResult>
export const MOST_MATCHES = 500

/** The answer of `media.saveOut`. */
export const savedOut = z.object({ objects: z.int(), saved: z.int(), failed: files })
export type SavedOut = z.output<typeof savedOut>

/** The answer of `media.saveAttachment`. */
export const savedCopy = z.object({ bytes: z.int() })

/** The answer of `media.renew`. */
export const renewResult = z.object({ made: z.int(), failed: z.int() })

const started = z.object({ job: z.string() })
const id = z.string().max(80)
const token = z.string().max(200)
const entry = z.object({ entryId: z.string().nullable() })
/** Files chosen at once. */
export const MOST_FILES = 500

const objectId = z.uuid()
const files500 = z.array(token).min(1).max(MOST_FILES)
/** Why pictures under 800 pixels come in all the same (I2): of many an old object there is no other. */
const smallReason = z.string().trim().min(1).max(200).optional()
const words = (most: number) => z.string().trim().max(most).nullable()
const kind = z.string().trim().min(1).max(40)
const day = z.iso.date().nullable()

export const media = {
  ofObject: query(
    EVERYONE,
    z.strictObject({ objectId }),
    z.object({ pictures: z.array(picture), older: z.array(olderPicture), attachments: z.array(attachment) })
  ),
  /**
   * Takes files chosen by the user (tokens) in as pictures of an object, each file by itself; with `replaces` as the
   * new version of that picture. Files that are no pictures by their bytes are refused, or with `others` become
   * attachments. The job's answer is a `takeResult`.
   */
  take: command(
    CATALOGUERS,
    z.strictObject({
      objectId,
      files: files500,
      replaces: id.optional(),
      smallReason,
      others: z.boolean().optional(),
    }),
    started
  ),
  /**
   * Takes any files in as attachments of an object, pictures among them (the scan of a voucher); with `replaces` as the
   * new version of that attachment. Without a kind the name of the file tells it. The job's answer is a `takeResult`.
   */
  attach: command(
    CATALOGUERS,
    z.strictObject({ objectId, files: files500, kind: kind.optional(), replaces: id.optional() }),
    started
  ),
  /** Sets what is said of a picture. The answer's entry takes it back (`audit.revert`), as for all that follow. */
  describe: command(
    CATALOGUERS,
    z.strictObject({
      id,
      view: z.enum(VIEWS).optional(),
      caption: words(500).optional(),
      photographer: words(100).optional(),
      scaleCard: z.boolean().nullable().optional(),
    }),
    entry
  ),
  /** Puts the pictures of an object in order; those not named come last, in the order they had. */
  arrange: command(CATALOGUERS, z.strictObject({ objectId, ids: z.array(id).max(10_000) }), entry),
  /** Takes a picture away from its object. Row and file stay, and the answer's entry brings it back. */
  remove: command(CATALOGUERS, z.strictObject({ id }), entry),
  /** The marks on one picture, on that very version, in the order they were drawn. */
  marks: query(EVERYONE, z.strictObject({ pictureId: id }), z.object({ marks: z.array(mark) })),
  /** Draws a mark on a picture; `id` is the window's own UUID. */
  mark: command(
    CATALOGUERS,
    z.strictObject({
      id: z.uuid(),
      pictureId: id,
      shape: z.enum(SHAPES),
      points: markPoints,
      words: words(500),
    }),
    entry
  ),
  amendMark: command(
    CATALOGUERS,
    z.strictObject({ id, points: markPoints.optional(), words: words(500).optional() }),
    entry
  ),
  removeMark: command(CATALOGUERS, z.strictObject({ id }), entry),
  describeAttachment: command(
    CATALOGUERS,
    z.strictObject({ id, kind: kind.optional(), title: words(200).optional(), day: day.optional() }),
    entry
  ),
  /** Takes an attachment away from its object. Row and file stay, and the answer's entry brings it back. */
  removeAttachment: command(CATALOGUERS, z.strictObject({ id }), entry),
  /** Saves a copy of an attachment, also of an earlier version, where the user said (a token): a `savedCopy`. */
  saveAttachment: command(EVERYONE, z.strictObject({ id, to: token }), started),
  /**
   * Takes in photos whose names begin with the number of their object: a folder of them (a token) or files that were
   * chosen. `rehearse` only tells what would come of it. One batch, undone by `imports.undo`. The job's answer is a
   * `photosResult`.
   */
  photos: command(
    CATALOGUERS,
    z.strictObject({
      folder: token.optional(),
      files: files500.optional(),
      rehearse: z.boolean().default(false),
      smallReason,
    }),
    started
  ),
  /**
   * Saves the pictures of objects into a folder (a token) under the names of I3, which `photos` reads again. Files that
   * are there already stay, a copy gets the next number. The job's answer is a `savedOut`.
   */
  saveOut: command(EVERYONE, z.strictObject({ chosen, folder: token }), started),
  /** Makes the small pictures anew that are missing: the job's answer is a `renewResult`. */
  renew: command(CATALOGUERS, z.strictObject({}), started),
} as const
