import { isFieldKey } from '../../../shared/catalogue/record.ts'
import type { OwnField } from '../../../shared/fields/record.ts'
import type { Inspection, SheetPlan, Target } from '../../../shared/imports/contract.ts'
import { readHeading } from '../../../shared/imports/headings.ts'
import { classifyRow, layoutWith, recogniseLayout, type Layout } from '../../../shared/imports/layout.ts'
import { matchColumns, type MatchedColumn } from '../../../shared/imports/match.ts'
import { bareText, filledCells } from '../../../shared/imports/row-kinds.ts'
import { cellAt, columnLetters, type Merge, type Row } from '../../../shared/imports/table.ts'
import { isSideSheet } from './side-sheets.ts'
import { ownFields } from '../../store/fields.ts'
import { rememberedHeadings } from '../../store/imports.ts'
import type { OpenMuseum } from '../context.ts'
import type { TableFile } from '../../files/table-file.ts'

/** A sheet as far as its first rows tell. */
export interface RecognisedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly layout: Layout
  readonly columns: readonly MatchedColumn[]
  readonly head: readonly Row[]
  /** How many of its first rows are records. */
  readonly records: number
  /** Looks like a list of objects. */
  readonly chosen: boolean
}

/** Rows in which title and header are looked for, and rows that are read for samples. */
const HEAD_ROWS = 60
const SAMPLE_ROWS = 200
const SAMPLES = 5
/** The header of a table of codes stands near the top, whatever the layout takes for one further down. */
const HEADS_OF_SIDE = 5
const PREVIEW_BELOW = 10
const PREVIEW_ROWS = 30
const PREVIEW_TEXT = 200

/** What a heading means to the layout — the name of some field, or of a running number. */
const meaningOf = (text: string): string | null => {
  const { meanings, role } = readHeading(text)
  return meanings[0]?.field ?? role
}

/** What a museum knows of headings: where it put such columns before, and its own fields, known by their names. */
export interface KnownHeadings {
  readonly remembered: ReadonlyMap<string, Target>
  readonly own: readonly OwnField[]
}

export async function knownHeadings({ db, id }: Pick<OpenMuseum, 'db' | 'id'>): Promise<KnownHeadings> {
  return { remembered: await rememberedHeadings(db, id), own: await ownFields(db, id) }
}

/** Finds the header of one sheet and where its columns go. */
export async function recogniseSheet(
  table: TableFile,
  sheet: { readonly name: string; readonly hidden: boolean },
  known: KnownHeadings
): Promise<RecognisedSheet> {
  const head = await firstRows(table, sheet.name, SAMPLE_ROWS)
  const merges = head.length === 0 ? [] : await table.merges(sheet.name)
  const layout = recogniseLayout(head.slice(0, HEAD_ROWS), merges, meaningOf)
  const records = recordsOf(head, layout)
  const columns = columnsOf(records, layout, known)
  const fields = columns.filter(({ target }) => isFieldKey(target))
  const listed =
    fields.length >= 3 || (fields.length >= 2 && fields.some(({ target }) => target === 'number'))
  const aside = head
    .slice(0, HEADS_OF_SIDE)
    .some((row) => isSideSheet(filledCells(row).map(({ cell }) => bareText(cell))))
  const chosen = !sheet.hidden && records.length > 0 && listed && !aside
  return { ...sheet, layout, columns, head, records: records.length, chosen }
}

const recordsOf = (head: readonly Row[], layout: Layout): Row[] =>
  head.filter((row) => row.row >= layout.firstDataRow && classifyRow(row, layout) === 'record')

const columnsOf = (
  records: readonly Row[],
  layout: Layout,
  { remembered, own }: KnownHeadings
): MatchedColumn[] =>
  matchColumns(
    layout.headings.map(({ column, text }) => ({
      column,
      text: text === columnLetters(column) ? '' : text,
      samples: records.map((row) => cellAt(row, column).text),
    })),
    remembered,
    own
  )

const hasNumber = ({ columns }: RecognisedSheet): boolean => columns.some(({ target }) => target === 'number')

/** Where one sheet has a column of numbers, those without one are no lists of objects beside it: tables of classes, grades. */
export function onlyNumbered(sheets: readonly RecognisedSheet[]): RecognisedSheet[] {
  if (!sheets.some((sheet) => sheet.chosen && hasNumber(sheet))) return [...sheets]
  return sheets.map((sheet) => ({ ...sheet, chosen: sheet.chosen && hasNumber(sheet) }))
}

export async function firstRows(table: TableFile, sheet: string, most: number): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of table.rows(sheet)) {
    rows.push(row)
    if (rows.length >= most) break
  }
  return rows
}

/** The layout of a sheet whose header rows are settled, and where its columns would go by themselves. */
export async function recogniseSettled(
  table: TableFile,
  plan: SheetPlan,
  known: KnownHeadings
): Promise<Pick<RecognisedSheet, 'layout' | 'columns'>> {
  const lastHeader = plan.headerRows.at(-1) ?? 0
  const head = await firstRows(table, plan.name, Math.max(SAMPLE_ROWS, lastHeader + HEAD_ROWS))
  const merges: readonly Merge[] = await table.merges(plan.name)
  const recognised = recogniseLayout(head.slice(0, HEAD_ROWS), merges, meaningOf)
  const same = recognised.headerRows.join() === plan.headerRows.join()
  const upper = head.slice(0, Math.max(HEAD_ROWS, lastHeader + HEAD_ROWS))
  const layout = same ? recognised : layoutWith(upper, merges, plan.headerRows)
  return { layout, columns: columnsOf(recordsOf(head, layout), layout, known) }
}

/** As the window shows it. */
export function shownSheet({
  name,
  hidden,
  layout,
  columns,
  head,
  chosen,
}: RecognisedSheet): Inspection['sheets'][number] {
  const until = (layout.headerRows.at(-1) ?? 0) + PREVIEW_BELOW
  const preview = head.filter((row) => row.row <= until).slice(0, PREVIEW_ROWS)
  return {
    name,
    hidden,
    title: layout.title,
    headerRows: [...layout.headerRows],
    preview: preview.map((row) => ({
      row: row.row,
      cells: row.cells.map((cell) => cell.text.slice(0, PREVIEW_TEXT)),
    })),
    headings: columns.map(({ column, text, target, because, samples }) => ({
      column,
      text: text === '' ? columnLetters(column) : text,
      target,
      because,
      samples: [...new Set(samples.filter((sample) => sample.trim() !== ''))]
        .slice(0, SAMPLES)
        .map((sample) => sample.slice(0, PREVIEW_TEXT)),
    })),
    chosen,
  }
}

/** The plan that follows from recognition alone. */
export function recognisedPlan({ name, layout, columns }: RecognisedSheet): SheetPlan {
  return {
    name,
    headerRows: [...layout.headerRows],
    mapping: Object.fromEntries(columns.map(({ column, target }) => [String(column), target])),
  }
}
