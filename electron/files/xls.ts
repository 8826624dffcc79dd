import { readFile } from 'node:fs/promises'
import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Fault } from '../../shared/contract/faults.ts'
import { columnLetters, EMPTY_CELL, type Cell, type Row } from '../../shared/imports/table.ts'
import { BUILTIN_FORMATS } from './builtin-formats.ts'
import { textCell } from './cell-value.ts'
import { provideCodepages } from './codepages.ts'
import { workbookStream } from './compound-file.ts'
import { LIMITS } from './limits.ts'
import { numberShow, type NumberShow } from './number-format.ts'
import type { OpenOptions, OpenedTable } from './table-file.ts'
import { checkRecords } from './xls-records.ts'

const formatTable = SSF as { load_table(table: Readonly<Record<number, string>>): void }

/** There is no column beyond IV in the format. */
const XLS_COLUMNS = 256

/** Codes of the error values in Excel 97–2003 files ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/**
 * Opens an Excel 97–2003 or 5.0/95 workbook (.xls, older .et of WPS). The whole file is read at once, which is why
 * its size is limited; it holds at most 65 536 rows a sheet.
 */
export async function openXls(path: string, size: number, options: OpenOptions): Promise<OpenedTable> {
  if (size > LIMITS.xlsFile) throw new Fault('file.tooLarge', { limit: LIMITS.xlsFile })
  const bytes = await readFile(path, options.signal ? { signal: options.signal } : {})
  const stream = workbookStream(bytes)
  checkRecords(stream)
  provideCodepages()
  // formats named by number only, in their Chinese form; the library keeps one table for all files
  formatTable.load_table(BUILTIN_FORMATS)
  const book = read(stream, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellDates: false,
    sheetRows: LIMITS.rows + 1,
  })
  return tableOf(book, options)
}

function tableOf(book: WorkBook, options: OpenOptions): OpenedTable {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const names = book.SheetNames.filter((name) => isGrid(book.Sheets[name]))
  if (names.length === 0) throw new Fault('file.sheetless')
  const find = (name: string): WorkSheet => {
    const sheet = names.includes(name) ? book.Sheets[name] : undefined
    if (!sheet) throw new Fault('file.noSheet', { sheet: name })
    return sheet
  }
  const isHidden = (name: string): boolean =>
    book.Workbook?.Sheets?.some((sheet) => sheet.name === name && (sheet.Hidden ?? 0) > 0) ?? false
  const shows = new Map<string, NumberShow>()
  const showOf = (code: string): NumberShow => {
    const known = shows.get(code) ?? numberShow(code, date1904)
    shows.set(code, known)
    return known
  }
  return {
    kind: 'xls',
    encoding: null,
    delimiter: null,
    date1904,
    sheets: names.map((name) => ({ name, hidden: isHidden(name), rows: gridOf(find(name)).length })),
    ragged: [],
    async *rows(name): AsyncGenerator<Row, void, undefined> {
      const grid = gridOf(find(name))
      for (let index = 0; index < grid.length; index++) {
        if (index % 1000 === 0) {
          if (options.signal?.aborted) throw new Fault('call.cancelled')
          options.onProgress?.(index, grid.length)
          await new Promise(setImmediate)
        }
        const cells = readCells(grid[index] ?? [], name, index + 1, showOf)
        if (cells.length > 0) yield { row: index + 1, cells }
      }
      options.onProgress?.(grid.length, grid.length)
    },
    merges: (name) =>
      Promise.resolve(
        (find(name)['!merges'] ?? []).map(({ s, e }) => ({
          top: s.r + 1,
          left: s.c,
          bottom: e.r + 1,
          right: e.c,
        }))
      ),
    close: () => Promise.resolve(),
  }
}

function readCells(
  line: readonly (CellObject | undefined)[],
  sheet: string,
  row: number,
  showOf: (code: string) => NumberShow
): Cell[] {
  const cells = Array.from(line, (cell) => (cell ? readCell(cell, showOf) : EMPTY_CELL))
  for (let column = cells.length - 1; column >= LIMITS.columns; column--) {
    if (cells[column]?.text.trim() === '') continue
    if (column >= XLS_COLUMNS) throw new Fault('file.damaged', { sheet, row })
    throw new Fault('file.tooManyColumns', {
      sheet,
      row,
      limit: LIMITS.columns,
      column: columnLetters(column),
    })
  }
  // U+FFFF is no character: those bytes are what a broken disk reads as
  if (cells.some(({ text }) => text.includes('\uffff'))) throw new Fault('file.damaged', { sheet, row })
  cells.length = Math.min(cells.length, LIMITS.columns)
  while (cells.at(-1)?.kind === 'empty') cells.pop()
  if (cells.some((cell) => cell.text.length > LIMITS.cellChars)) {
    throw new Fault('file.cellTooLong', { sheet, row, limit: LIMITS.cellChars })
  }
  return cells
}

function readCell(cell: CellObject, showOf: (code: string) => NumberShow): Cell {
  const { v } = cell
  let found: Cell = EMPTY_CELL
  if (cell.t === 's' && typeof v === 'string') found = textCell(v.replace(/\r\n?/g, '\n'))
  else if (cell.t === 'n' && typeof v === 'number') found = showOf(String(cell.z ?? 'General'))(v)
  else if (cell.t === 'b') found = { text: v === true ? 'TRUE' : 'FALSE', kind: 'boolean' }
  else if (cell.t === 'e') found = { text: ERRORS[Number(v)] ?? '#N/A', kind: 'error' }
  return cell.f === undefined ? found : { ...found, formula: true }
}

/** Charts, macros and dialogs are listed among the sheets but hold no rows. */
function isGrid(sheet: WorkSheet | undefined): boolean {
  return sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet')
}

function gridOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return sheet['!data'] ?? []
}
