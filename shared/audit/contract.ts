import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'

const value = z.union([z.string(), z.number()]).nullable()

/** What somebody did. `other` stands for what this program has no word for. */
export const AUDIT_ACTIONS = [
  'registered',
  'imported',
  'amended',
  'reverted',
  'undone',
  'accepted',
  'withdrawn',
  'merged',
  'unmerged',
  'other',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const auditEntry = z.object({
  id: z.string(),
  at: z.string(),
  person: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  room: z.string(),
  recordId: z.string(),
  batchId: z.string().nullable(),
  batchName: z.string().nullable(),
  reason: z.string().nullable(),
  /** Field → [before, after]. A registration carries no changes: it is the present less what came later. */
  changes: z.record(z.string(), z.tuple([value, value])),
})
export type AuditEntry = z.output<typeof auditEntry>

/** An entry among those of the whole museum. */
const recentEntry = auditEntry.extend({
  /** The object that it is of; null where it is of something else, or of an object that is gone with its batch. */
  object: z.object({ number: z.string(), name: z.string().nullable() }).nullable(),
  /** The batch stands and can be undone as a whole. */
  canUndo: z.boolean(),
})
export type RecentEntry = z.output<typeof recentEntry>

/** A moment of a record: just after an entry, at the end of a day of the museum, or now. */
const moment = z.union([
  z.strictObject({ entry: z.string().max(80) }),
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ now: z.literal(true) }),
])
export type Moment = z.output<typeof moment>

/** How one field stood for a while. */
const stood = z.object({
  value,
  /** What was written where the value was understood. */
  literal: z.string().nullable(),
  /** What brought it about: for the oldest how the record came in, null where that is not known. */
  since: auditEntry.omit({ changes: true }).nullable(),
  /** The entry that ended it; null for what stands now. */
  until: z.string().nullable(),
  /** Going back to it is a correction of the ledger and needs a reason. */
  needsReason: z.boolean(),
})
export type Stood = z.output<typeof stood>

export const audit = {
  /** Who changed what in one record, newest first. */
  ofRecord: query(
    EVERYONE,
    z.strictObject({ recordId: z.uuid() }),
    z.object({ entries: z.array(auditEntry) })
  ),
  /** How one field of a record (or `extras.<heading>`) stood over time, newest first; the first stands now. */
  ofField: query(
    EVERYONE,
    z.strictObject({ recordId: z.uuid(), key: z.string().min(1).max(120) }),
    z.object({ revision: z.int(), stood: z.array(stood) })
  ),
  /** All that is said of a record at two moments, with its pictures; null is "not recorded". */
  compare: query(
    EVERYONE,
    z.strictObject({ recordId: z.uuid(), then: moment, now: moment }),
    z.object({
      /** False: the record was not entered yet. */
      thenThere: z.boolean(),
      nowThere: z.boolean(),
      lines: z.array(z.object({ key: z.string(), then: value, now: value })),
      /** Picture → its file. */
      pictures: z.record(z.string(), z.string()),
    })
  ),
  /**
   * What happened in the museum, newest first, behind the cursor `after`. Days are the museum's; `room` and `person` are
   * as `kinds` lists them.
   */
  recent: query(
    EVERYONE,
    z.strictObject({
      person: z.string().max(200).optional(),
      room: z.string().max(80).optional(),
      batch: z.string().max(80).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      after: z.string().max(200).nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ entries: z.array(recentEntry), next: z.string().nullable() })
  ),
  /** Who has written here, and of which rooms. */
  kinds: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ persons: z.array(z.string()), rooms: z.array(z.string()) })
  ),
  /**
   * Takes back one entry, or some of its fields: a new entry, never an erasure. Fields that someone has changed
   * since are left alone and named in `skipped`.
   */
  revert: command(
    CATALOGUERS,
    z.strictObject({ entryId: z.string().max(80), fields: z.array(z.string().max(80)).max(100).optional() }),
    z.object({ entryId: z.string().nullable(), recordId: z.string(), skipped: z.array(z.string()) })
  ),
  /**
   * Brings one field back to how it stood before an entry, with what was written then, whatever came in between:
   * `revision` is the one that was shown, so that nothing unseen is written over.
   */
  restore: command(
    CATALOGUERS,
    z.strictObject({
      recordId: z.uuid(),
      key: z.string().min(1).max(120),
      before: z.string().max(80),
      revision: z.int().min(1),
      reason: z.string().trim().max(500).optional(),
    }),
    z.object({ entryId: z.string(), recordId: z.string() })
  ),
} as const
