import { z } from 'zod'

/** Another way a value is written; `ask` must be confirmed by a person, `typo` is a slip of the pen worth telling. */
const alias = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), ask: z.literal(true) }),
  z.strictObject({ text: z.string().min(1), typo: z.literal(true) }),
])

const status = z.enum(['现行', '废止', '待核实'])

const value = z.strictObject({
  code: z.string().min(1),
  /** Exactly as exported. */
  label: z.string().min(1),
  aliases: z.array(alias).default([]),
  /** Code of the value above; in `period`, `culture`, `ruler` and `reign` a code of the `era` table. */
  parent: z.string().optional(),
  status: status.optional(),
  /** Historic years, BCE negative, no year 0. Absent: open on that side. */
  start: z.int().optional(),
  end: z.int().optional(),
  /** The years are rounded or disputed: 参考. */
  approximate: z.literal(true).optional(),
  /** Years of it are counted like those of a reign: 民国二十年. */
  counted: z.literal(true).optional(),
  dynasty: z.string().optional(),
  /** Of several reigns with one title, those of the lesser courts. */
  minor: z.literal(true).optional(),
  /** Bands: grams or calendar days, see the table's source. */
  from: z.union([z.number(), z.string()]).optional(),
  to: z.union([z.number(), z.string()]).optional(),
  /** Units of quantity: how many objects one of it is. */
  pieces: z.int().optional(),
  note: z.string().optional(),
})

/** A table as it lies in resources/vocabularies. */
export const vocabularyTable = z.strictObject({
  id: z.string(),
  version: z.string(),
  status,
  source: z.string().min(1),
  values: z.array(value).min(1),
})

export type Alias = z.output<typeof alias>
export type VocabularyValue = Readonly<z.output<typeof value>> & {
  /** The museum's own, not of the national table. */
  readonly own?: true
  /** Of an own value that was merged into another: that one's code. */
  readonly mergedInto?: string
}
export type VocabularyTable = Readonly<Omit<z.output<typeof vocabularyTable>, 'values'>> & {
  readonly values: readonly VocabularyValue[]
}
