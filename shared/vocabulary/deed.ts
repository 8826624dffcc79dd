import { z } from 'zod'
import type { FieldId } from '../catalogue/fields.ts'
import type { Recode } from '../changes/recode.ts'
import type { Additions, OwnValue } from './additions.ts'
import { TABLE_NAMES } from './names.ts'
import { fieldOfTable } from './rules.ts'

/** A change of a table that records follow: kept with its batch, so that it can be undone with it. */
export const valueDeed = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    table: z.enum(TABLE_NAMES),
    /** What stands in the records now, and what will. */
    from: z.string(),
    to: z.string(),
    /** The own value that becomes an alias of the other; null for a national one, which stays as it is. */
    code: z.string().nullable(),
    into: z.string(),
    /** Whether it was 废止 before. */
    withdrawn: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('rename'),
    table: z.enum(TABLE_NAMES),
    code: z.string(),
    before: z.string(),
    after: z.string(),
    /** Whether the new label was an alias of the value before. */
    known: z.boolean(),
  }),
])
export type ValueDeed = z.output<typeof valueDeed>

/** What the deed changes in records; null for a renamed period, which records have by its code. */
export function recodeOf(deed: ValueDeed): Recode | null {
  const field: FieldId | undefined = fieldOfTable(deed.table)?.id
  if (field === undefined) return null
  if (deed.kind === 'merge') return { field, from: deed.from, to: deed.to }
  return deed.table === 'era' ? null : { field, from: deed.before, to: deed.after }
}

/** What the deed makes of the museum's additions. */
export function afterDeed({ values, words }: Additions, deed: ValueDeed): Additions {
  const change = (to: Partial<OwnValue>): OwnValue[] =>
    values.map((value) =>
      value.table === deed.table && value.code === deed.code ? { ...value, ...to } : value
    )
  if (deed.kind === 'merge') {
    return { values: change({ withdrawn: true, mergedInto: deed.into }), words }
  }
  const word = { table: deed.table, code: deed.code, text: deed.after }
  return { values: change({ label: deed.after }), words: deed.known ? words : [...words, word] }
}
