import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../shared/contract/faults.ts'
import { unpackRow } from './packed.ts'
import { heldAdditions } from '../../../shared/vocabulary/held.ts'
import type { FromReader, Reading, ToReader } from './reading-work.ts'
import type { ReadChunk, ReadingOrder, Understanding } from './read-rows.ts'

/**
 * Reading a long file and writing what was read are two halves of about the same weight: the first goes to a thread of
 * its own, while the museum's file is written by the second.
 */
export interface ReadingThread {
  /** The rows of an order; once. */
  read(order: ReadingOrder): AsyncGenerator<ReadChunk, Understanding[][]>
  close(): Promise<void>
}

/** MiB. Rows live short: a small nursery keeps what both threads hold together under 500 MB. */
const LIMITS = { maxYoungGenerationSizeMb: 32 }

/** Starts the thread; null where its built entry is not there, and rows are then read where they are written. */
export function startReader(file: string, path: string, signal: AbortSignal): ReadingThread | null {
  if (!existsSync(file)) return null
  const worker = new Worker(file, {
    workerData: { path, additions: heldAdditions() } satisfies Reading,
    resourceLimits: LIMITS,
  })
  const come: FromReader[] = []
  let wake = (): void => {}
  const add = (message: FromReader): void => {
    come.push(message)
    wake()
  }
  const say = (message: ToReader): void => worker.postMessage(message)
  const cancelled = (): void => add({ kind: 'refused', code: 'call.cancelled', detail: {} })
  worker.on('message', add)
  worker.on('error', (error: Error) => add({ kind: 'broke', error }))
  worker.on('exit', () => add({ kind: 'broke', error: new Error('the reading thread ended by itself') }))
  signal.addEventListener('abort', cancelled)
  return {
    async *read(order) {
      say({ kind: 'read', order })
      for (;;) {
        const message = come.shift()
        if (message === undefined) await new Promise<void>((resolve) => (wake = resolve))
        else if (message.kind === 'chunk') {
          say({ kind: 'more' })
          yield { ...message.chunk, rows: message.chunk.rows.map(unpackRow) }
        } else if (message.kind === 'done') return message.columns
        else if (message.kind === 'refused') throw new Fault(message.code, message.detail)
        else throw message.error
      }
    },
    async close() {
      signal.removeEventListener('abort', cancelled)
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
