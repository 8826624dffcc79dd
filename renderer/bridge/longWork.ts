import type { z } from 'zod'
import { Fault } from '../../shared/contract/faults.ts'
import type { Job } from '../../shared/workspace/contract.ts'
import { shared, type Shared } from '../kit/store.ts'
import { museum, watch } from './museum.ts'

/** A long piece of work as the window sees it; `answer` has the shape the schema promised. */
export interface Work<T> {
  readonly state: 'idle' | 'running' | 'finished' | 'cancelled' | 'failed'
  readonly job: Job | null
  readonly answer: T | null
  readonly error: unknown
}

export interface LongWork<T> extends Pick<Shared<Work<T>>, 'get' | 'use'> {
  /** Starts a job and follows it to its end; null when it was cancelled or failed, or one is running already. */
  readonly start: (begin: () => Promise<{ job: string }>) => Promise<T | null>
  readonly cancel: () => void
  readonly clear: () => void
}

/**
 * One kind of work, one at a time: start, follow its events, parse its answer. It belongs to no component: walking into
 * another room does not lose it.
 */
export function longWork<T>(schema: z.ZodType<T>): LongWork<T> {
  const idle: Work<T> = { state: 'idle', job: null, answer: null, error: null }
  const now = shared<Work<T>>(idle)
  return {
    get: now.get,
    use: now.use,
    async start(begin) {
      if (now.get().state === 'running') return null
      now.set({ ...idle, state: 'running' })
      try {
        const { job: id } = await begin()
        const job = await ended(id, (running) => now.set({ ...idle, state: 'running', job: running }))
        now.set({ ...idle, ...outcome(job, schema), job })
      } catch (error) {
        now.set({ ...idle, state: 'failed', error })
      }
      return now.get().answer
    },
    cancel() {
      const { job } = now.get()
      if (job)
        museum.workspace.cancel({ id: job.id }).catch((error: unknown) => now.set({ ...now.get(), error }))
    },
    clear: () => now.set(idle),
  }
}

const isEnded = (job: Job): boolean => job.status !== 'running' && job.status !== 'queued'

/** The job as it ended. A short one may have ended before anybody listened, so its row is asked for once. */
function ended(id: string, progress: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const take = (job: Job): void => {
      if (!isEnded(job)) return progress(job)
      stop()
      resolve(job)
    }
    const stop = watch((event) => {
      if (event.kind === 'job' && event.job.id === id) take(event.job)
      // a host that died took the job with it
      if (event.kind === 'host' && event.state !== 'started')
        museum.workspace.job({ id }).then(({ job }) => take(job), fail)
    })
    const fail = (error: unknown): void => {
      stop()
      reject(error instanceof Error ? error : new Fault('job.interrupted'))
    }
    museum.workspace.job({ id }).then(({ job }) => take(job), fail)
  })
}

function outcome<T>(job: Job, schema: z.ZodType<T>): Pick<Work<T>, 'state' | 'answer' | 'error'> {
  if (job.status === 'cancelled') return { state: 'cancelled', answer: null, error: null }
  if (job.status === 'finished') return { state: 'finished', answer: schema.parse(job.result), error: null }
  const fault =
    job.fault === null ? new Fault('job.interrupted') : new Fault(job.fault.code, job.fault.detail)
  return { state: 'failed', answer: null, error: fault }
}
