import { readDay } from '../kernel/day.ts'
import { readNumber } from '../kernel/number.ts'
import { MOST_TEXT, type OwnDefinition, type OwnKind } from './record.ts'

/** A field as it begins: a text without anything said of it. */
export const blankDefinition: OwnDefinition = {
  name: '',
  english: null,
  kind: 'text',
  unit: null,
  min: null,
  max: null,
  codes: [],
  help: null,
  required: false,
  group: '',
}

/** The kind that all texts of a column fit, the narrowest first; a person looks at it before anything is made of it. */
export function guessKind(samples: readonly string[]): OwnKind {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (filled.length === 0) return 'text'
  // 0012 is a number of something, not a count
  const numbers = filled.map((text) => (/^0\d/.test(text) ? null : readNumber(text).value))
  if (numbers.every((value) => value !== null)) return numbers.every(Number.isInteger) ? 'integer' : 'decimal'
  if (filled.every((text) => readDay(text).day !== null)) return 'day'
  return filled.some((text) => text.length > MOST_TEXT / 10 || text.includes('\n')) ? 'longText' : 'text'
}
