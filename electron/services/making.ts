import { setImmediate } from 'node:timers/promises'
import { Fault } from '../../shared/contract/faults.ts'
import type { Ctx } from './context.ts'

/** Told how far the making is: what is done of how much, null while unknown. Throws once it is no longer wanted. */
export type Progress = (stage: string, done: number, total: number | null) => Promise<void> | void

interface Making {
  readonly folder: string
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/** The museum that is being made while none is open, so that no job can do it. */
let making: Making | null = null

const TELL_EVERY_MS = 100

/**
 * Makes a museum in `folder`, or waits for the making of it that is under way (two wishes for the sample get one); tells
 * the windows how far it is. Fault: call.cancelled, and museum.locked while another museum is being made.
 */
export function made(
  ctx: Ctx,
  folder: string,
  make: (progress: Progress, signal: AbortSignal) => Promise<void>
): Promise<void> {
  if (making !== null && making.folder !== folder) return Promise.reject(new Fault('museum.locked'))
  making ??= begun(ctx, folder, make)
  return making.ended
}

/** Stops the making, of which nothing stays; false where none is under way. */
export function stopMaking(): boolean {
  making?.stop.abort()
  return making !== null
}

function begun(ctx: Ctx, folder: string, make: Parameters<typeof made>[2]): Making {
  const stop = new AbortController()
  let told = 0
  const progress: Progress = async (_stage, done, total) => {
    if (done === total || performance.now() - told >= TELL_EVERY_MS) {
      told = performance.now()
      ctx.tell({ kind: 'making', done, total })
    }
    // the host goes on hearing, not least that it shall stop
    await setImmediate()
    if (stop.signal.aborted) throw new Fault('call.cancelled')
  }
  const ended = make(progress, stop.signal)
    .catch((error: unknown) => {
      throw stop.signal.aborted ? new Fault('call.cancelled') : error
    })
    .finally(() => (making = null))
  return { folder, stop, ended }
}
