import { fieldOf, isFieldId, type FieldId } from '../catalogue/fields.ts'
import { isOwnId } from '../fields/record.ts'
import { readCode } from '../vocabulary/tables.ts'
import type { SheetPlan, Target } from './contract.ts'
import { headingKey, readHeading } from './headings.ts'
import { columnLetters } from './table.ts'
import { isLength, type Unit } from './units.ts'

/** One column of a sheet with all that is known before its cells are read. */
export interface ColumnPlan {
  readonly column: number
  /** As it stands in the file; the column's letters where it has none. */
  readonly heading: string
  readonly target: Target
  /** Given by the heading or by the user for bare numbers. */
  readonly unit: Unit | null
  readonly dayPart: 'year' | 'month' | 'day' | null
  /** A column only called 数量: 件数 or 实际数量, as its cells say. */
  readonly loose: boolean
  /** A heading such as 长×宽×高 tells the order of bare factors. */
  readonly axes: boolean
  /** 收藏单位, 收藏单位编号: left out where it is the museum's own. */
  readonly owner: 'museum' | 'museumCode' | null
  /** Key under which an `extra` is kept, unlike any other of the sheet. */
  readonly extraKey: string
}

/** A sheet's columns by what they are for. */
export interface RowPlan {
  readonly columns: readonly ColumnPlan[]
  readonly fields: ReadonlyMap<FieldId, readonly ColumnPlan[]>
  /** Columns of fields that the museum has added; of several columns of one field the first filled counts. */
  readonly own: readonly ColumnPlan[]
  readonly extras: readonly ColumnPlan[]
  /** Columns that were met before the rows are read; any other has its first content far below and no heading. */
  readonly known: ReadonlySet<number>
  /** A column that names the unit of the bare sizes in its row. */
  readonly sizeUnit: ColumnPlan | null
  /** 辅助账号, 索书号 …: the kind of number that the number column's heading names. */
  readonly numberType: string | null
}

const MOST_KEY = 100

/** Joins a sheet's headings (column → text) with where they go. Columns not named in the mapping are left out. */
export function planRow(
  headings: ReadonlyMap<number, string>,
  sheet: Pick<SheetPlan, 'mapping' | 'units'>
): RowPlan {
  const keys = new Set<string>()
  const national = [...headings.values()].some(isNational)
  const columns = Object.entries(sheet.mapping)
    .map(([at, target]): ColumnPlan => {
      const column = Number(at)
      const text = headings.get(column) ?? ''
      const heading = text === '' ? columnLetters(column) : text
      const { unit, dayPart, role } = readHeading(text)
      const owner = role === 'museum' || role === 'museumCode' ? role : null
      const given = sheet.units?.[at] ?? unit ?? (national ? formUnit(target) : null)
      const extraKey = freeKey(keys, heading)
      return { column, heading, target, unit: given, dayPart, owner, extraKey, ...saidBy(heading) }
    })
    .sort((a, b) => a.column - b.column)
  const fields = new Map<FieldId, ColumnPlan[]>()
  for (const plan of columns) {
    if (isFieldId(plan.target)) fields.set(plan.target, [...(fields.get(plan.target) ?? []), plan])
  }
  return {
    columns,
    fields,
    own: columns.filter((plan) => isOwnId(plan.target)),
    extras: columns.filter((plan) => plan.target === 'extra'),
    known: new Set([...headings.keys(), ...columns.map(({ column }) => column)]),
    sizeUnit:
      columns.find((plan) => !isFieldId(plan.target) && readHeading(plan.heading).role === 'sizeUnit') ??
      null,
    numberType: numberTypeOf(fields.get('number')?.[0]?.heading),
  }
}

/** 通长(底径) and 通宽(口径) are headings of the national registration table, which counts in centimetres (1.1, 17–19). */
const NATIONAL = new Set(['通长(底径)', '通宽(口径)', '通长/底径', '通宽/口径'].map(headingKey))
const isNational = (heading: string): boolean => NATIONAL.has(headingKey(heading))

const formUnit = (target: Target): Unit | null =>
  target === 'length' || target === 'width' || target === 'height' ? 'cm' : null

const saidBy = (heading: string): Pick<ColumnPlan, 'loose' | 'axes'> => ({
  loose: !/实|actual|pieces|objects|items/iu.test(heading),
  axes: /长.{0,3}宽.{0,3}高|length.{0,3}width.{0,3}height|\bl.{0,3}w.{0,3}h\b/iu.test(heading),
})

function numberTypeOf(heading: string | undefined): string | null {
  if (heading === undefined) return null
  const { label } = readCode('number-type', heading)
  return label
}

function freeKey(keys: Set<string>, heading: string): string {
  const text = heading.replace(/\s+/gu, ' ').trim()
  // the one name that an object of this language cannot hold safely on all its ways
  const base = (text === '__proto__' ? '__proto__ (1)' : text).slice(0, MOST_KEY - 5)
  let key = base
  for (let again = 2; keys.has(key); again++) key = `${base} (${again})`
  keys.add(key)
  return key
}

/** Mass columns take mass units, size columns units of length; anything else takes none. */
export function unitFits(target: Target, unit: Unit | null): unit is Unit {
  if (unit === null || !isFieldId(target)) return false
  if (target === 'mass') return !isLength(unit)
  return (fieldOf(target).kind === 'decimal' || target === 'sizeText') && isLength(unit)
}
