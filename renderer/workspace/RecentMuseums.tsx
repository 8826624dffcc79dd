import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import type { Recent } from './StartScreen.tsx'

/** Museums opened lately on this machine; one whose folder is gone says so. */
export function RecentMuseums(props: {
  readonly recent: readonly Recent[]
  readonly busy: boolean
  readonly open: (folder: string) => void
}) {
  const say = useWords()
  if (props.recent.length === 0) return null
  return (
    <>
      <h3>{say('workspace.open.recent')}</h3>
      <ul className="start-recent">
        {props.recent.map((one) => (
          <li key={one.token}>
            <button
              type="button"
              className="plain"
              disabled={props.busy || !one.there}
              onClick={() => props.open(one.token)}
            >
              {one.name}
            </button>
            <span className="soft">
              {one.there
                ? say('workspace.open.recent.where', { folder: one.folder, at: shownInstant(one.openedAt) })
                : say('workspace.open.recent.gone', { folder: one.folder })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
