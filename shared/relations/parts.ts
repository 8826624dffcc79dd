import { z } from 'zod'

const text = z.string().max(2000).nullable()

/**
 * A part of 一套多件: it cannot stand alone, so it shares the number of the whole with a 分件号 of its own behind it
 * (china-standards 1.8). Values of code tables are labels, materials are leaves joined by commas.
 */
export const part = z.strictObject({
  id: z.uuid(),
  number: z.string().min(1).max(200),
  name: text,
  materials: text,
  /** Size as it is written, in cm where it says no unit. */
  sizeText: text,
  mass: z.number().min(0).max(1e9).nullable(),
  massUnit: text,
  completeness: text,
  condition: text,
  place: text,
  remarks: text,
  /** The picture of the whole in which this part is seen. */
  picture: z.uuid().nullable(),
})
export type Part = Readonly<z.output<typeof part>>
export type PartField = Exclude<keyof Part, 'id'>
export const PART_FIELDS: readonly PartField[] = [
  'number',
  'name',
  'materials',
  'sizeText',
  'mass',
  'massUnit',
  'completeness',
  'condition',
  'place',
  'remarks',
  'picture',
]
export const MOST_PARTS = 500

/** Nothing recorded yet but the number. */
export const newPart = (id: string, number: string, given: Partial<Part> = {}): Part => ({
  name: null,
  materials: null,
  sizeText: null,
  mass: null,
  massUnit: null,
  completeness: null,
  condition: null,
  place: null,
  remarks: null,
  picture: null,
  ...given,
  id,
  number,
})

/** How the parts of one whole are numbered: `0012` + `-` + `01`. */
interface Pattern {
  readonly before: string
  readonly width: number
  readonly after: string
}
const USUAL: Pattern = { before: '-', width: 1, after: '' }
const BEHIND = /^(\D{0,3})(\d{1,6})(\D{0,2})$/u

function patternOf(whole: string, numbers: readonly string[]): Pattern {
  for (const number of numbers) {
    const seen = number.startsWith(whole) ? BEHIND.exec(number.slice(whole.length)) : null
    if (!seen) continue
    const [, before = '', digits = '', after = ''] = seen
    // without a sign between them the number of the part would run into that of the whole
    if (before !== '') return { before, width: digits.startsWith('0') ? digits.length : 1, after }
  }
  return USUAL
}

/**
 * The next `count` 分件号 of a whole, in the manner of those that it has; gaps are filled first. `numbers` are those in
 * use.
 */
export function proposeNumbers(whole: string, numbers: readonly string[], count: number): string[] {
  const { before, width, after } = patternOf(whole, numbers)
  const taken = new Set(numbers)
  const proposed: string[] = []
  for (let at = 1; proposed.length < count; at += 1) {
    const number = `${whole}${before}${String(at).padStart(width, '0')}${after}`
    if (!taken.has(number)) proposed.push(number)
  }
  return proposed
}

/** The first number that two parts of a list have, or null. */
export function twiceIn(parts: readonly Part[]): string | null {
  const seen = new Set<string>()
  for (const { number } of parts) {
    if (seen.has(number)) return number
    seen.add(number)
  }
  return null
}
