import { z } from 'zod'
import { TABLE_NAMES } from './names.ts'

/** What a museum's file says of one value of a code table: a value of its own, or a national value it no longer uses. */
export const ownValue = z.object({
  table: z.enum(TABLE_NAMES),
  code: z.string(),
  /** Null for a national value: its label is never the museum's to change. */
  label: z.string().nullable(),
  parent: z.string().nullable(),
  /** Historic years of a period, BCE negative, no year 0. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  /** Units of quantity: how many objects one of it is; null for a set. */
  pieces: z.int().nullable(),
  /** 废止 in this museum: it can no longer be chosen. */
  withdrawn: z.boolean(),
  /** Code of the value that it was merged into. */
  mergedInto: z.string().nullable(),
})
export type OwnValue = Readonly<z.output<typeof ownValue>>

/** A word of the museum's own for a value: the label of an own value, or an alias of any. */
export const ownWord = z.object({ table: z.enum(TABLE_NAMES), code: z.string(), text: z.string() })
export type OwnWord = Readonly<z.output<typeof ownWord>>

/** All that a museum adds to the national tables. */
export const additions = z.object({ values: z.array(ownValue), words: z.array(ownWord) })
export interface Additions {
  readonly values: readonly OwnValue[]
  readonly words: readonly OwnWord[]
}

export const NO_ADDITIONS: Additions = Object.freeze({ values: [], words: [] })
