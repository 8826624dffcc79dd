import { EMPTY_CELL, type Cell, type Merge, type Row } from './table.ts'

/** A cell merged downwards among the records: its column, first and last row. */
export type Span = readonly [column: number, top: number, bottom: number]

/** The merges that say one thing for several records, from the top down; bands across the table are none. */
export function spansOf(merges: readonly Merge[], firstDataRow: number, bands: ReadonlySet<number>): Span[] {
  return merges
    .filter(({ top, bottom }) => top >= firstDataRow && bottom > top && !bands.has(top))
    .map(({ left, top, bottom }): Span => [left, top, bottom])
    .sort(([, one], [, other]) => one - other)
}

export interface Spread {
  readonly row: Row
  /** Columns whose text is that of a row above. */
  readonly columns: readonly number[]
  /** The row whose number is merged with this one's: a number is one object's, and is not spread. */
  readonly numberOf: number | null
}

/**
 * Gives each record the content of the merged cells that it lies in: 唐 written once beside three rows is the date of all
 * three. Rows must come in order; what begins in a row that is no record is not spread.
 */
export function spreader(spans: readonly Span[], numbers: ReadonlySet<number>): (row: Row) => Spread {
  const open = new Map<number, { readonly cell: Cell; readonly top: number; readonly bottom: number }>()
  let next = 0
  return (row) => {
    const whole: Spread = { row, columns: [], numberOf: null }
    for (let span = spans[next]; span && span[1] <= row.row; span = spans[++next]) {
      const [column, top, bottom] = span
      if (top === row.row) open.set(column, { cell: row.cells[column] ?? EMPTY_CELL, top, bottom })
    }
    if (open.size === 0) return whole
    const cells = [...row.cells]
    const columns: number[] = []
    let numberOf: number | null = null
    for (const [column, { cell, top, bottom }] of open) {
      if (bottom < row.row) open.delete(column)
      if (bottom < row.row || top === row.row || !isBlank(cells[column]) || isBlank(cell)) continue
      if (numbers.has(column)) {
        numberOf = top
        continue
      }
      while (cells.length < column) cells.push(EMPTY_CELL)
      cells[column] = cell
      columns.push(column)
    }
    return { row: columns.length === 0 ? row : { ...row, cells }, columns, numberOf }
  }
}

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || cell.text.trim() === ''
