import { z } from 'zod'
import { FIELDS, FIELD_IDS, fieldOf, type Field, type FieldId } from '../catalogue/fields.ts'
import { fieldValues, isFieldKey, type FieldKey } from '../catalogue/record.ts'
import { isOwnId, MOST_FIELDS, ownId } from '../fields/record.ts'

/** Records that are named one by one, at most: more are chosen by what finds them. */
export const MOST_NAMED = 5000

/** Numbers say which object a record is of: each record has its own. */
const NUMBERS: ReadonlySet<string> = new Set<FieldId>(['number', 'numberType', 'censusNumber'])

/** The fields that may be changed in many records at once, in the order of the form. */
export const CHANGEABLE: readonly Field[] = FIELDS.filter(({ id }) => !NUMBERS.has(id))

export const isText = (field: Pick<Field, 'kind'>): boolean =>
  field.kind === 'text' || field.kind === 'longText'

/** Finds a text in a field and puts another in its place. */
export const replacement = z.strictObject({
  field: z.union([z.enum(FIELD_IDS as [FieldId, ...FieldId[]]), ownId]),
  find: z.string().min(1).max(500),
  by: z.string().max(2000),
  /** Case and full width do not matter. */
  folded: z.boolean(),
  /** Only where it is the whole text of the field. */
  whole: z.boolean(),
})
export type Replacement = z.output<typeof replacement>

/** A column of the museum's own file, kept beside the record, that becomes the value of a field it has added. */
export const promotion = z.strictObject({ heading: z.string().min(1).max(100), field: ownId })
export type Promotion = z.output<typeof promotion>

/** The fields that are wanted otherwise, in the order of the wish. */
export const fieldsIn = (wanted: Wish): FieldKey[] => [
  ...Object.keys(wanted.set).filter(isFieldKey),
  ...wanted.replace.map(({ field }) => field),
  ...wanted.promote.map(({ field }) => field),
]

/** A museum's own field of numbers or days has no text; that is known only where its definition is. */
const holdsText = (field: FieldKey): boolean => isOwnId(field) || isText(fieldOf(field))

/** What is wanted of many records: values for fields (null empties one) and texts to be replaced; each field once. */
export const wish = z
  .strictObject({
    set: fieldValues,
    replace: z.array(replacement).max(FIELDS.length + MOST_FIELDS),
    promote: z.array(promotion).max(MOST_FIELDS).default([]),
  })
  .refine((wanted) => fieldsIn(wanted).length > 0, 'nothing is wanted')
  .refine((wanted) => !fieldsIn(wanted).some((id) => NUMBERS.has(id)), 'a number is a record’s own')
  .refine((wanted) => new Set(fieldsIn(wanted)).size === fieldsIn(wanted).length, 'a field is named twice')
  .refine((wanted) => wanted.replace.every(({ field }) => holdsText(field)), 'not a field of text')
export interface Wish {
  readonly set: z.output<typeof fieldValues>
  readonly replace: readonly Replacement[]
  readonly promote: readonly Promotion[]
}
