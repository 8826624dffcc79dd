import { z } from 'zod'
import type { FieldValues } from '../catalogue/record.ts'
import { table } from '../vocabulary/tables.ts'

/** Numbers of one series stand beside each other: those of a number type (china-standards 1.2), and the 分类号 of 1.10. */
export const CLASS_SERIES = '分类号'
/** Where museums keep the 临时号 of what has no registration number yet: the table of 1.2 has no type for it. */
export const TEMPORARY = '其他编号'
export const SERIES: readonly string[] = [
  ...table('number-type').values.map(({ label }) => label),
  CLASS_SERIES,
]

/** The fields that hold numbers of a series. */
export const NUMBERED = ['number', 'classNumber'] as const
export type Numbered = (typeof NUMBERED)[number]

export function seriesOf(field: Numbered, values: FieldValues): string {
  return field === 'classNumber' ? CLASS_SERIES : String(values.numberType ?? SERIES[0])
}

const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(20) }),
  /** The year in which the object came in. */
  z.strictObject({ kind: z.literal('year'), digits: z.union([z.literal(2), z.literal(4)]) }),
  /** The category by the museum's own letters, else by its place in the national list: 03. */
  z.strictObject({ kind: z.literal('category') }),
  z.strictObject({ kind: z.literal('running'), width: z.int().min(1).max(9) }),
])
export type PatternPart = z.output<typeof part>

export const SCOPES = ['whole', 'year', 'class', 'yearAndClass'] as const

/** How the numbers of a series are made. */
export const numberPattern = z.strictObject({
  parts: z.array(part).min(1).max(8),
  /** Where the running number begins anew. */
  scope: z.enum(SCOPES),
  /** A new record is filled in by itself. */
  auto: z.boolean(),
  /** Category → the museum's own letters for it. */
  letters: z.record(z.string().max(100), z.string().trim().max(8)),
})
export type NumberPattern = z.output<typeof numberPattern>

export const PATTERN_FAULTS = ['running', 'year', 'category', 'letters'] as const
export type PatternFault = (typeof PATTERN_FAULTS)[number]

const has = ({ parts }: NumberPattern, kind: PatternPart['kind']): number =>
  parts.filter((one) => one.kind === kind).length

/** Does the running number begin anew with each of these? */
export const isScoped = ({ scope }: NumberPattern, kind: 'year' | 'category'): boolean =>
  scope === 'yearAndClass' || scope === (kind === 'year' ? 'year' : 'class')

/** What makes a pattern useless; null for a good one: two objects must never be able to get one number. */
export function patternFault(pattern: NumberPattern): PatternFault | null {
  if (has(pattern, 'running') !== 1) return 'running'
  for (const kind of ['year', 'category'] as const)
    if (isScoped(pattern, kind) && has(pattern, kind) === 0) return kind
  if (has(pattern, 'category') === 0) return null
  const letters = table('category').values.map(({ label }) => letterOf(pattern, label))
  return new Set(letters).size === letters.length ? null : 'letters'
}

/** What stands for a category. */
export function letterOf({ letters }: NumberPattern, category: string): string {
  const own = letters[category]
  if (own !== undefined && own !== '') return own
  return table('category').values.find(({ label }) => label === category)?.code ?? category
}

/** What a number says besides its running part. */
export interface Stem {
  /** Four digits. */
  readonly year: string
  readonly category: string | null
}

/** The year an object came in, else that of its registration, else this year; and its category's letters. */
export function stemOf(pattern: NumberPattern, values: FieldValues, today: string): Stem {
  const days = [values.acquiredOn, values.registeredOn, today].map((day) => String(day ?? '').slice(0, 4))
  const { acquisitionYear } = values
  const dated = typeof acquisitionYear === 'number' && acquisitionYear >= 1000 && acquisitionYear <= 9999
  const year = dated ? String(acquisitionYear) : (days.find((one) => /^\d{4}$/.test(one)) ?? '')
  const { category } = values
  return { year, category: typeof category === 'string' ? letterOf(pattern, category) : null }
}

/** True where the pattern wants a category that the record does not have yet. */
export const lacksCategory = (pattern: NumberPattern, { category }: Stem): boolean =>
  category === null && has(pattern, 'category') > 0

const saidBy = (one: PatternPart, stem: Stem): string =>
  one.kind === 'text'
    ? one.text
    : one.kind === 'year'
      ? stem.year.slice(-one.digits)
      : one.kind === 'category'
        ? (stem.category ?? '')
        : ''

/** The number that a record of that stem has as the `running`th. */
export function writtenBy({ parts }: NumberPattern, stem: Stem, running: number): string {
  return parts
    .map((one) => (one.kind === 'running' ? String(running).padStart(one.width, '0') : saidBy(one, stem)))
    .join('')
}

/** What comes before the running number, as far as it is the same for all numbers of the stem's scope. */
export function fixedStart(
  pattern: NumberPattern,
  stem: Stem
): { readonly text: string; readonly toRunning: boolean } {
  let text = ''
  for (const one of pattern.parts) {
    if (one.kind === 'running') return { text, toRunning: true }
    if (one.kind !== 'text' && !isScoped(pattern, one.kind)) break
    text += saidBy(one, stem)
  }
  return { text, toRunning: false }
}

export interface ReadByPattern {
  /** The parts that the running number begins anew with, as they are written. */
  readonly scope: string
  readonly running: number
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/**
 * Reads numbers by a pattern; null for one that does not fit. A `loose` reader takes a running number that is short of
 * zeros: 12 where 0012 would be right.
 */
export function readerOf(pattern: NumberPattern, loose = false): (number: string) => ReadByPattern | null {
  const letters = table('category')
    .values.map(({ label }) => letterOf(pattern, label))
    .sort((a, b) => b.length - a.length)
    .map(escaped)
  const sources = pattern.parts.map((one) => {
    if (one.kind === 'text') return `(${escaped(one.text)})`
    if (one.kind === 'year') return `(\\d{${one.digits}})`
    if (one.kind === 'category') return `(${letters.join('|')})`
    return loose ? '(\\d{1,15})' : `(\\d{${one.width},15})`
  })
  const shape = new RegExp(`^${sources.join('')}$`, 'u')
  const at = pattern.parts.findIndex(({ kind }) => kind === 'running')
  const width = pattern.parts[at]?.kind === 'running' ? pattern.parts[at].width : 1
  return (number) => {
    const found = shape.exec(number)
    const digits = found?.[at + 1]
    if (!found || digits === undefined) return null
    // more digits than the width are right only where the number has grown past it: 00123 is no 0123
    if (!loose && digits.length > width && digits.startsWith('0')) return null
    const scoped = pattern.parts.flatMap((one, place) =>
      (one.kind === 'year' || one.kind === 'category') && isScoped(pattern, one.kind)
        ? [found[place + 1] ?? '']
        : []
    )
    return { scope: scoped.join('/'), running: Number(digits) }
  }
}

/** The scope that a record's number runs in, as `readerOf` tells it. */
export function scopeOf(pattern: NumberPattern, stem: Stem): string {
  return pattern.parts
    .flatMap((one) =>
      (one.kind === 'year' || one.kind === 'category') && isScoped(pattern, one.kind)
        ? [saidBy(one, stem)]
        : []
    )
    .join('/')
}

/** A pattern in one line, for the history: `YYYY-CC-000 yearAndClass 瓷器=瓷`. */
export function notationOf({ parts, scope, letters }: NumberPattern): string {
  const shape = parts.map((one) => {
    if (one.kind === 'text') return one.text
    if (one.kind === 'category') return 'CC'
    return one.kind === 'year' ? 'Y'.repeat(one.digits) : '0'.repeat(one.width)
  })
  const own = Object.entries(letters).map(([category, letter]) => `${category}=${letter}`)
  return [shape.join(''), scope, ...own].join(' ')
}
