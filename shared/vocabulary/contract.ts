import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { EVERYONE, TABLE_KEEPERS } from '../contract/roles.ts'
import { additions } from './additions.ts'
import { TABLE_NAMES } from './names.ts'

const table = z.enum(TABLE_NAMES)
const code = z.string().min(1).max(80)
const word = z.string().trim().min(1).max(60)
const about = { table, code }

/** What was changed in the tables: as the history of a record tells it, of `label`, `alias`, `status`, `merged`. */
const entry = z.object({
  id: z.string(),
  at: z.string(),
  person: z.string(),
  table: z.string(),
  code: z.string(),
  changes: z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()])),
})

const wanted = z.discriminatedUnion('kind', [
  /** `from` as it stands in the records, `into` the code of the value that it becomes. */
  z.strictObject({ kind: z.literal('merge'), table, from: z.string().min(1).max(2000), into: code }),
  z.strictObject({ kind: z.literal('rename'), ...about, label: word }),
])
export type WantedDeed = z.output<typeof wanted>

export const vocabulary = {
  /** What the museum adds to the national tables. */
  own: query(EVERYONE, z.strictObject({}), additions),
  /** How many objects have each value of each coded field, commonest first. Values that no table holds are among them. */
  uses: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ uses: z.array(z.object({ field: z.string(), value: z.string(), count: z.int() })) })
  ),
  /** What was changed in the tables of late, newest first. */
  history: query(
    EVERYONE,
    z.strictObject({ limit: z.int().min(1).max(500).default(50) }),
    z.object({ entries: z.array(entry) })
  ),
  /**
   * Adds a value of the museum's own. Faults: vocabulary.closed, vocabulary.wordTaken, vocabulary.badWord,
   * vocabulary.badParent, vocabulary.badYears.
   */
  add: command(
    TABLE_KEEPERS,
    z.strictObject({
      table,
      label: word,
      parent: code.nullable(),
      aliases: z.array(word).max(50).default([]),
      /** Years of a period, BCE negative. */
      start: z.int().nullable().default(null),
      end: z.int().nullable().default(null),
      /** Units of quantity: how many objects one of it is; null for a set. */
      pieces: z.int().min(1).max(10_000).nullable().default(null),
    }),
    z.object({ code: z.string() })
  ),
  /** Another word for a value, national or own. Faults: vocabulary.missing, vocabulary.wordTaken, vocabulary.badWord. */
  addAlias: command(TABLE_KEEPERS, z.strictObject({ ...about, alias: word }), z.object({})),
  /** Takes back an alias that the museum added. Fault: vocabulary.missing. */
  dropAlias: command(TABLE_KEEPERS, z.strictObject({ ...about, alias: word }), z.object({})),
  /**
   * 废止: the value can no longer be chosen here; records that have it keep it and are warned of. `objects` says how many.
   * Fault: vocabulary.missing.
   */
  withdraw: command(TABLE_KEEPERS, z.strictObject(about), z.object({ objects: z.int() })),
  /** Takes that back. Faults: vocabulary.missing, vocabulary.merged. */
  restore: command(TABLE_KEEPERS, z.strictObject(about), z.object({ objects: z.int() })),
  /**
   * Works out what merging two values, or renaming one of the museum's own, makes of every record; the job's answer is a
   * `changeResult`, and `changes.commit` does it. Faults: vocabulary.missing, vocabulary.national, vocabulary.wordTaken,
   * vocabulary.cannotMerge.
   */
  rehearse: command(TABLE_KEEPERS, z.strictObject({ wanted }), z.object({ job: z.string() })),
} as const
