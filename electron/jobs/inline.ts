import type { Ctx } from '../services/context.ts'
import { jobCtx, jobOf, type JobFns } from './jobFn.ts'
import { jobRunner, type Runner } from './runner.ts'

/**
 * Jobs in this very thread on the same connection: for tests and the command line, where no window can freeze. `log`
 * hears what a reply does not carry.
 */
export function inlineJobs(
  jobs: JobFns,
  ctx: () => Omit<Ctx, 'jobs'>,
  log: (where: string, error: unknown) => void = () => {}
): Runner {
  const runner: Runner = jobRunner({
    museum: () => ctx().museum(),
    now: () => ctx().now(),
    mintId: () => ctx().mintId(),
    alone: (deed) => ctx().alone(deed),
    tell: (event) => ctx().tell(event),
    log,
    backend: ({ kind, input, museum, signal, report }) => {
      const own: Ctx = { ...ctx(), museum: () => museum, jobs: runner }
      // a thread would have got a copy as well
      return jobOf(jobs, kind)(structuredClone(input), jobCtx(own, signal, report))
    },
  })
  return runner
}
