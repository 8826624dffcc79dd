import { z } from 'zod'
import { part } from '../relations/parts.ts'
import { isOwnId, MOST_LONG_TEXT, ownId, type OwnId } from '../fields/record.ts'
import { FACETS, FIELDS, FIELD_IDS, isFieldId, SORTS, type Field, type FieldId } from './fields.ts'

const MAX_TEXT = 32_767
const MAX_SHORT = 2_000

/** A field's value as stored and sent: text, code label, ISO day, number, or null for "not recorded". */
export type FieldValue = string | number | null
/** Values of fields that the museum has added; what is not recorded is not there. */
export type OwnValues = Readonly<Record<OwnId, FieldValue>>
export type FieldValues = { readonly [F in FieldId]?: FieldValue } & OwnValues
/** The same while they are being gathered. */
export type Gathered = { [F in FieldId]?: FieldValue } & Record<OwnId, FieldValue>
/** Whatever a value of a record may stand under. */
export type FieldKey = FieldId | OwnId
export const isFieldKey = (key: string): key is FieldKey => isFieldId(key) || isOwnId(key)
const fieldKey = z.string().max(80).refine(isFieldKey)

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

/** What any field of the museum's own may hold; what its definition allows is judged where the definition is known. */
const ownValue: z.ZodType<FieldValue> = z.union([z.string().max(MOST_LONG_TEXT), z.number()]).nullable()

/** Beside the fields of the national table, a museum's own; any other key is refused. */
function withOwn<T>(shape: Readonly<Record<string, z.ZodType>>): z.ZodType<T, T> {
  const known = z
    .object(shape)
    .catchall(ownValue)
    .refine((values) => Object.keys(values).every(isFieldKey), 'unknown field')
  // the one widening: that all keys are those of T is what has just been refined
  return known as unknown as z.ZodType<T, T>
}

/** Is that a value of a field of the national table? Of the museum's own see shared/fields/reading.ts. */
export const fitsField = (field: FieldId, value: unknown): boolean => shapes[field].safeParse(value).success

/** Some fields of a record: what a form or an import changes. Unknown keys are refused. */
export const fieldValues = withOwn<FieldValues>(optional)
/** Typed and no value yet, by field: kept with a draft, so that a power cut in the middle of a day takes nothing. */
export type UnreadTexts = { readonly [F in FieldKey]?: string }
export const unreadTexts = z.record(fieldKey, z.string().max(MAX_SHORT)) as unknown as z.ZodType<
  UnreadTexts,
  UnreadTexts
>

/** All fields of a record. */
export type AllFieldValues = { readonly [F in FieldId]: FieldValue } & OwnValues
export const allFieldValues = withOwn<AllFieldValues>(shapes)

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

export const yearsSought = z.strictObject({
  from: z.int().min(-2_000_000_000).max(9_999).nullable(),
  to: z.int().min(-2_000_000_000).max(9_999).nullable(),
  how: z.enum(['touch', 'within', 'unknown']),
})
/** The value of any field; null where it is not recorded. */
export const valueIn = (values: FieldValues, key: FieldKey): FieldValue => values[key] ?? null

/** Those of a museum's own fields that are recorded. */
export function ownIn(values: FieldValues): OwnValues {
  const own: Record<OwnId, FieldValue> = {}
  for (const key in values) if (isOwnId(key) && (values[key] ?? null) !== null) own[key] = values[key] ?? null
  return own
}

export const find = z.strictObject({
  /** Words typed into the search box; all must be found. One character is enough; pinyin initials work. */
  text: z.string().max(200).default(''),
  /** Facet → chosen values; null stands for "not recorded". Several values of one facet are joined by or. */
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().max(MAX_SHORT).nullable()).max(200)).default({}),
  /** The same of code lists of the museum's own. */
  own: z.record(ownId, z.array(z.string().max(MAX_SHORT).nullable()).max(200)).exactOptional(),
  /**
   * Only objects with which this rule finds fault and nobody accepted it; `error` stands for any error, `warning` for
   * anything found at all, `pictureless` for objects without any picture.
   */
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
  /** Only members of that set; see shared/sets. */
  set: z.uuid().exactOptional(),
  /** Only objects acquired in that year. */
  acquiredIn: z.int().min(1).max(9999).exactOptional(),
  /**
   * Only objects whose years touch those, lie within them, or are not known. Signed years, BCE negative; null is open.
   */
  years: yearsSought.exactOptional(),
  /** Only objects that may be 革命文物 by their years or words and of which nobody has said so or not: a hint, 参考. */
  redHint: z.literal(true).exactOptional(),
})
export type Find = z.output<typeof find>

export const sort = z.strictObject({
  by: z.union([z.enum(SORTS), ownId]),
  descending: z.boolean().default(false),
})
export type Sort = z.output<typeof sort>

/** A row of the grid. `next` of a page is the cursor behind its last row. */
export const objectRow = z.object({
  id: z.uuid(),
  revision: z.int(),
  values: fieldValues,
  eraStart: z.int().nullable(),
  eraEnd: z.int().nullable(),
  warnings: z.int().min(0),
  updatedAt: z.string(),
  /** In a set: what is noted of the object there. */
  note: z.string().nullable().exactOptional(),
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
