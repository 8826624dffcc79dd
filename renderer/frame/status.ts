import { Fault } from '../../shared/contract/faults.ts'
import type { Job } from '../../shared/workspace/contract.ts'
import { shared } from '../kit/store.ts'
import type { Filling, WordKey } from '../kit/words.ts'

/** What the one status line says. Words are chosen when it is drawn, so that it follows the language. */
export type Status =
  | { readonly state: 'quiet' }
  | { readonly state: 'working'; readonly key: WordKey }
  | { readonly state: 'saved' | 'refused'; readonly key: WordKey; readonly filling: Filling }
  | { readonly state: 'failed'; readonly fault: Fault }

export const status = shared<Status>({ state: 'quiet' })
/** Jobs that run now, by id. */
export const running = shared<ReadonlyMap<string, Job>>(new Map())

export function saved(key: WordKey, filling: Filling = {}): void {
  status.set({ state: 'saved', key, filling })
}

/** Something that was asked for is not done, and why; nothing went wrong. */
export function refused(key: WordKey, filling: Filling = {}): void {
  status.set({ state: 'refused', key, filling })
}

export function failed(error: unknown): void {
  status.set({ state: 'failed', fault: error instanceof Fault ? error : new Fault('call.internal') })
}

/** Follows a job's event into the list of running ones. */
export function follow(job: Job): void {
  running.set((now) => {
    const next = new Map(now)
    if (job.status === 'running' || job.status === 'queued') next.set(job.id, job)
    else next.delete(job.id)
    return next
  })
}
