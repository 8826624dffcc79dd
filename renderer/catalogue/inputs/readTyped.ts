import { fitsField, type FieldValue } from '../../../shared/catalogue/record.ts'
import { fitsOwn } from '../../../shared/fields/reading.ts'
import { readDay } from '../../../shared/kernel/day.ts'
import { readNumber } from '../../../shared/kernel/number.ts'
import { isOwn, type AnyField } from '../../fields/own.ts'

/** What was typed into a number, year or day field; undefined where it is no value of that field. */
export function readTyped(field: AnyField, typed: string): FieldValue | undefined {
  if (typed.trim() === '') return null
  const value = field.kind === 'day' ? readDay(typed).day : readNumber(typed).value
  if (value === null) return undefined
  const fits = isOwn(field) ? fitsOwn(field, value) : fitsField(field.id, value)
  return fits ? value : undefined
}
