import { z } from 'zod'
import { FIELD_IDS, type FieldId } from '../catalogue/fields.ts'
import type { AllFieldValues, FieldValues } from '../catalogue/record.ts'
import { classOf, subclassOf } from '../vocabulary/tables.ts'

/** A value of a code table that gives way to another in every record. */
export const recode = z.strictObject({
  field: z.enum(FIELD_IDS as [FieldId, ...FieldId[]]),
  from: z.string(),
  to: z.string(),
})
export type Recode = z.output<typeof recode>

/** The fields that may change with it. */
export const fieldsRecoded = ({ field }: Recode): FieldId[] =>
  field === 'materials' ? ['materials', 'materialClass', 'materialSubclass'] : [field]

/**
 * What becomes of a record. Of materials the one gives way to the other, which stands once; 质地类别 and 质地子类别 follow
 * where they said what followed from the materials before (V04).
 */
export function recoded(before: AllFieldValues, { field, from, to }: Recode): FieldValues {
  const text = before[field]
  if (field !== 'materials') return text === from ? { [field]: to } : {}
  if (typeof text !== 'string') return {}
  const leaves = text.split(',')
  if (!leaves.includes(from)) return {}
  const made = [...new Set(leaves.map((leaf) => (leaf === from ? to : leaf)))]
  const follows = (was: string | null, is: string | null, id: 'materialClass' | 'materialSubclass') =>
    before[id] !== null && before[id] === was && is !== null ? { [id]: is } : {}
  return {
    materials: made.join(','),
    ...follows(classOf(leaves), classOf(made), 'materialClass'),
    ...follows(subclassOf(leaves), subclassOf(made), 'materialSubclass'),
  }
}
