import { FIELDS, type Field } from '../catalogue/fields.ts'
import { foldKey } from '../kernel/fold.ts'
import type { Additions } from './additions.ts'
import { leavesOf } from './load.ts'
import { SEPARATORS } from './materials.ts'
import type { TableName } from './names.ts'
import type { VocabularyTable, VocabularyValue } from './record.ts'

/**
 * Tables that take values of a museum's own. Grades are the law's, bands and classes follow from other fields, degrees of
 * completeness and condition are the census's: those take aliases only.
 */
const OPEN: ReadonlySet<TableName> = new Set<TableName>([
  'category',
  'era',
  'material',
  'source',
  'quantity-unit',
  'book-type',
])
export const takesOwnValues = (name: TableName): boolean => OPEN.has(name)

/** The field whose values come from that table; reference tables (reigns, rulers) have none and are not adjusted. */
export const fieldOfTable = (name: TableName): Field | undefined =>
  FIELDS.find((field) => field.table === name)

/** A value as it stands in a record: an era by its code, all others by their label. */
export const storedAs = (
  name: TableName,
  { code, label }: Pick<VocabularyValue, 'code' | 'label'>
): string => (name === 'era' ? code : label)

/** The values of which one may stand in a record. */
export const choosable = (name: TableName, table: VocabularyTable): readonly VocabularyValue[] =>
  name === 'material' ? leavesOf(table) : table.values

const SPAN = { least: -10_000_000_000, most: 9999 } as const
/** Years of a period of the museum's own: signed, no year 0, in order. */
export function yearsFit(start: number | null, end: number | null): boolean {
  const one = (year: number | null): boolean =>
    year === null || (year !== 0 && year >= SPAN.least && year <= SPAN.most)
  return one(start) && one(end) && (start === null || end === null || start <= end)
}

/** A word that can be told apart in a list of materials and printed in one line. */
export function wordFits(name: TableName, text: string): boolean {
  if (foldKey(text) === '' || /\p{Cc}/u.test(text)) return false
  return name !== 'material' || !SEPARATORS.test(text)
}

/** Whether an own value may stand there: materials below 有机质 or 无机质, periods below a period, others anywhere. */
export function parentFits(name: TableName, { values }: VocabularyTable, parent: string | null): boolean {
  if (parent === null) return name !== 'material' && name !== 'era'
  const codes = new Map(values.map((value) => [value.code, value]))
  if (codes.get(parent)?.mergedInto !== undefined || !codes.has(parent)) return false
  if (name !== 'material') return true
  for (let at = codes.get(parent); at; at = at.parent === undefined ? undefined : codes.get(at.parent))
    if (at.label === '有机质' || at.label === '无机质') return true
  return false
}

/**
 * The value that stands in the way of a word. A label yields to other labels and to the museum's own words; an alias also
 * to national aliases, save those that only ask (调拨 → 拨交?) or are slips. `code` is the value that wants the word.
 */
export function wordTakenBy(
  name: TableName,
  { values }: VocabularyTable,
  additions: Additions,
  wanted: { readonly text: string; readonly code: string | null; readonly as: 'label' | 'alias' }
): VocabularyValue | null {
  const key = foldKey(wanted.text)
  const label = values.find((value) => foldKey(value.label) === key && value.code !== wanted.code)
  if (label) return label
  const own = additions.words.find(({ table, text }) => table === name && foldKey(text) === key)
  if (own && (own.code !== wanted.code || wanted.as === 'alias'))
    return values.find(({ code }) => code === own.code) ?? null
  if (wanted.as === 'label') return null
  const isSure = (value: VocabularyValue): boolean =>
    value.aliases.some((alias) => typeof alias === 'string' && foldKey(alias) === key) ||
    foldKey(value.label) === key
  return values.find(isSure) ?? null
}
