/**
 * A table file as rows of cells, whatever it was written with. Rows are counted from 1 as in the file,
 * columns from 0 (0 = A).
 */
export interface Cell {
  /** What Excel or WPS would show, as far as known: `0008` keeps its zeros, dates as they are laid out. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'day' | 'boolean' | 'error' | 'empty'
  /** The stored value of numbers and of cells shown as dates (then a serial day count). */
  readonly number?: number
  /** `YYYY-MM-DD`; only where the cell shows a day. One that shows year and month alone is a text with a number. */
  readonly day?: string
  /** The text is the result that was last worked out by whoever saved the file. */
  readonly formula?: true
}

export interface Row {
  readonly row: number
  /** By column from A; gaps are empty cells, empty cells at the end are left out. */
  readonly cells: readonly Cell[]
}

/** A rectangle of merged cells, edges included; only its top left cell has content. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const EMPTY_CELL: Cell = { text: '', kind: 'empty' }

/** The letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The cell of a column, empty beyond the row's end. */
export function cellAt(row: Row, column: number): Cell {
  return row.cells[column] ?? EMPTY_CELL
}
