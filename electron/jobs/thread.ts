import { Worker } from 'node:worker_threads'
import type { Decoded, DecodeOrder } from '../../shared/media/decoding.ts'
import { Fault, type FaultCode, type FaultDetail } from '../../shared/contract/faults.ts'
import type { Press, PressSheet } from '../../shared/paper/press.ts'
import type { Ctx } from '../services/context.ts'
import type { TakeTurn } from '../services/alone.ts'
import type { Backend } from './runner.ts'

/** What a job's thread is told when it begins. */
export interface JobOrders {
  readonly kind: string
  readonly input: unknown
  /** The museum's folder: the thread opens a connection of its own. */
  readonly folder: string
  readonly nativeBinding: string | undefined
  readonly home: string
  readonly person: string
  /** The built entry of the thread that reads long tables. */
  readonly reader?: string | undefined
}

export type ToThread =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'yourTurn'; readonly ticket: number }
  /** What became of a sheet: the PDF, or why there is none. */
  | { readonly kind: 'pressed'; readonly ticket: number; readonly pdf: Uint8Array | FaultCode }
  | { readonly kind: 'decoded'; readonly ticket: number; readonly answer: Decoded | FaultCode }

export type FromThread =
  | {
      readonly kind: 'progress'
      readonly stage: string
      readonly done: number
      readonly total: number | null
    }
  | { readonly kind: 'tell'; readonly event: Parameters<Ctx['tell']>[0] }
  | { readonly kind: 'wantTurn'; readonly ticket: number }
  | { readonly kind: 'endTurn'; readonly ticket: number }
  | { readonly kind: 'press'; readonly ticket: number; readonly sheet: PressSheet }
  | { readonly kind: 'decode'; readonly ticket: number; readonly order: DecodeOrder }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: FaultCode; readonly detail: FaultDetail }
  | { readonly kind: 'broke'; readonly error: Error }

interface Wiring extends Pick<Ctx, 'tell' | 'decode'> {
  readonly take: TakeTurn
  /** Prints for the threads; undefined where there is no window to print with. */
  readonly press?: Press | undefined
  /** The built job bundle. */
  readonly file: string
  readonly orders: Omit<JobOrders, 'kind' | 'input' | 'folder'>
  /** Milliseconds a thread may take to notice that it is no longer wanted. */
  readonly cancelWithin: number
}

/** Jobs in threads of their own, each with its own connection; what they write waits its turn with all others. */
export function threads(wiring: Wiring): Backend {
  return (errand) =>
    new Promise((resolve, reject) => {
      const { folder } = errand.museum
      if (folder === null) throw new Error('a job in a thread needs a folder to open')
      const orders: JobOrders = { ...wiring.orders, kind: errand.kind, input: errand.input, folder }
      const worker = new Worker(wiring.file, { workerData: orders })
      const turnsHeld = new Map<number, () => void>()
      let gone = false

      worker.on('message', (message: FromThread) => {
        if (message.kind === 'done') resolve(message.result)
        else if (message.kind === 'refused') reject(new Fault(message.code, message.detail))
        else if (message.kind === 'broke') reject(message.error)
        else if (message.kind === 'progress') errand.report(message.stage, message.done, message.total)
        else if (message.kind === 'tell') wiring.tell(message.event)
        else if (message.kind === 'decode') void decode(message.ticket, message.order)
        else if (message.kind === 'wantTurn') void giveTurn(message.ticket)
        else if (message.kind === 'press') void press(message.ticket, message.sheet)
        else endTurn(message.ticket)
      })
      worker.on('error', reject)
      worker.once('exit', () => {
        gone = true
        for (const ticket of [...turnsHeld.keys()]) endTurn(ticket)
        // after an answer this changes nothing
        reject(errand.signal.aborted ? new Fault('call.cancelled') : new Fault('job.interrupted'))
      })
      stopWith(errand.signal, worker, wiring.cancelWithin)

      async function decode(ticket: number, order: DecodeOrder): Promise<void> {
        const answer = await wiring.decode(order).catch((error: unknown): FaultCode => {
          return error instanceof Fault ? error.code : 'picture.breaks'
        })
        worker.postMessage({ kind: 'decoded', ticket, answer } satisfies ToThread)
      }
      async function giveTurn(ticket: number): Promise<void> {
        const end = await wiring.take()
        if (gone) return end()
        turnsHeld.set(ticket, end)
        worker.postMessage({ kind: 'yourTurn', ticket } satisfies ToThread)
      }
      async function press(ticket: number, sheet: PressSheet): Promise<void> {
        const pdf = await wiring.press?.(sheet).catch((error: unknown) => faultOf(error))
        if (!gone)
          worker.postMessage({
            kind: 'pressed',
            ticket,
            pdf: pdf ?? 'paper.needsWindow',
          } satisfies ToThread)
      }
      function endTurn(ticket: number): void {
        turnsHeld.get(ticket)?.()
        turnsHeld.delete(ticket)
      }
    })
}

/** A cancel is a request; a thread that does not hear it (one endless statement) is ended, and SQLite rolls back. */
function stopWith(signal: AbortSignal, worker: Worker, within: number): void {
  signal.addEventListener('abort', () => {
    worker.postMessage({ kind: 'cancel' } satisfies ToThread)
    const late = setTimeout(() => void worker.terminate(), within)
    worker.once('exit', () => clearTimeout(late))
  })
}

const faultOf = (error: unknown): FaultCode => (error instanceof Fault ? error.code : 'paper.press')
