import type { Field } from '../../../shared/catalogue/fields.ts'
import { allFieldValues, type FieldValue } from '../../../shared/catalogue/record.ts'
import { readDay } from '../../../shared/kernel/day.ts'
import { readNumber } from '../../../shared/kernel/number.ts'

/** What was typed into a number, year or day field; undefined where it is no value of that field. */
export function readTyped(field: Field, typed: string): FieldValue | undefined {
  if (typed.trim() === '') return null
  const value = field.kind === 'day' ? readDay(typed).day : readNumber(typed).value
  if (value === null) return undefined
  const fits = allFieldValues.shape[field.id].safeParse(value)
  return fits.success ? value : undefined
}
