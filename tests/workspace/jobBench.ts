import { decoderOf, forkedDecoder } from '../../electron/files/decoder.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { aloneBy, turns } from '../../electron/services/alone.ts'
import { inlineJobs } from '../../electron/jobs/inline.ts'
import type { JobFns } from '../../electron/jobs/jobFn.ts'
import { jobRunner, type Runner } from '../../electron/jobs/runner.ts'
import { threads } from '../../electron/jobs/thread.ts'
import { now, today } from '../../electron/services/clock.ts'
import type { Ctx } from '../../electron/services/context.ts'
import { House } from '../../electron/services/house.ts'
import { mintId } from '../../electron/services/ids.ts'
import { jobById } from '../../electron/store/workspace.ts'
import { ROLES } from '../../shared/contract/roles.ts'
import type { Job } from '../../shared/workspace/contract.ts'

/** An open museum in which jobs of any kind may be tried, inline and in threads. */
export interface JobBench {
  readonly folder: string
  readonly house: House
  /** Every state of every job as the windows hear it. */
  readonly told: Job[]
  readonly logged: unknown[]
  readonly alone: Ctx['alone']
  inline(jobs: JobFns): Runner
  /** The jobs of `threadJobs.ts`, each in a thread of its own. */
  inThreads(): Runner
  rowOf(id: string): Promise<Job>
  /** Waits for the end of a job: its row then. */
  ended(runner: Runner, id: string): Promise<Job>
  /** Waits for the first progress of any job. */
  underWay(): Promise<void>
  close(): Promise<void>
}

export async function jobBench(): Promise<JobBench> {
  const folder = mkdtempSync(join(tmpdir(), 'guancang-jobs-'))
  const home = join(folder, 'home')
  const house = new House({ home, nativeBinding: undefined, now })
  await house.create(join(folder, 'museum'), { name: '测试县博物馆', province: 'default' })
  const told: Job[] = []
  const logged: unknown[] = []
  const take = turns()
  const alone = aloneBy(take)
  const tell: Ctx['tell'] = (event) => {
    if (event.kind === 'job') told.push(structuredClone(event.job))
  }
  const log = (_where: string, error: unknown) => void logged.push(error)
  const museum = () => house.museum()
  const person = '登记员'
  const decode = decoderOf({ start: forkedDecoder() })
  const files = {
    path: (token: string) => token,
    give: (path: string) => ({ token: path, name: path, size: null }),
  }
  const ctx: Omit<Ctx, 'jobs'> = {
    person,
    roles: ROLES,
    house,
    museum,
    now,
    today,
    mintId,
    files,
    decode,
    alone,
    tell,
  }

  async function rowOf(id: string): Promise<Job> {
    const job = await jobById(museum().db, museum().id, id)
    if (!job) throw new Error('no row')
    return job
  }
  return {
    folder,
    house,
    told,
    logged,
    alone,
    inline: (jobs) => inlineJobs(jobs, () => ctx, log),
    inThreads() {
      const orders = { nativeBinding: undefined, home, person }
      const file = resolve('tests/workspace/threadJobs.ts')
      const backend = threads({ take, tell, decode, file, orders, cancelWithin: 1000 })
      return jobRunner({ museum, now, mintId, alone, tell, log, backend })
    },
    rowOf,
    async ended(runner, id) {
      await runner.settled(id)
      return rowOf(id)
    },
    async underWay() {
      while (!told.some((job) => job.stage !== null)) await new Promise((done) => setTimeout(done, 5))
    },
    async close() {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
