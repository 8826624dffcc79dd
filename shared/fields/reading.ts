import { readDay } from '../kernel/day.ts'
import { isDay } from '../kernel/calendar.ts'
import { foldKey, tidyText } from '../kernel/fold.ts'
import { readNumber } from '../kernel/number.ts'
import { MOST_LONG_TEXT, MOST_NUMBER, MOST_TEXT, type OwnField } from './record.ts'

type Kind = Pick<OwnField, 'kind' | 'codes'>

/** What a text says to a field; `value` is null where it is no value of it. */
export interface ReadOwn {
  readonly value: string | number | null
  /** The text where the value does not show it as it stands. */
  readonly literal: string | null
}

/** Is that a value of such a field as it is stored? Labels that the list does not hold are, and are warned about. */
export function fitsOwn({ kind }: Pick<OwnField, 'kind'>, value: string | number | null): boolean {
  if (value === null) return true
  switch (kind) {
    case 'integer':
      return Number.isSafeInteger(value) && Math.abs(Number(value)) <= MOST_NUMBER
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST_NUMBER
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'longText':
      return typeof value === 'string' && value.length <= MOST_LONG_TEXT
    default:
      return typeof value === 'string' && value.length <= MOST_TEXT
  }
}

/** The label that a text stands for in a list, by label or alias, folded; null where none is meant. */
export function labelIn({ codes }: Pick<OwnField, 'codes'>, text: string): string | null {
  const key = foldKey(text)
  const found =
    codes.find(({ label }) => foldKey(label) === key) ??
    codes.find(({ aliases }) => aliases.some((alias) => foldKey(alias) === key))
  return found?.label ?? null
}

function valueOf(field: Kind, text: string): string | number | null {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return readNumber(text).value
    case 'day':
      return readDay(text).day
    case 'code':
      return labelIn(field, text)
    default:
      return tidyText(text)
  }
}

/** Reads a text as a value of a field: nothing is guessed and nothing lost, for what is not understood is the literal. */
export function readOwn(field: Kind, text: string): ReadOwn {
  const trimmed = text.trim()
  if (trimmed === '') return { value: null, literal: null }
  const value = valueOf(field, trimmed)
  if (value === null || value === '' || !fitsOwn(field, value)) return { value: null, literal: trimmed }
  return { value, literal: String(value) === trimmed ? null : trimmed }
}
