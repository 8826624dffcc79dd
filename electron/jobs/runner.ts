import { Fault } from '../../shared/contract/faults.ts'
import type { Job } from '../../shared/workspace/contract.ts'
import type { Ctx, JobStarter, OpenMuseum } from '../services/context.ts'
import { asFault } from '../store/health.ts'
import type { Report } from './jobFn.ts'
import { enterJob, type JobRow } from './jobRow.ts'

/** One job on its way: what a backend needs to do it. */
export interface Errand {
  readonly kind: string
  readonly input: unknown
  readonly museum: OpenMuseum
  readonly signal: AbortSignal
  readonly report: Report
}

/** Does a job to its end: in this thread (`inline.ts`) or in one of its own (`thread.ts`). */
export type Backend = (errand: Errand) => Promise<unknown>

export interface Runner extends JobStarter {
  /** Waits until that job, or all, have ended and are written down. */
  settled(id?: string): Promise<void>
  /** Cancels everything and waits until it has ended: before a museum is closed. */
  stopAll(): Promise<void>
}

interface Wiring extends Pick<Ctx, 'museum' | 'now' | 'mintId' | 'alone' | 'tell'> {
  readonly backend: Backend
  log(where: string, error: unknown): void
}

/** Jobs at work at once, and those that may wait behind them: a page gone wild gets no further. */
export const MOST_RUNNING = 4
export const MOST_WAITING = 16

/** Keeps long work going: a row for each job, progress to the windows, cancel. */
export function jobRunner(wiring: Wiring): Runner {
  const known = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  const waiting: (() => void)[] = []
  let running = 0
  let entering = 0

  async function start(kind: string, input: unknown): Promise<string> {
    const museum = wiring.museum()
    const most = MOST_RUNNING + MOST_WAITING
    if (known.size + entering >= most) throw new Fault('call.tooMany', { most })
    entering += 1
    try {
      const job = newJob(wiring.mintId(), kind, wiring.now())
      const row = await enterJob(job, museum, wiring)
      const stop = new AbortController()
      const ended = run({ kind, input, museum, signal: stop.signal, report: row.report }, row).finally(() => {
        known.delete(job.id)
      })
      known.set(job.id, { stop, ended })
      return job.id
    } finally {
      entering -= 1
    }
  }

  async function run(errand: Errand, row: JobRow): Promise<void> {
    const end = (await turnToRun(errand.signal)) ? await resultOf(errand, row).finally(leave) : CANCELLED
    await row.end({ ...end, endedAt: wiring.now() })
  }

  async function resultOf(errand: Errand, row: JobRow): Promise<Partial<Job>> {
    try {
      if (errand.signal.aborted) throw new Fault('call.cancelled')
      row.set({ status: 'running', startedAt: wiring.now() })
      return { status: 'finished', result: (await wiring.backend(errand)) ?? null }
    } catch (error) {
      return refusalOf(error, errand.kind)
    }
  }

  /** False where it was cancelled while it waited. */
  async function turnToRun(signal: AbortSignal): Promise<boolean> {
    if (running < MOST_RUNNING) {
      running += 1
      return true
    }
    return new Promise((resolve) => {
      const begin = (): void => resolve(true)
      waiting.push(begin)
      signal.addEventListener('abort', () => {
        const at = waiting.indexOf(begin)
        if (at >= 0) waiting.splice(at, 1)
        resolve(false)
      })
    })
  }

  /** The place goes to the next in line, or is free. */
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  function refusalOf(error: unknown, kind: string): Pick<Job, 'status' | 'fault'> {
    const reason = asFault(error)
    if (!(reason instanceof Fault)) {
      wiring.log(`job ${kind}`, error)
      return { status: 'failed', fault: { code: 'call.internal', detail: {} } }
    }
    if (reason.code === 'call.cancelled') return CANCELLED
    return {
      status: 'failed',
      fault: { code: reason.code, detail: structuredClone(reason.detail) },
    }
  }

  async function settled(id?: string): Promise<void> {
    if (id !== undefined) return known.get(id)?.ended
    while (known.size > 0) await Promise.all([...known.values()].map((one) => one.ended))
  }

  return {
    start,
    settled,
    cancel(id) {
      known.get(id)?.stop.abort()
      return Promise.resolve(known.has(id))
    },
    stopAll() {
      for (const one of known.values()) one.stop.abort()
      return settled()
    },
  }
}

const CANCELLED = { status: 'cancelled', fault: null } as const

function newJob(id: string, kind: string, at: string): Job {
  return {
    id,
    kind,
    status: 'queued',
    stage: null,
    done: 0,
    total: null,
    startedAt: at,
    endedAt: null,
    fault: null,
    result: null,
  }
}
