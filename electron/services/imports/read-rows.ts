import type { AllFieldValues, FieldValue, Gathered } from '../../../shared/catalogue/record.ts'
import { isFieldId, type FieldId } from '../../../shared/catalogue/fields.ts'
import type { OwnField } from '../../../shared/fields/record.ts'
import type { ImportResult } from '../../../shared/imports/contract.ts'
import { classifyRow } from '../../../shared/imports/layout.ts'
import { planRow, type RowPlan } from '../../../shared/imports/plan.ts'
import { columnLetters } from '../../../shared/imports/table.ts'
import { columnTally, type ColumnTally, type Note } from '../../../shared/imports/tally.ts'
import { rowReader, type OwnNames, type UnderstoodRow } from '../../../shared/imports/understand.ts'
import type { TableFile } from '../../files/table-file.ts'
import { layOut } from '../../store/catalogue.ts'
import { placeReader } from './places.ts'
import { BOOK_TYPE, NUMBER_TYPE } from '../catalogue.ts'
import { judged, type Judged, type Known } from '../derive.ts'
import type { PlannedSheet } from './stored-plan.ts'

/** A table that is open for reading. */
export interface ReadFrom {
  readonly table: TableFile
  /** Bytes read of the sheet at hand, and in all. */
  readonly read: { done: number; total: number }
}

/** What is to be read, and how. Plain, for it may cross to a thread. */
export interface ReadingOrder {
  readonly sheets: readonly PlannedSheet[]
  /** The museum's day. */
  readonly today: string
  readonly museum: OwnNames
  /** Fields that the museum has added. */
  readonly own: readonly OwnField[]
}

/** One row as understood, and what it would be as a new object. */
export interface ReadRow extends Pick<UnderstoodRow, 'own' | 'literals' | 'extras'> {
  readonly row: number
  /** As its cells give them. */
  readonly number: string | null
  readonly name: string | null
  readonly numberType: string
  /** Remarks about its cells. */
  readonly remarks: readonly Note[]
  /** The whole of it: needed only where the record is there already. */
  readonly understood: () => UnderstoodRow
  readonly asNew: NewObject
}

export interface NewObject {
  /** Its values in the order of FIELD_IDS. */
  readonly fields: readonly FieldValue[]
  /** What was remarked about its cells, and what the rules say of it. */
  readonly notes: readonly Note[]
  readonly known: Known
}

type LeftOut = ImportResult['leftOut'][number]
export type Understanding = ImportResult['sheets'][number]['columns'][number]

export interface ReadChunk {
  /** Position of the sheet in the order. */
  readonly sheet: number
  readonly rows: readonly ReadRow[]
  readonly leftOut: readonly LeftOut[]
  /** How much of the whole file has been read, 0 to 1; 0 where nobody knows. */
  readonly share: number
}

/** Rows that are handed on together: few enough to be forgotten young, which keeps memory flat. */
const CHUNK = 100

/** Reads all sheets of an order, row by row; answers at the end how each column of each sheet was understood. */
export async function* readRows(
  { table, read }: ReadFrom,
  order: ReadingOrder
): AsyncGenerator<ReadChunk, Understanding[][]> {
  const columns: Understanding[][] = []
  for (const [at, sheet] of order.sheets.entries()) {
    const { layout, plan } = sheet
    const rowPlan = planOf(sheet)
    const tallies = new Map(rowPlan.columns.map((column) => [column, columnTally(column)]))
    const understand = rowReader(rowPlan, order.museum, order.own)
    const byColumn: ColumnTally[] = []
    for (const tally of tallies.values()) byColumn[tally.plan.column] = tally
    const byPlace = placeReader(table, layout, rowPlan, tallies)
    let rows: ReadRow[] = []
    let leftOut: LeftOut[] = []
    const chunk = (): ReadChunk => {
      const share = read.total > 0 ? Math.min(1, (at + read.done / read.total) / order.sheets.length) : 0
      const full = { sheet: at, rows, leftOut, share }
      rows = []
      leftOut = []
      return full
    }
    for await (const row of table.rows(nameIn(table, plan.name))) {
      if (row.row < layout.firstDataRow) continue
      const kind = classifyRow(row, layout)
      if (kind === 'blank') continue
      if (kind === 'record') {
        const { whole, notes } = byPlace.record(row)
        const understood = understand(whole, (column, text, codes) =>
          byColumn[column.column]?.count(row.row, text, codes)
        )
        const said =
          notes.length === 0 ? understood : { ...understood, notes: [...understood.notes, ...notes] }
        rows.push(readRow(row.row, said, rowPlan, order))
      } else {
        byPlace.other(row, kind)
        leftOut.push({ sheet: plan.name, row: row.row, kind })
      }
      if (rows.length >= CHUNK) yield chunk()
    }
    yield chunk()
    columns.push([...tallies.values()].map((tally) => tally.result()))
  }
  return columns
}

function readRow(row: number, understood: UnderstoodRow, plan: RowPlan, order: ReadingOrder): ReadRow {
  const numberType = textOf(understood.given.numberType) ?? plan.numberType ?? NUMBER_TYPE
  const { given, own, literals, extras, notes } = understood
  const values = newValues(understood, numberType)
  const found = judged(values, order, literals)
  return {
    row,
    number: textOf(given.number),
    name: textOf(given.name),
    numberType,
    own,
    literals,
    extras,
    remarks: notes,
    understood: () => understood,
    asNew: { fields: layOut(values), notes: notesOf(understood, found, plan), known: found },
  }
}

/** The values of a new object: what was given, what follows from it, and the book that it is entered in. */
function newValues({ given, own, derived }: UnderstoodRow, numberType: string): AllFieldValues {
  const values: Record<FieldId, FieldValue> & Gathered = {
    ...given,
    ...own,
    numberType,
    book: given.book ?? BOOK_TYPE,
  }
  for (const { field, value } of derived) values[field] = value
  return values
}

export const textOf = (value: FieldValue): string | null => (value === null ? null : String(value))

const SAID: ReadonlySet<string> = new Set(['required', 'unread', 'own', 'D3', 'D5'])

/** Remarks about cells, and what the rules say of the columns that the file has: the fields it lacks are no news. */
export function notesOf({ notes }: UnderstoodRow, { findings }: Judged, plan: RowPlan): Note[] {
  const all = [...notes]
  for (const { code, field, rule, detail } of findings) {
    if (field === null || !isOfPlan(field, plan)) continue
    // that a cell was not understood has been said in better words
    if (SAID.has(rule) && notes.some((note) => note.field === field)) continue
    all.push({ code, field, detail })
  }
  return all
}

const isOfPlan = (field: string, { fields, own }: RowPlan): boolean =>
  isFieldId(field) ? fields.has(field) : own.some(({ target }) => target === field)

/** A text file is one sheet named like the file, and a kept original is named by its hash. */
export function nameIn(table: TableFile, sheet: string): string {
  return table.kind === 'csv' ? (table.sheets[0]?.name ?? sheet) : sheet
}

export function planOf({ plan, layout }: Pick<PlannedSheet, 'plan' | 'layout'>): RowPlan {
  const headings = layout.headings.filter(({ column, text }) => text !== columnLetters(column))
  return planRow(new Map(headings.map(({ column, text }) => [column, text])), plan)
}
