import type { MessagePort } from 'node:worker_threads'
import { Fault, type FaultCode, type FaultDetail } from '../../../shared/contract/faults.ts'
import type { Additions } from '../../../shared/vocabulary/additions.ts'
import { holdAdditions } from '../../../shared/vocabulary/held.ts'
import { openTable } from '../../files/open-table.ts'
import { packRow, type PackedRow } from './packed.ts'
import { firstRows } from './recognise.ts'
import { readRows, type ReadChunk, type ReadingOrder, type Understanding } from './read-rows.ts'

/** What the thread is told when it begins: the file, and what the museum adds to the code tables. */
export interface Reading {
  readonly path: string
  readonly additions: Additions
}

export type PackedChunk = Omit<ReadChunk, 'rows'> & { readonly rows: readonly PackedRow[] }
export type FromReader =
  | { readonly kind: 'chunk'; readonly chunk: PackedChunk }
  | { readonly kind: 'done'; readonly columns: Understanding[][] }
  | { readonly kind: 'refused'; readonly code: FaultCode; readonly detail: FaultDetail }
  | { readonly kind: 'broke'; readonly error: Error }
export type ToReader = { readonly kind: 'read'; readonly order: ReadingOrder } | { readonly kind: 'more' }

/** Chunks that may wait unread: the reader does not run ahead of the disk. */
const AHEAD = 8

/** What the reading thread does: opens the file, waits for its order, reads, and waits when it is too far ahead. */
export async function readInThread(port: MessagePort, { path, additions }: Reading): Promise<void> {
  holdAdditions(additions)
  const say = (message: FromReader): void => port.postMessage(message)
  let credit = AHEAD
  let wake = (): void => {}
  const order = new Promise<ReadingOrder>((resolve) =>
    port.on('message', (message: ToReader) => {
      if (message.kind === 'read') return resolve(message.order)
      credit += 1
      wake()
    })
  )
  try {
    const read = { done: 0, total: 0 }
    const table = await openTable(path, { onProgress: (done, total) => Object.assign(read, { done, total }) })
    // the texts of the workbook are read with its first row: time to do so until the order comes
    const [sheet] = table.sheets
    if (sheet) await firstRows(table, sheet.name, 1)
    const reading = readRows({ table, read }, await order)
    for (;;) {
      const next = await reading.next()
      if (next.done) return say({ kind: 'done', columns: next.value })
      while (credit === 0) await new Promise<void>((resolve) => (wake = resolve))
      credit -= 1
      say({ kind: 'chunk', chunk: { ...next.value, rows: next.value.rows.map(packRow) } })
    }
  } catch (error) {
    if (error instanceof Fault) say({ kind: 'refused', code: error.code, detail: error.detail })
    else say({ kind: 'broke', error: error instanceof Error ? error : new Error('thrown: not an error') })
  }
}
