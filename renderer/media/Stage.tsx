import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import type { Mark, MarkPlace, MarkShape } from '../../shared/media/marks.ts'
import { useWords } from '../kit/words.ts'
import { MarkLayer } from './MarkLayer.tsx'
import { afterKey, moved, shownSight, STEP, WHOLE, zoomed } from './sight.ts'

/** A picture to walk about in: wheel or + and − zoom, dragging or arrows move; an unzoomed one turns to the next. */
export function Stage(props: {
  readonly picture: Picture
  readonly turn: (step: number) => void
  readonly marks: readonly Mark[]
  /** The mark that the list is at. */
  readonly chosen: string | null
  /** What dragging draws; null moves the picture. */
  readonly tool: MarkShape | null
  readonly draw: (points: readonly MarkPlace[]) => void
}) {
  const say = useWords()
  const { picture, tool, draw } = props
  const [sight, setSight] = useState(WHOLE)
  const pressed = (event: KeyboardEvent): void => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = afterKey(sight, key)
    if (next) setSight(next)
    else if (key === 'ArrowLeft') props.turn(-1)
    else if (key === 'ArrowRight') props.turn(1)
    else if (key === 'Enter' && tool !== null) draw(middle(tool))
    else return
    event.preventDefault()
  }
  const dragged = (event: PointerEvent): void => {
    if (tool === null && event.buttons === 1 && sight.scale > 1)
      setSight((now) => moved(now, event.movementX, event.movementY))
  }
  return (
    <button
      type="button"
      autoFocus
      className={tool === null ? 'picture-stage' : 'picture-stage drawing'}
      data-testid="picture-stage"
      data-scale={sight.scale.toFixed(2)}
      aria-label={say('media.stage', { view: picture.view, percent: Math.round(sight.scale * 100) })}
      onKeyDown={pressed}
      onWheel={(event) => setSight((now) => zoomed(now, event.deltaY < 0 ? STEP : 1 / STEP))}
      onPointerMove={dragged}
      onDoubleClick={() => {
        if (tool === null) setSight((now) => (now.scale === 1 ? zoomed(now, 3) : WHOLE))
      }}
    >
      <span className="picture-sight" style={shownSight(sight)}>
        <img src={`app://media/${picture.sha256}`} alt={picture.caption ?? picture.view} draggable={false} />
        <MarkLayer picture={picture} marks={props.marks} chosen={props.chosen} tool={tool} draw={draw} />
      </span>
    </button>
  )
}

/** A mark drawn by key, to be moved to its place from the list. */
function middle(tool: MarkShape): MarkPlace[] {
  if (tool === 'point') return [[0.5, 0.5]]
  return [
    [0.4, 0.4],
    [0.6, 0.6],
  ]
}
