import { fieldOf, isFieldId, type FieldId } from '../catalogue/fields.ts'
import { inUse, isOwnId, type OwnField } from '../fields/record.ts'
import { readCode } from '../vocabulary/tables.ts'
import type { Target } from './contract.ts'
import { headingKey, readHeading, type ReadHeading } from './headings.ts'
import { kindAndUnit } from './read-count.ts'
import { isLength, unitOf } from './units.ts'

/** A column as it is met: its heading (levels joined by `/`) and some of what stands in it. */
export interface SeenColumn {
  readonly column: number
  readonly text: string
  readonly samples: readonly string[]
}

export interface MatchedColumn extends SeenColumn {
  readonly target: Target
  readonly because: 'remembered' | 'alias' | 'content' | 'none'
}

interface Claim {
  readonly column: SeenColumn
  readonly field: FieldId
  readonly rank: number
  readonly because: 'alias' | 'content'
}

/**
 * Columns to fields by meaning: what this museum chose before (folded heading → target), then the likeliest aliases,
 * each field once (the three columns of a day count as one). A field of the museum's own is known by its
 * name. What fits nothing is `extra`, running numbers are `skip`.
 */
export function matchColumns(
  columns: readonly SeenColumn[],
  remembered: ReadonlyMap<string, Target> = new Map(),
  own: readonly OwnField[] = []
): MatchedColumn[] {
  const given = new Map<number, Pick<MatchedColumn, 'target' | 'because'>>()
  const taken = new Set<string>()
  const place = (column: SeenColumn, target: Target, because: MatchedColumn['because']): void => {
    given.set(column.column, { target, because })
    taken.add(slotOf(target, readHeading(column.text)))
  }
  for (const column of columns) {
    const chosen = remembered.get(headingKey(column.text))
    if (chosen === undefined || column.text === '') continue
    if (isOwnId(chosen) && (taken.has(chosen) || !own.some(({ id, retired }) => id === chosen && !retired)))
      continue
    if (!isFieldId(chosen) || !taken.has(slotOf(chosen, readHeading(column.text))))
      place(column, chosen, 'remembered')
  }
  for (const { id, name, english } of inUse(own)) {
    if (taken.has(id)) continue
    const names = new Set([name, english ?? name].map(headingKey))
    const named = columns.find((column) => !given.has(column.column) && names.has(headingKey(column.text)))
    if (named) place(named, id, 'alias')
  }
  const claims = columns
    .flatMap(claimsOf)
    .sort((a, b) => a.rank - b.rank || a.column.column - b.column.column)
  for (const { column, field, because } of claims) {
    if (given.has(column.column) || taken.has(slotOf(field, readHeading(column.text)))) continue
    place(column, field, because)
  }
  if (!taken.has('number')) {
    const numbered = columns.find((column) => !given.has(column.column) && looksLikeNumbers(column))
    if (numbered) place(numbered, 'number', 'content')
  }
  return columns.map((column) => ({ ...column, ...(given.get(column.column) ?? leftOver(column)) }))
}

const slotOf = (target: Target, { dayPart }: ReadHeading): string =>
  isFieldId(target) && fieldOf(target).kind === 'day' && dayPart ? `${target}/${dayPart}` : target

function claimsOf(column: SeenColumn): Claim[] {
  const heading = readHeading(column.text)
  const filled = column.samples.filter((sample) => sample.trim() !== '')
  const claims: Claim[] = heading.meanings.map((meaning) => ({ column, ...meaning, because: 'alias' }))
  const only = (...fields: FieldId[]): Claim[] => claims.filter(({ field }) => fields.includes(field))
  if (filled.length === 0) return claims
  // 单位 may be a unit of length as well as 件 or 套; only what stands below tells
  if (heading.role === 'sizeUnit' && filled.every(isUnitOfLength)) return []
  // 重量 | 单位: what stands below says of what it is the unit
  if (
    only('quantityUnit').length > 0 &&
    filled.every(isUnitOfMass) &&
    filled.some((text) => unitOf(text) !== null)
  )
    return [{ column, field: 'massUnit', rank: 0, because: 'content' }]
  // 数量 is 单件 / 一套多件 in the national table and a number nearly everywhere else
  if (
    only('actualQuantity', 'sets').length > 0 &&
    filled.every((text) => readCode('quantity-kind', text).code !== null || kindAndUnit(text) !== null)
  ) {
    return [{ column, field: 'quantityKind', rank: 0, because: 'content' }]
  }
  // 质地类别 is 单一质地 in the national table, and 铜 in the 14 items that the census printed (S-7)
  if (
    only('materialClass').length > 0 &&
    filled.every((text) => readCode('material-class', text).code === null)
  ) {
    return [...only('materials').map((claim): Claim => ({ ...claim, because: 'content' }))]
  }
  return claims
}

const isUnitOfLength = (text: string): boolean => {
  const unit = unitOf(text)
  return unit !== null && isLength(unit)
}

const OLD_MASSES: ReadonlySet<string> = new Set(['斤', '市斤', '两', '市两', '钱'])

const isUnitOfMass = (text: string): boolean => {
  const unit = unitOf(text)
  return unit === null ? OLD_MASSES.has(text.trim()) : !isLength(unit)
}

/** Registration numbers by their look, under a heading that speaks of numbers. A running 1, 2, 3 … is none. */
function looksLikeNumbers({ text, samples }: SeenColumn): boolean {
  const filled = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (filled.length < 3 || new Set(filled).size < filled.length) return false
  if (
    readHeading(text).role !== null ||
    !/[号號]|编码|\b(id|no|number|code|ref)\b/iu.test(text.normalize('NFKC'))
  )
    return false
  const running = filled.every((sample, at) => Number(sample) === Number(filled[0]) + at)
  return (
    !running && filled.every((sample) => /\d/.test(sample) && /^[\p{L}\d.\-/_#()（） ]{1,40}$/u.test(sample))
  )
}

const leftOver = (column: SeenColumn): Pick<MatchedColumn, 'target' | 'because'> => ({
  target:
    readHeading(column.text).role === 'skip' || (column.text === '' && isBlank(column)) ? 'skip' : 'extra',
  because: readHeading(column.text).role === 'skip' ? 'alias' : 'none',
})

const isBlank = ({ samples }: SeenColumn): boolean => samples.every((sample) => sample.trim() === '')
