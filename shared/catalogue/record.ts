import { z } from 'zod'
import { part } from '../relations/parts.ts'
import { FACETS, FIELDS, FIELD_IDS, SORTS, type Field, type FieldId } from './fields.ts'

const MAX_TEXT = 32_767
const MAX_SHORT = 2_000

/** A field's value as stored and sent: text, code label, ISO day, number, or null for "not recorded". */
export type FieldValue = string | number | null
export type FieldValues = { readonly [F in FieldId]?: FieldValue }

function shapeOf(field: Field): z.ZodType<FieldValue> {
  switch (field.kind) {
    case 'integer':
      return z.int().min(0).max(1_000_000_000).nullable()
    case 'decimal':
      return z.number().min(0).max(1e9).nullable()
    case 'year':
      return z.int().min(-10_000).max(9_999).nullable()
    case 'day':
      return z.iso.date().nullable()
    case 'longText':
      return z.string().max(MAX_TEXT).nullable()
    default:
      return z.string().max(MAX_SHORT).nullable()
  }
}

const shapes = Object.fromEntries(FIELDS.map((field) => [field.id, shapeOf(field)])) as {
  readonly [F in FieldId]: z.ZodType<FieldValue>
}

const optional = Object.fromEntries(
  Object.entries(shapes).map(([id, shape]) => [id, shape.exactOptional()])
) as unknown as { readonly [F in FieldId]: z.ZodExactOptional<z.ZodType<FieldValue>> }

/** Some fields of a record: what a form or an import changes. Unknown keys are refused. */
export const fieldValues = z.strictObject(optional)
/** Typed and no value yet, by field: kept with a draft, so that a power cut in the middle of a day takes nothing. */
export const unreadTexts = z.partialRecord(
  z.enum(FIELD_IDS as [FieldId, ...FieldId[]]),
  z.string().max(MAX_SHORT)
)
export type UnreadTexts = z.output<typeof unreadTexts>

/** All fields of a record. */
export const allFieldValues = z.strictObject(shapes)
export type AllFieldValues = z.output<typeof allFieldValues>

/** What was written where a value was understood: field → text as it stood in the file or was typed. */
export const literals = z.record(z.string().max(100), z.string().max(MAX_TEXT))

export const objectRecord = z.object({
  id: z.uuid(),
  revision: z.int().min(1),
  values: allFieldValues,
  /** Parsed interval of era and eraText in signed years, BCE negative, no year 0. */
  eraStart: z.int().nullable(),
  eraEnd: z.int().nullable(),
  eraCertainty: z.string().nullable(),
  literals,
  /** Columns of the museum's own file that are none of our fields: heading → text. */
  extras: literals,
  /** The parts of 一套多件, in their order. */
  parts: z.array(part),
  batchId: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ObjectRecord = z.output<typeof objectRecord>

/** Nothing recorded yet. */
export const noValues: AllFieldValues = Object.freeze(
  Object.fromEntries(FIELD_IDS.map((id) => [id, null])) as Record<FieldId, FieldValue>
)

export const find = z.strictObject({
  /** Words typed into the search box; all must be found. One character is enough; pinyin initials work. */
  text: z.string().max(200).default(''),
  /** Facet → chosen values; null stands for "not recorded". Several values of one facet are joined by or. */
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().max(MAX_SHORT).nullable()).max(200)).default({}),
  /** Only objects with which this rule finds fault and nobody accepted it; `error` stands for any error. */
  rule: z
    .string()
    .regex(/^[A-Za-z0-9]{1,12}$/)
    .exactOptional(),
  /** Only objects with exactly that value in a field that has a code table; of materials, with that one among them. */
  value: z
    .strictObject({
      field: z.enum(FIELD_IDS as [FieldId, ...FieldId[]]),
      value: z.string().min(1).max(MAX_SHORT),
    })
    .exactOptional(),
  /** Only objects that this person or institution is linked to, in any role. */
  party: z.uuid().exactOptional(),
  /**
   * Only objects whose years touch those, lie within them, or are not known. Signed years, BCE negative; null is open.
   */
  years: z
    .strictObject({
      from: z.int().min(-2_000_000_000).max(9_999).nullable(),
      to: z.int().min(-2_000_000_000).max(9_999).nullable(),
      how: z.enum(['touch', 'within', 'unknown']),
    })
    .exactOptional(),
  /** Only objects that may be 革命文物 by their years or words and of which nobody has said so or not: a hint, 参考. */
  redHint: z.literal(true).exactOptional(),
})
export type Find = z.output<typeof find>

export const sort = z.strictObject({ by: z.enum(SORTS), descending: z.boolean().default(false) })
export type Sort = z.output<typeof sort>

/** A row of the grid. `next` of a page is the cursor behind its last row. */
export const objectRow = z.object({
  id: z.uuid(),
  revision: z.int(),
  values: z.partialRecord(
    z.enum(FIELD_IDS as [FieldId, ...FieldId[]]),
    z.union([z.string(), z.number()]).nullable()
  ),
  eraStart: z.int().nullable(),
  eraEnd: z.int().nullable(),
  warnings: z.int().min(0),
  updatedAt: z.string(),
})
export type ObjectRow = z.output<typeof objectRow>

/** What a rule found in a record: where, how grave, and the words' placeholders. */
export const finding = z.object({
  rule: z.string(),
  field: z.string().nullable(),
  level: z.enum(['warning', 'error']),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.output<typeof finding>
