import { fieldOf, FIELD_IDS, type Field, type FieldId } from '../catalogue/fields.ts'
import { noValues, type AllFieldValues, type FieldValue, type OwnValues } from '../catalogue/record.ts'
import type { OwnField } from '../fields/record.ts'
import { foldKey } from '../kernel/fold.ts'
import { recent } from '../kernel/recent.ts'
import type { ColumnPlan, RowPlan } from './plan.ts'
import { companionOf, readerOf } from './read-cell.ts'
import { ownReader } from './read-own.ts'
import { joinedDay } from './read-when.ts'
import { NONE, reading, type Reading } from './reading.ts'
import { isEmptyCell } from './empty-cell.ts'
import { cellAt, columnLetters, EMPTY_CELL, type Cell, type Row } from './table.ts'
import type { Note } from './tally.ts'

/** One row of the museum's file as understood; nothing is known yet of the record it may belong to. */
export interface UnderstoodRow {
  /** Read from the cells. Null is "not said", for an empty cell erases nothing. */
  readonly given: AllFieldValues
  /** Worked out from what was given, for fields that no cell gives. */
  readonly derived: readonly DerivedValue[]
  /** Texts of cells that their values do not show as they stand, by field. */
  readonly literals: Readonly<Record<string, string>>
  /** Read from columns of fields that the museum has added. */
  readonly own: OwnValues
  /** Columns of the museum's own: heading → text. */
  readonly extras: Readonly<Record<string, string>>
  readonly notes: readonly Note[]
}

export interface DerivedValue {
  readonly field: FieldId
  readonly value: FieldValue
  readonly from: FieldId
}

/** Told of every cell that holds something. */
export type Count = (plan: ColumnPlan, text: string, codes: readonly string[]) => void

interface Step {
  readonly field: Field & { readonly id: FieldId }
  readonly plans: readonly ColumnPlan[]
  readonly read: (cell: Cell, row: Row) => Reading
}

const MOST_REMEMBERED = 2000
const MOST_TEXT = 32_767

/** Reads rows by a plan. Make it once for a sheet: it remembers cells that say the same again. */
export function rowReader(
  plan: RowPlan,
  museum: OwnNames = NAMELESS,
  own: readonly OwnField[] = []
): (row: Row, count: Count) => UnderstoodRow {
  const steps = FIELD_IDS.flatMap((field): Step[] => {
    const plans = plan.fields.get(field)
    return plans ? [{ field: fieldOf(field), plans, read: remembering(field, plans, plan) }] : []
  })
  const readOwnCells = ownReader(plan, own)
  const unknown = firstUnknown(plan)
  return (row, count) => {
    const given = { ...BLANK }
    const besides: DerivedValue[] = []
    const derived: DerivedValue[] = []
    const literals: Record<string, string> = {}
    const extras: Record<string, string> = {}
    const notes: Note[] = []
    for (const { field, plans, read } of steps) {
      const cell = cellOf(field, plans, row, extras)
      if (cell === null) {
        for (const one of plans)
          if (isUnsolved(cellAt(row, one.column))) notes.push(unsolved(one, field.id, count))
        continue
      }
      const result = read(cell, row)
      for (let at = 0; at < result.given.length; at++) {
        const said = result.given[at]
        if (said?.field === field.id) given[field.id] = said.value
        else if (said) besides.push({ field: said.field, value: said.value, from: field.id })
      }
      for (let at = 0; at < result.derived.length; at++) {
        const said = result.derived[at]
        if (said) derived.push({ field: said.field, value: said.value, from: field.id })
      }
      if (result.literal !== null) literals[field.id] = result.literal.slice(0, MOST_TEXT)
      const aboutYears = field.id === 'eraText' && given.era !== null
      const remarks = aboutYears ? result.remarks.filter(isNotAboutTree) : result.remarks
      const codes = remarks.length === 0 ? NO_CODES : remarks.map(({ code }) => code)
      for (const { code, detail = {} } of remarks) notes.push({ code, field: field.id, detail })
      for (const one of plans) {
        const own = cellAt(row, one.column)
        if (plans.length === 1 || !isEmptyCell(own)) count(one, own.text, codes)
      }
    }
    const ownGiven = readOwnCells(row, { literals, extras, notes }, count)
    for (const one of plan.extras) {
      const cell = cellAt(row, one.column)
      if (isEmptyCell(cell)) {
        if (isUnsolved(cell)) notes.push(unsolved(one, null, count))
        continue
      }
      count(one, cell.text, NO_CODES)
      if (one.owner !== null && isOwnName(cell.text, museum[one.owner])) continue
      extras[one.extraKey] = cell.text.trim().slice(0, MOST_TEXT)
    }
    const unheaded = besideHeadings(row, plan, unknown)
    if (unheaded.length > 0) {
      for (const column of unheaded)
        extras[lettersFor(column, plan)] = cellAt(row, column).text.trim().slice(0, MOST_TEXT)
      const columns = unheaded.map(columnLetters).join('、')
      notes.push({ code: 'import.unheaded', field: null, detail: { columns } })
    }
    settle(given, besides)
    return { given, derived: unsaid(derived, given), own: ownGiven, literals, extras, notes }
  }
}

// parsed and not built key by key, so that its copies are quick: there is one for every row
const BLANK = JSON.parse(JSON.stringify(noValues)) as Record<FieldId, FieldValue>
const NO_CODES: readonly string[] = []

/** What 收藏单位 and 收藏单位编号 say where they say nothing: the museum's own. */
export interface OwnNames {
  readonly museum: string | null
  readonly museumCode: string | null
}
const NAMELESS: OwnNames = { museum: null, museumCode: null }
const isOwnName = (text: string, own: string | null): boolean =>
  own !== null && foldKey(text) === foldKey(own)

/** A formula whose result was not saved. */
const isUnsolved = (cell: Cell): boolean => cell.formula === true && cell.kind === 'empty'

function unsolved(plan: ColumnPlan, field: FieldId | null, count: Count): Note {
  count(plan, '', FORMULA)
  return { code: 'import.formula', field, detail: {} }
}
const FORMULA: readonly string[] = ['import.formula']

/** Columns of a row that hold something though they have no heading and had nothing in the rows looked at before. */
function besideHeadings({ cells }: Row, { known }: RowPlan, from: number): readonly number[] {
  if (cells.length <= from) return NO_COLUMNS
  const columns = cells.map((_, column) => column).slice(from)
  return columns.filter((column) => !known.has(column) && !isEmptyCell(cells[column] ?? EMPTY_CELL))
}

/** The first column that was not met before; mostly the one behind the last. */
function firstUnknown({ known }: RowPlan): number {
  let column = 0
  while (known.has(column)) column++
  return column
}
const NO_COLUMNS: readonly number[] = []

/** The column's letters, unless a heading reads like them. */
function lettersFor(column: number, { columns }: RowPlan): string {
  const letters = columnLetters(column)
  return columns.some(({ extraKey }) => extraKey === letters) ? `${letters} (${column + 1})` : letters
}

/** What a column of its own says goes before what another column says besides. */
function settle(given: Record<FieldId, FieldValue>, besides: readonly DerivedValue[]): void {
  // 17.9kg in a row whose unit column says 克: the cell's own unit belongs to its number
  if (given.mass === null) given.massUnit = null
  for (const { field, value } of besides) {
    if (field === 'massUnit' || given[field] === null) given[field] = value
  }
}

/** Of what was worked out, what nothing gives and nothing before has worked out. */
function unsaid(derived: readonly DerivedValue[], given: AllFieldValues): DerivedValue[] {
  const kept: DerivedValue[] = []
  for (const one of derived) {
    if (given[one.field] === null && !kept.some(({ field }) => field === one.field)) kept.push(one)
  }
  return kept
}

/** That 具体年代 fits no value of the tree need not be said where 年代 has a column of its own. */
const isNotAboutTree = ({ code }: Reading['remarks'][number]): boolean =>
  code !== 'era.spans' && code !== 'era.noNode'

/** The one cell that a field is read from: of several columns texts are joined, days put together, else the first counts. */
function cellOf(
  field: Field,
  plans: readonly ColumnPlan[],
  row: Row,
  extras: Record<string, string>
): Cell | null {
  const [first] = plans
  if (!first) return null
  if (plans.length === 1 && first.dayPart === null) {
    const cell = cellAt(row, first.column)
    return isEmptyCell(cell) ? null : cell
  }
  const filled = plans.filter(({ column }) => !isEmptyCell(cellAt(row, column)))
  if (filled.length === 0) return null
  const textOf = (plan: ColumnPlan | undefined): string => (plan ? cellAt(row, plan.column).text : '')
  if (field.kind === 'day' && filled.every(({ dayPart }) => dayPart !== null)) {
    const part = (name: ColumnPlan['dayPart']): string =>
      textOf(filled.find(({ dayPart }) => dayPart === name))
    return joinedDay({ year: part('year'), month: part('month'), day: part('day') })
  }
  const [one, ...others] = filled
  if (!one) return null
  if (field.kind === 'text' || field.kind === 'longText') {
    return others.length === 0
      ? cellAt(row, one.column)
      : { kind: 'text', text: filled.map((plan) => textOf(plan).trim()).join('；') }
  }
  for (const other of others) extras[other.extraKey] = textOf(other)
  return cellAt(row, one.column)
}

/** Kinds of which a list says the same again and again: their cells are read once. */
const REPEATED: ReadonlySet<string> = new Set(['code', 'materials', 'era', 'integer', 'day', 'year'])

function remembering(field: FieldId, plans: readonly ColumnPlan[], plan: RowPlan): Step['read'] {
  const read = readerOf(field, plans, plan)
  const companion = companionOf(field, plan)
  const besideOf = (row: Row): string => (companion === null ? '' : cellAt(row, companion).text.trim())
  const checked = (cell: Cell, beside: string): Reading => {
    if (cell.kind === 'error')
      return reading(NONE, cell.text, [{ code: 'import.errorCell', detail: { text: cell.text } }])
    const result = read(cell, beside)
    return cell.formula ? { ...result, remarks: [...result.remarks, { code: 'import.formula' }] } : result
  }
  if (!REPEATED.has(fieldOf(field).kind) && field !== 'eraText')
    return (cell, row) => checked(cell, besideOf(row))
  const known = new Map<string, Reading>()
  const plain = recent((text) => checked({ text, kind: 'text' }, ''))
  return (cell, row) => {
    const beside = besideOf(row)
    if (cell.kind === 'text' && !cell.formula && cell.number === undefined && beside === '')
      return plain(cell.text)
    const key = `${cell.text}\u0000${cell.kind}\u0000${cell.number ?? ''}\u0000${cell.formula ? '=' : ''}\u0000${beside}`
    const seen = known.get(key)
    if (seen) return seen
    if (known.size >= MOST_REMEMBERED) known.clear()
    const made = checked(cell, beside)
    known.set(key, made)
    return made
  }
}
