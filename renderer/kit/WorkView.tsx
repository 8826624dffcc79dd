import type { LongWork } from '../bridge/longWork.ts'
import { FaultNotice, Notice } from './Notice.tsx'
import { useWords } from './words.ts'
import { Working } from './Working.tsx'

/** How a long piece of work is going: its progress with a way to stop it, that it was stopped, or why it failed. */
export function WorkView<T>({ work }: { readonly work: LongWork<T> }) {
  const say = useWords()
  const { state, job, error } = work.use()
  if (state === 'failed') return <FaultNotice error={error} />
  if (state === 'cancelled') return <Notice tone="told">{say('common.cancelled')}</Notice>
  if (state !== 'running') return null
  const kind = job ? say.open(`frame.job.${job.kind}`) : say('common.starting')
  const stage = job?.stage ? say.open(`stage.${job.stage}`, {}, kind) : kind
  return (
    <Notice tone="told">
      <Working stage={stage} done={job?.done ?? 0} total={job?.total ?? null} cancel={() => work.cancel()} />
    </Notice>
  )
}
