import { Dropdown } from '../kit/controls.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'

export interface RowDeed {
  readonly key: string
  readonly words: string
  readonly run: () => void
  readonly danger?: boolean
}

/** A view or a set in the list at the left: its name, how much it holds, and what can be done with it. */
export function SideRow(props: {
  readonly name: string
  readonly title?: string | undefined
  readonly count: number | null
  readonly current: boolean
  readonly marks?: readonly string[]
  readonly open: () => void
  readonly deeds: readonly RowDeed[]
}) {
  const say = useWords()
  const { name, count, deeds, marks = [] } = props
  return (
    <li className="side-row">
      <button
        type="button"
        className="side-name"
        aria-current={props.current ? 'true' : undefined}
        title={props.title ?? name}
        onClick={props.open}
      >
        <span className="side-words">{name}</span>
        {marks.map((mark) => (
          <span key={mark} className="side-mark">
            {mark}
          </span>
        ))}
        <span className="figure soft">{count === null ? '' : shownCount(count)}</span>
      </button>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: deeds.map(({ key, words, danger = false }) => ({ key, label: words, danger })),
          onClick: ({ key }) => deeds.find((deed) => deed.key === key)?.run(),
        }}
      >
        <button type="button" className="side-more" aria-label={say('views.more', { name })}>
          …
        </button>
      </Dropdown>
    </li>
  )
}
