import { setImmediate } from 'node:timers/promises'
import { Fault } from '../../../shared/contract/faults.ts'
import type { Ctx } from '../context.ts'
import { makeSample } from './index.ts'

/** The making that is under way: two wishes for the sample get one. */
let making: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null

const TELL_EVERY_MS = 100

/** Makes the sample in `folder`, or waits for the making that is under way; tells the windows how far it is. */
export function sampleMade(ctx: Ctx, folder: string): Promise<void> {
  making ??= begun(ctx, folder)
  return making.ended
}

/** Stops the making, of which nothing stays; false where none is under way. */
export function stopSample(): boolean {
  making?.stop.abort()
  return making !== null
}

function begun(ctx: Ctx, folder: string) {
  const stop = new AbortController()
  let told = 0
  const ended = makeSample(ctx, folder, async (_stage, done, total) => {
    if (done === total || performance.now() - told >= TELL_EVERY_MS) {
      told = performance.now()
      ctx.tell({ kind: 'sample', done, total })
    }
    // the host goes on hearing, not least that it shall stop
    await setImmediate()
    if (stop.signal.aborted) throw new Fault('call.cancelled')
  }).finally(() => (making = null))
  return { stop, ended }
}
