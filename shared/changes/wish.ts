import { z } from 'zod'
import { FIELDS, FIELD_IDS, fieldOf, type Field, type FieldId } from '../catalogue/fields.ts'
import { fieldValues } from '../catalogue/record.ts'

/** Records that are named one by one, at most: more are chosen by what finds them. */
export const MOST_NAMED = 5000

/** Numbers say which object a record is of: each record has its own. */
const NUMBERS: ReadonlySet<FieldId> = new Set(['number', 'numberType', 'censusNumber'])

/** The fields that may be changed in many records at once, in the order of the form. */
export const CHANGEABLE: readonly Field[] = FIELDS.filter(({ id }) => !NUMBERS.has(id))

export const isText = (field: Field): boolean => field.kind === 'text' || field.kind === 'longText'

/** Finds a text in a field and puts another in its place. */
export const replacement = z.strictObject({
  field: z.enum(FIELD_IDS as [FieldId, ...FieldId[]]),
  find: z.string().min(1).max(500),
  by: z.string().max(2000),
  /** Case and full width do not matter. */
  folded: z.boolean(),
  /** Only where it is the whole text of the field. */
  whole: z.boolean(),
})
export type Replacement = z.output<typeof replacement>

const fieldsOf = (wanted: Wish): FieldId[] => [
  ...FIELD_IDS.filter((id) => id in wanted.set),
  ...wanted.replace.map(({ field }) => field),
]

/** What is wanted of many records: values for fields (null empties one) and texts to be replaced; each field once. */
export const wish = z
  .strictObject({ set: fieldValues, replace: z.array(replacement).max(FIELDS.length) })
  .refine((wanted) => fieldsOf(wanted).length > 0, 'nothing is wanted')
  .refine((wanted) => !fieldsOf(wanted).some((id) => NUMBERS.has(id)), 'a number is a record’s own')
  .refine((wanted) => new Set(fieldsOf(wanted)).size === fieldsOf(wanted).length, 'a field is named twice')
  .refine((wanted) => wanted.replace.every(({ field }) => isText(fieldOf(field))), 'not a field of text')
export interface Wish {
  readonly set: z.output<typeof fieldValues>
  readonly replace: readonly Replacement[]
}
