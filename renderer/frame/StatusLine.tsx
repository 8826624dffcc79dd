import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { DraftList } from '../catalogue/DraftList.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { settled } from '../kit/later.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { Working } from '../kit/Working.tsx'
import { failed, running, status } from './status.ts'

function cancel(id: string): void {
  museum.workspace.cancel({ id }).catch(failed)
}

/** One line for what goes on: saved, working (with a way to stop), or why not. */
export function StatusLine({ opening, person }: { readonly opening: boolean; readonly person: string }) {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['catalogue', 'stats'],
    queryFn: () => museum.workspace.stats({}),
    enabled: settled.use(),
  })
  const jobs = [...running.use().values()]
  return (
    <footer className="status">
      <div className="status-said" role="status" aria-live="polite" data-testid="status">
        {opening ? <span className="soft">{say('frame.opening')}</span> : null}
        {!opening && jobs.length === 0 ? <Said /> : null}
        {jobs.slice(0, 2).map((job) => (
          <Working
            key={job.id}
            stage={say.open(`frame.job.${job.kind}`)}
            done={job.done}
            total={job.total}
            cancel={() => cancel(job.id)}
          />
        ))}
      </div>
      <DraftList />
      {data ? <span>{say('frame.status.objects', { objects: shownCount(data.objects) })}</span> : null}
      <span className="soft">{person}</span>
    </footer>
  )
}

function Said() {
  const say = useWords()
  const now = status.use()
  if (now.state === 'working') return <span data-state="working">{say(now.key)}</span>
  if (now.state === 'failed') {
    return (
      <span className="mark-error" data-state="failed">
        <Glyph name="error" />
        {say.fault(now.fault.code, now.fault.detail)}
      </span>
    )
  }
  if (now.state === 'refused') {
    return (
      <span className="mark-warning" data-state="refused">
        <Glyph name="warning" />
        {say(now.key, now.filling)}
      </span>
    )
  }
  if (now.state === 'saved') {
    return (
      <span className="status-saved" data-state="saved">
        <Glyph name="done" />
        {say(now.key, now.filling)}
      </span>
    )
  }
  return <span className="soft">{say('frame.status.quiet')}</span>
}
