import type { Merge, Row } from '../../shared/imports/table.ts'

export interface OpenOptions {
  readonly signal?: AbortSignal
  /** Told while rows are read: bytes of the sheet or file so far and in all. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Number of the last row as the file declares it; a guess for progress bars, absent where it does not say. */
  readonly rows?: number
}

/** A museum's own table file, opened. Everything it throws is a Fault. */
export interface TableFile extends OpenedTable {
  /** Its name without the folder. */
  readonly file: string
}

/** A row of a text table that has more or fewer fields than most: a separator too many, or one lost. */
export interface RaggedRow {
  readonly row: number
  /** Fields that it has, empty ones included, and fields that most rows have. */
  readonly cells: number
  readonly expected: number
}

export interface OpenedTable {
  readonly kind: 'xlsx' | 'xls' | 'csv' | 'lido'
  /** Of texts: `utf-8`, `gb18030`, `utf-16le`, `utf-16be`; null for workbooks. */
  readonly encoding: string | null
  /** Of texts: the separator found; null for workbooks. */
  readonly delimiter: string | null
  readonly date1904: boolean
  readonly sheets: readonly SheetEntry[]
  /** Of texts: rows that have more or fewer fields than most, as far as rows have been read (S27). */
  readonly ragged: readonly RaggedRow[]
  /** Rows with content, in order, with their true row numbers. file.noSheet for a name that is not there. */
  rows(sheet: string): AsyncIterable<Row>
  merges(sheet: string): Promise<readonly Merge[]>
  close(): Promise<void>
}
