import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse, type Parser } from 'csv-parse'
import { Fault } from '../../shared/contract/faults.ts'
import { columnLetters, EMPTY_CELL, type Cell, type Row } from '../../shared/imports/table.ts'
import { findDelimiter } from './delimiter.ts'
import { unguardText } from '../../shared/kernel/formula-guard.ts'
import { LIMITS } from './limits.ts'
import type { OpenOptions, OpenedTable, RaggedRow } from './table-file.ts'
import { findEncoding, readText, type TextEncoding } from './text-encoding.ts'

/** Ragged rows beyond this number are not listed; a file with more has the wrong separator. */
const RAGGED_LISTED = 10_000

/**
 * Opens a .csv, .tsv or .txt as a table of one sheet named like the file. All cells are texts: `0008` stays `0008`.
 * `head` is the file's beginning, `size` its length in bytes.
 */
export async function openCsv(
  path: string,
  head: Buffer,
  size: number,
  options: OpenOptions
): Promise<OpenedTable> {
  const encoding = await findEncoding(path, head, options.signal)
  const { delimiter, width } = findDelimiter(new TextDecoder(encoding).decode(head, { stream: true }))
  const sheet = basename(path, extname(path))
  const ragged: RaggedRow[] = []
  return {
    kind: 'csv',
    encoding,
    delimiter,
    date1904: false,
    sheets: [{ name: sheet, hidden: false }],
    ragged,
    rows(name) {
      if (name !== sheet) throw new Fault('file.noSheet', { sheet: name })
      ragged.length = 0
      const note = (row: number, cells: number): void => {
        if (cells !== width && ragged.length < RAGGED_LISTED) ragged.push({ row, cells, expected: width })
      }
      return readRows(records(path, encoding, delimiter, size, options), sheet, note)
    },
    merges: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  }
}

async function* readRows(
  source: AsyncIterable<string[]>,
  sheet: string,
  note: (row: number, cells: number) => void
): AsyncGenerator<Row, void, undefined> {
  let number = 0
  let count = 0
  for await (const fields of source) {
    number++
    const cells = fields.map((field, column) => readField(field, number, column))
    while (cells.at(-1)?.kind === 'empty') cells.pop()
    if (cells.length === 0) continue
    note(number, fields.length)
    count++
    if (count > LIMITS.rows) throw new Fault('file.tooManyRows', { sheet, limit: LIMITS.rows })
    yield { row: number, cells }
  }
}

async function* records(
  path: string,
  encoding: TextEncoding,
  delimiter: string,
  size: number,
  options: OpenOptions
): AsyncGenerator<string[], void, undefined> {
  const source = Readable.from(readText(path, encoding, size, options), { objectMode: false })
  const parser: Parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LIMITS.textLine,
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield record
  } catch (error) {
    throw error instanceof CsvError ? brokenRecord(error, parser.info.records + 1) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function brokenRecord(error: CsvError, row: number): Fault {
  const fault = faultOf(error, row)
  fault.cause = error
  return fault
}

function faultOf({ code }: CsvError, row: number): Fault {
  if (code === 'CSV_MAX_RECORD_SIZE') return new Fault('file.lineTooLong', { row, limit: LIMITS.textLine })
  return new Fault(code === 'CSV_QUOTE_NOT_CLOSED' ? 'file.quote' : 'file.damaged', { row })
}

function readField(field: string, row: number, column: number): Cell {
  if (field === '') return EMPTY_CELL
  if (field.length * 3 > LIMITS.textField && Buffer.byteLength(field) > LIMITS.textField) {
    throw new Fault('file.fieldTooLong', { row, limit: LIMITS.textField })
  }
  if (column >= LIMITS.columns) {
    if (field.trim() === '') return EMPTY_CELL
    throw new Fault('file.tooManyColumns', { row, limit: LIMITS.columns, column: columnLetters(column) })
  }
  const text = unguardText(field.includes('\r') ? field.replace(/\r\n?/g, '\n') : field)
  return { text, kind: 'text' }
}
