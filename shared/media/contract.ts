import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'
import { FAULTS } from '../contract/faults.ts'
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
})
export type Picture = z.output<typeof picture>

const files = z.array(z.object({ file: z.string(), code: z.enum(FAULTS) }))
/** Files that went in, but are smaller than the standard wants (I2). */
const remarks = z.array(z.object({ file: z.string(), code: z.enum(['small', 'tooSmall']) }))

/** The answer of `media.take`. */
export const takeResult = z.object({
  files: z.int(),
  added: z.int(),
  /** The same picture is there already. */
  already: z.int(),
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

/** The answer of `media.renew`. */
export const renewResult = z.object({ made: z.int(), failed: z.int() })

const started = z.object({ job: z.string() })
const id = z.string().max(80)
const token = z.string().max(200)
const entry = z.object({ entryId: z.string().nullable() })
/** Files chosen at once. */
export const MOST_FILES = 500

export const media = {
  ofObject: query(EVERYONE, z.strictObject({ objectId: z.uuid() }), z.object({ pictures: z.array(picture) })),
  /**
   * Takes files chosen by the user (tokens) in as pictures of an object, each file by itself; with `replaces` as the
   * new version of that picture: the job's answer is a `takeResult`.
   */
  take: command(
    CATALOGUERS,
    z.strictObject({
      objectId: z.uuid(),
      files: z.array(token).min(1).max(MOST_FILES),
      replaces: id.optional(),
    }),
    started
  ),
  /** Sets the view or the caption of a picture. The answer's entry takes it back (`audit.revert`). */
  describe: command(
    CATALOGUERS,
    z.strictObject({
      id,
      view: z.enum(VIEWS).optional(),
      caption: z.string().trim().max(500).nullable().optional(),
    }),
    entry
  ),
  /** Puts the pictures of an object in order; those not named come last, in the order they had. */
  arrange: command(CATALOGUERS, z.strictObject({ objectId: z.uuid(), ids: z.array(id).max(10_000) }), entry),
  /** Takes a picture away from its object. Row and file stay, and the answer's entry brings it back. */
  remove: command(CATALOGUERS, z.strictObject({ id }), entry),
  /**
   * Takes in a folder of photos (a token) whose names begin with the number of their object; `rehearse` only tells
   * what would come of it. One batch, undone by `imports.undo`. The job's answer is a `photosResult`.
   */
  photos: command(
    CATALOGUERS,
    z.strictObject({ folder: token, rehearse: z.boolean().default(false) }),
    started
  ),
  /** Makes the small pictures anew that are missing: the job's answer is a `renewResult`. */
  renew: command(CATALOGUERS, z.strictObject({}), started),
} as const
