import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault, type FaultCode } from '../../shared/contract/faults.ts'
import type { Row } from '../../shared/imports/table.ts'
import { openCsv } from './csv.ts'
import { contentOf } from './file-magic.ts'
import { openLido } from './lido.ts'
import { LIMITS } from './limits.ts'
import type { OpenedTable, OpenOptions, TableFile } from './table-file.ts'
import { openXls } from './xls.ts'
import { openXlsx } from './xlsx.ts'

/**
 * Opens a museum's own table file: .xlsx, .xls, .et of WPS, LIDO in .xml, .csv, .tsv, .txt, recognised by what it holds and not
 * by its name. Close it when done. All errors, also those met while reading rows, are Faults whose detail names
 * the file without its folder, and sheet, row and limit where they apply: file.missing, file.isFolder, file.locked,
 * file.empty, file.tooLarge, file.notTable, file.html, file.unsupported, file.password, file.damaged, file.bomb,
 * file.sheetless, file.noSheet, file.encoding, file.nul, file.lineTooLong, file.quote, file.tooManyRows,
 * file.tooManyColumns, file.cellTooLong, file.fieldTooLong.
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<TableFile> {
  const file = basename(path)
  try {
    return named(await openContent(path, options), file)
  } catch (error) {
    throw asFault(error, file)
  }
}

/** Rows of a sheet that the user has chosen: one without any is refused with file.sheetEmpty. */
export async function* rowsOf(table: TableFile, sheet: string): AsyncGenerator<Row, void, undefined> {
  let any = false
  for await (const row of table.rows(sheet)) {
    any = true
    yield row
  }
  if (!any) throw new Fault('file.sheetEmpty', { file: table.file, sheet })
}

async function openContent(path: string, options: OpenOptions): Promise<OpenedTable> {
  const entry = await stat(path)
  if (entry.isDirectory()) throw new Fault('file.isFolder')
  if (!entry.isFile()) throw new Fault('file.missing')
  const { size } = entry
  if (size === 0) throw new Fault('file.empty')
  if (size > LIMITS.file) throw new Fault('file.tooLarge', { limit: LIMITS.file })
  const head = await readHead(path)
  switch (contentOf(head)) {
    case 'zip':
      return openXlsx(path, options)
    case 'xls':
      return openXls(path, size, options)
    case 'text':
      if (head.toString('latin1').replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '') === '')
        throw new Fault('file.empty')
      return openCsv(path, head, size, options)
    case 'lido':
      return openLido(path, size, options)
    case 'html':
      throw new Fault('file.html')
    case 'xmlWorkbook':
      throw new Fault('file.unsupported')
    case 'other':
      throw new Fault('file.notTable')
  }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The same table with the file's name in every fault. */
function named(table: OpenedTable, file: string): TableFile {
  const rows = async function* (sheet: string): AsyncGenerator<Row, void, undefined> {
    try {
      yield* table.rows(sheet)
    } catch (error) {
      throw asFault(error, file)
    }
  }
  const merges: OpenedTable['merges'] = (sheet) =>
    table.merges(sheet).catch((error: unknown) => {
      throw asFault(error, file)
    })
  return { ...table, file, rows, merges }
}

/** What a file cannot explain is that it is damaged; the true cause stays with the fault for the log. */
function asFault(error: unknown, file: string): Fault {
  const code = error instanceof Fault ? error.code : codeOf(error)
  const fault = new Fault(code, { file, ...(error instanceof Fault ? error.detail : {}) })
  fault.cause = error instanceof Fault ? (error.cause ?? error) : error
  return fault
}

function codeOf(error: unknown): FaultCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && error.name === 'AbortError') return 'call.cancelled'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'file.missing'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return 'file.locked'
  return 'file.damaged'
}
