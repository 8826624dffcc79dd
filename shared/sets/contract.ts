import { z } from 'zod'
import { chosen } from '../changes/contract.ts'
import { MOST_NAMED } from '../changes/wish.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'

/** What a set is for. */
export const SET_KINDS = ['exhibit', 'lend', 'repair', 'photograph', 'verify', 'other'] as const
export type SetKind = (typeof SET_KINDS)[number]

const id = z.uuid()
const name = z.string().trim().min(1).max(60)
const note = z.string().trim().max(500).nullable()
const kind = z.enum(SET_KINDS)

/** A set of objects. `count` are in it now; `gone` were in it when the batch that had brought them in was undone. */
export const objectSet = z.object({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  kind,
  note: z.string().nullable(),
  count: z.int(),
  gone: z.int(),
  person: z.string(),
  updatedAt: z.string(),
})
export type ObjectSet = z.output<typeof objectSet>

const one = z.object({ set: objectSet })
const entry = z.string().max(80)

/** What came of putting objects in or taking them out: how many moved, how many were (or were not) there already. */
const counted = z.object({ entry, moved: z.int(), already: z.int() })
/** The answer of the `sets.fill` and `sets.drain` jobs. */
export const fillResult = counted
export type FillResult = z.output<typeof fillResult>

/** Both sets' objects, those that are in both, those of the first that are not in the second, or just the first's. */
export const COMBINATIONS = ['union', 'common', 'without', 'copy'] as const
export type Combination = (typeof COMBINATIONS)[number]

/** Where the objects come from that are put into a set. */
export const filling = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('catalogue'), chosen }),
  z.strictObject({ from: z.literal('sets'), combination: z.enum(COMBINATIONS), first: id, second: id }),
])
export type FillingFrom = z.output<typeof filling>

const started = z.object({ job: z.string() })
const ids = z.array(id).min(1).max(MOST_NAMED)

export const sets = {
  /** In their order. */
  list: query(EVERYONE, z.strictObject({}), z.object({ sets: z.array(objectSet) })),
  /** Members in the order of the set, behind `after` (a cursor of an earlier answer). */
  members: query(
    EVERYONE,
    z.strictObject({
      set: id,
      after: z.string().max(80).nullable().default(null),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.object({
      members: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          name: z.string().nullable(),
          note: z.string().nullable(),
        })
      ),
      next: z.string().nullable(),
    })
  ),
  /** Objects that were in the set and have left the catalogue with an undone batch. `back`: the number is there again. */
  gone: query(
    EVERYONE,
    z.strictObject({ set: id }),
    z.object({
      gone: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          name: z.string().nullable(),
          note: z.string().nullable(),
          back: z.boolean(),
        })
      ),
    })
  ),
  /** The sets that an object is in. */
  ofObject: query(
    EVERYONE,
    z.strictObject({ id }),
    z.object({
      sets: z.array(z.object({ id: z.string(), name: z.string(), kind, note: z.string().nullable() })),
    })
  ),
  /** A new, empty set; the id is the caller's, so that a repeated call makes one. Fault: set.nameTaken. */
  make: command(CATALOGUERS, z.strictObject({ id, name, kind, note: note.default(null) }), one),
  /** `revision` is the one that was shown. Faults: set.missing, set.changedMeanwhile, set.nameTaken. */
  amend: command(
    CATALOGUERS,
    z.strictObject({
      id,
      revision: z.int().min(1),
      name: name.optional(),
      kind: kind.optional(),
      note: note.optional(),
    }),
    one
  ),
  /** The set goes, its objects stay in the catalogue; `restore` brings it back with all its members. */
  remove: command(CATALOGUERS, z.strictObject({ id }), z.object({})),
  restore: command(CATALOGUERS, z.strictObject({ id }), one),
  arrange: command(CATALOGUERS, z.strictObject({ ids: z.array(id).max(500) }), z.object({})),
  /** Puts objects at the end of a set. One that is in it already stays where it is. Fault: set.missing. */
  put: command(CATALOGUERS, z.strictObject({ set: id, ids }), counted),
  /** Takes objects out of a set; place and note are kept for `undo`. */
  take: command(CATALOGUERS, z.strictObject({ set: id, ids }), counted),
  /** The same for any number of objects: jobs with a `fillResult`. */
  fill: command(CATALOGUERS, z.strictObject({ set: id, filling }), started),
  drain: command(CATALOGUERS, z.strictObject({ set: id, chosen }), started),
  /** Takes back what an entry of `put`, `take`, `fill`, `drain` or `undo` did. Fault: record.nothingToUndo. */
  undo: command(CATALOGUERS, z.strictObject({ entry }), counted),
  /** Moves an object before another, or to the end; `was` is the one it stood before. Fault: set.notMember. */
  move: command(
    CATALOGUERS,
    z.strictObject({ set: id, id, before: id.nullable() }),
    z.object({ was: z.string().nullable() })
  ),
  /** What is noted of an object in a set; `was` is what was noted before. Fault: set.notMember. */
  note: command(CATALOGUERS, z.strictObject({ set: id, id, note }), z.object({ was: z.string().nullable() })),
  /** Puts the objects back that left with a batch and whose numbers are there again, in their old places. */
  rejoin: command(CATALOGUERS, z.strictObject({ set: id }), z.object({ moved: z.int() })),
  /** Forgets those that left with a batch. */
  forget: command(CATALOGUERS, z.strictObject({ set: id }), z.object({ moved: z.int() })),
} as const
