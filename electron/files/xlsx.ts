import { Fault } from '../../shared/contract/faults.ts'
import type { Merge, Row } from '../../shared/imports/table.ts'
import { readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { readDeclaredRows, readMerges } from './sheet-merges.ts'
import { SheetScanner } from './sheet-scanner.ts'
import type { OpenOptions, SheetEntry, OpenedTable } from './table-file.ts'
import { isWorkbook, readNumberShows, readWorkbookParts, type SheetPart } from './workbook-parts.ts'
import { openArchive, type Archive } from './zip-archive.ts'

/** Opens an .xlsx, .xlsm or newer .et. Formulas are not worked out: the saved result is taken and marked. */
export async function openXlsx(path: string, options: OpenOptions): Promise<OpenedTable> {
  const archive = await openArchive(path)
  try {
    return await tableOf(archive, options)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function tableOf(archive: Archive, options: OpenOptions): Promise<OpenedTable> {
  const { signal } = options
  if (!isWorkbook(archive)) throw new Fault(otherWorkbook(archive) ? 'file.unsupported' : 'file.notTable')
  const parts = await readWorkbookParts(archive, signal)
  const shows = await readNumberShows(archive, parts.styles, parts.date1904, signal)
  const sheets = await sheetEntries(archive, parts.sheets, signal)
  let strings: Promise<SharedStrings> | null = null
  const merges = new Map<string, Promise<readonly Merge[]>>()
  const find = (name: string): SheetPart => {
    const sheet = parts.sheets.find((each) => each.name === name)
    if (!sheet) throw new Fault('file.noSheet', { sheet: name })
    return sheet
  }
  return {
    kind: 'xlsx',
    encoding: null,
    delimiter: null,
    date1904: parts.date1904,
    sheets,
    ragged: [],
    async *rows(name): AsyncGenerator<Row, void, undefined> {
      const sheet = find(name)
      strings ??= readSharedStrings(archive, parts.sharedStrings, signal)
      const scanner = new SheetScanner(name, await strings, shows)
      const total = archive.size(sheet.part)
      let done = 0
      for await (const piece of archive.read(sheet.part, signal)) {
        scanner.feed(piece)
        for (let row = scanner.next(); row !== null; row = scanner.next()) yield row
        done += piece.length
        options.onProgress?.(done, total)
      }
      scanner.finish()
    },
    merges(name) {
      const { part } = find(name)
      const known = merges.get(part) ?? readMerges(archive, part, signal)
      merges.set(part, known)
      return known
    },
    close() {
      archive.close()
      return Promise.resolve()
    },
  }
}

async function sheetEntries(
  archive: Archive,
  sheets: readonly SheetPart[],
  signal?: AbortSignal
): Promise<SheetEntry[]> {
  const entries: SheetEntry[] = []
  for (const { name, hidden, part } of sheets) {
    const rows = await readDeclaredRows(archive, part, signal)
    entries.push({ name, hidden, ...(rows === null ? {} : { rows }) })
  }
  return entries
}

/** Zips that hold a table in a format we do not read: binary .xlsb, OpenDocument. */
function otherWorkbook(archive: Archive): boolean {
  return archive.has('xl/workbook.bin') || archive.has('content.xml')
}
