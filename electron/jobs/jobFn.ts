import { setImmediate } from 'node:timers/promises'
import { Fault } from '../../shared/contract/faults.ts'
import type { Ctx, JobCtx } from '../services/context.ts'

/** A piece of long work. Input and answer are plain, because they cross threads; paths may go in but never come out. */
export type JobFn = (input: unknown, ctx: JobCtx) => Promise<unknown>
export type JobFns = Readonly<Record<string, JobFn>>

export type Report = (stage: string, done: number, total: number | null) => void

/** How long a job may keep its thread before others (a cancel, a reader) get a turn. */
const REST_EVERY_MS = 15
/** A job may call `progress` for every row; nobody needs to hear of every one. */
const REPORT_EVERY_MS = 50

/** The context a job works in: `report` hears of all progress, `signal` makes the next `progress` throw. */
export function jobCtx(ctx: Ctx, signal: AbortSignal, report: Report): JobCtx {
  let rested = performance.now()
  let reported = 0
  let lastStage = ''
  return {
    ...ctx,
    signal,
    async progress(stage, done, total) {
      if (stage !== lastStage || done === total || performance.now() - reported >= REPORT_EVERY_MS) {
        report(stage, done, total)
        reported = performance.now()
        lastStage = stage
      }
      if (performance.now() - rested > REST_EVERY_MS) {
        await setImmediate()
        rested = performance.now()
      }
      if (signal.aborted) throw new Fault('call.cancelled')
    },
  }
}

/** The job of that kind; kinds are ours, so an unknown one is a mistake in the program. */
export function jobOf(jobs: JobFns, kind: string): JobFn {
  const job = Object.hasOwn(jobs, kind) ? jobs[kind] : undefined
  if (!job) throw new Error(`no job of kind ${kind}`)
  return job
}
