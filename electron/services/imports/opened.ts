import { statSync } from 'node:fs'
import { Fault } from '../../../shared/contract/faults.ts'
import { openTable } from '../../files/open-table.ts'
import type { TableFile } from '../../files/table-file.ts'
import type { JobCtx } from '../context.ts'
import type { ReadFrom } from './read-rows.ts'
import { startReader, type ReadingThread } from './reading-thread.ts'

export interface OpenedFile extends ReadFrom {
  readonly path: string
  /** Of a long file that is to be read to its end: the thread that will. */
  readonly thread: ReadingThread | null
}

/** Bytes of a packed workbook from which on it pays to prepare for very many rows. */
const LONG = 1_000_000

export const isLong = (path: string): boolean => statSync(path).size >= LONG

/**
 * Opens a file for one deed and closes it after. Faults name the file as the user knows it: a kept original lies
 * under its hash. `whole`: the deed will read it to its end.
 */
export async function withTable<T>(
  path: string,
  file: string,
  { signal, reader }: Pick<JobCtx, 'signal' | 'reader'>,
  whole: boolean,
  deed: (opened: OpenedFile) => Promise<T>
): Promise<T> {
  const read = { done: 0, total: 0 }
  let table: TableFile | undefined
  let thread: ReadingThread | null = null
  try {
    table = await openTable(path, {
      signal,
      onProgress: (done, total) => Object.assign(read, { done, total }),
    })
    // it gets ready while the header is looked for here
    thread = whole && reader !== undefined && isLong(path) ? startReader(reader, path, signal) : null
    return await deed({ path, table, read, thread })
  } catch (error) {
    throw error instanceof Fault && 'file' in error.detail
      ? new Fault(error.code, { ...error.detail, file })
      : error
  } finally {
    await thread?.close()
    await table?.close()
  }
}
