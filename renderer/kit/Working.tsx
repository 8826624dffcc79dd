import { shownCount } from './shown.ts'
import { useWords } from './words.ts'

/** How far a piece of work is: stage in words, counts, a bar, and a way to stop it. */
export function Working(props: {
  readonly stage: string
  readonly done: number
  readonly total: number | null
  readonly cancel?: () => void
}) {
  const say = useWords()
  const share = props.total === null || props.total === 0 ? null : Math.min(1, props.done / props.total)
  const figures =
    props.total === null ? shownCount(props.done) : `${shownCount(props.done)} / ${shownCount(props.total)}`
  return (
    <div className="working" data-testid="working">
      <span>{props.stage}</span>
      <span
        className={share === null ? 'working-bar unknown' : 'working-bar'}
        role="progressbar"
        aria-label={props.stage}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      >
        <span style={share === null ? {} : { transform: `scaleX(${share})` }} />
      </span>
      {props.done === 0 && props.total === null ? null : <span className="figure soft">{figures}</span>}
      {props.cancel ? (
        <button type="button" className="plain" onClick={props.cancel}>
          {say('common.cancel')}
        </button>
      ) : null}
    </div>
  )
}
