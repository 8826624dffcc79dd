import type { Job } from '../../shared/workspace/contract.ts'
import type { Ctx, OpenMuseum } from '../services/context.ts'
import { insertJob, updateJob } from '../store/jobs.ts'
import type { Report } from './jobFn.ts'

/** A job's row in the museum and what the windows hear of it, kept in step with the work. */
export interface JobRow {
  /** A change of state: told at once, written as soon as the store is free. */
  set(change: Partial<Job>): void
  /** Progress: told ten times a second at most, written once a second. */
  readonly report: Report
  /** The last change: written first and told then, so that whoever asks in between is not left with an older truth. */
  end(change: Partial<Job>): Promise<void>
}

interface Wiring extends Pick<Ctx, 'alone' | 'tell'> {
  log(where: string, error: unknown): void
}

const TELL_EVERY_MS = 100
const WRITE_EVERY_MS = 1000

/** Enters a job and answers once its row is there. */
export async function enterJob(first: Job, museum: OpenMuseum, wiring: Wiring): Promise<JobRow> {
  let job = first
  let told = 0
  let wrote = 0
  let behind = false
  let writing: Promise<void> | null = null

  await wiring.alone(() =>
    insertJob(museum.db, { museum_id: museum.id, id: job.id, kind: job.kind, ...columns(job) })
  )

  // one write at a time and only the latest state: an import may hold the store for a minute
  async function catchUp(): Promise<void> {
    try {
      while (behind) {
        behind = false
        await wiring.alone(() => updateJob(museum.db, museum.id, job.id, columns(job)))
      }
    } catch (error) {
      // the work goes on; the row says `interrupted` when the museum is opened again
      wiring.log(`row of job ${job.kind}`, error)
    } finally {
      writing = null
    }
  }
  function write(): void {
    wrote = performance.now()
    behind = true
    writing ??= catchUp()
  }
  function tell(): void {
    told = performance.now()
    wiring.tell({ kind: 'job', job })
  }
  tell()
  return {
    set(change) {
      job = { ...job, ...change }
      write()
      tell()
    },
    report(stage, done, total) {
      const newStage = stage !== job.stage
      job = { ...job, stage, done, total }
      if (newStage || performance.now() - told >= TELL_EVERY_MS) tell()
      if (performance.now() - wrote >= WRITE_EVERY_MS) write()
    },
    async end(change) {
      job = { ...job, ...change }
      write()
      while (writing) await writing
      tell()
    },
  }
}

function columns(job: Job) {
  return {
    status: job.status,
    stage: job.stage,
    done: job.done,
    total: job.total,
    started_at: job.startedAt,
    ended_at: job.endedAt,
    fault: job.fault === null ? null : JSON.stringify(job.fault),
    result: job.result === null ? null : JSON.stringify(job.result),
  }
}
