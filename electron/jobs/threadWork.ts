import type { MessagePort } from 'node:worker_threads'
import { Fault, type FaultCode } from '../../shared/contract/faults.ts'
import type { Decoded, DecodeOrder } from '../../shared/media/decoding.ts'
import { ROLES } from '../../shared/contract/roles.ts'
import type { PressSheet } from '../../shared/paper/press.ts'
import { now, today } from '../services/clock.ts'
import type { Ctx } from '../services/context.ts'
import { House } from '../services/house.ts'
import { mintId } from '../services/ids.ts'
import { asFault } from '../store/health.ts'
import { openStore } from '../store/open.ts'
import { theMuseum } from '../store/workspace.ts'
import { aloneBy, type TakeTurn } from '../services/alone.ts'
import { jobCtx, jobOf, type JobFns } from './jobFn.ts'
import type { FromThread, JobOrders, ToThread } from './thread.ts'

/** Does one job in a thread of its own, on a connection of its own, and says over `port` how it went. */
export async function workInThread(port: MessagePort, orders: JobOrders, jobs: JobFns): Promise<void> {
  const say = (message: FromThread) => port.postMessage(message)
  const stop = new AbortController()
  const myTurn = new Map<number, () => void>()
  const printing = askedFor<PressSheet, Uint8Array>((ticket, sheet) => say({ kind: 'press', ticket, sheet }))
  const decoding = askedFor<DecodeOrder, Decoded>((ticket, order) => say({ kind: 'decode', ticket, order }))
  port.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') stop.abort()
    else if (message.kind === 'pressed') printing.answered(message.ticket, message.pdf)
    else if (message.kind === 'decoded') decoding.answered(message.ticket, message.answer)
    else myTurn.get(message.ticket)?.()
  })
  try {
    const store = await openStore(orders.folder, { role: 'job', nativeBinding: orders.nativeBinding })
    try {
      const row = await theMuseum(store.db)
      if (!row) throw new Fault('museum.notMuseum')
      const house = new House({ home: orders.home, nativeBinding: orders.nativeBinding, now })
      await house.adopt({ id: row.id, folder: orders.folder, db: store.db, row }, store)
      const alone = aloneBy(turnsOf(say, myTurn))
      const ctx = threadCtx(orders, house, {
        alone,
        decode: decoding.done,
        press: printing.done,
        tell: (event) => say({ kind: 'tell', event }),
      })
      const own = jobCtx(ctx, stop.signal, (stage, done, total) =>
        say({ kind: 'progress', stage, done, total })
      )
      say({ kind: 'done', result: await jobOf(jobs, orders.kind)(orders.input, own) })
    } finally {
      await store.close()
    }
  } catch (error) {
    say(thrown(error))
  } finally {
    port.close()
  }
}

function threadCtx(
  orders: JobOrders,
  house: House,
  hands: Pick<Ctx, 'alone' | 'decode' | 'press' | 'tell'>
): Ctx {
  const refuse = (code: 'file.token' | 'call.notAllowed') => () => {
    throw new Fault(code)
  }
  return {
    person: orders.person,
    roles: ROLES,
    house,
    museum: () => house.museum(),
    now,
    today,
    mintId,
    // whoever starts a job turns tokens into paths first, and no job starts another
    files: { path: refuse('file.token'), give: refuse('file.token') },
    jobs: { start: refuse('call.notAllowed'), cancel: refuse('call.notAllowed') },
    ...hands,
    reader: orders.reader,
  }
}

/** Turns are given out by whoever started the thread. */
function turnsOf(say: (message: FromThread) => void, myTurn: Map<number, () => void>): TakeTurn {
  let tickets = 0
  return async () => {
    const ticket = tickets++
    await new Promise<void>((resolve) => {
      myTurn.set(ticket, resolve)
      say({ kind: 'wantTurn', ticket })
    })
    myTurn.delete(ticket)
    return () => say({ kind: 'endTurn', ticket })
  }
}

/** What only whoever started the thread can do: print a sheet, keep the process that decodes pictures. */
function askedFor<Order, Answer extends object>(ask: (ticket: number, order: Order) => void) {
  let tickets = 0
  const waiting = new Map<number, (answer: Answer | FaultCode) => void>()
  return {
    done: async (order: Order): Promise<Answer> => {
      const ticket = tickets++
      const answer = await new Promise<Answer | FaultCode>((resolve) => {
        waiting.set(ticket, resolve)
        ask(ticket, order)
      })
      waiting.delete(ticket)
      if (typeof answer === 'string') throw new Fault(answer)
      return answer
    },
    answered: (ticket: number, answer: Answer | FaultCode): void => {
      waiting.get(ticket)?.(answer)
    },
  }
}

function thrown(error: unknown): FromThread {
  const reason = asFault(error)
  if (reason instanceof Fault) return { kind: 'refused', code: reason.code, detail: reason.detail }
  return { kind: 'broke', error: reason instanceof Error ? reason : new Error('thrown: not an error') }
}
