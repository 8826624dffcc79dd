import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { useWords } from '../kit/words.ts'

interface Sight {
  readonly scale: number
  readonly x: number
  readonly y: number
}
const WHOLE: Sight = { scale: 1, x: 0, y: 0 }
const MOST = 16
const STEP = 1.25
/** Pixels a press of an arrow moves the picture. */
const PAN = 60

const zoomed = (sight: Sight, by: number): Sight => {
  const scale = Math.min(MOST, Math.max(1, sight.scale * by))
  const grown = scale / sight.scale
  return scale === 1 ? WHOLE : { scale, x: sight.x * grown, y: sight.y * grown }
}

/** A picture to walk about in: wheel or + and − zoom, dragging or arrows move; an unzoomed one turns to the next. */
export function Stage(props: { readonly picture: Picture; readonly turn: (step: number) => void }) {
  const say = useWords()
  const { picture } = props
  const [sight, setSight] = useState(WHOLE)
  const moved = (x: number, y: number): void => setSight((now) => ({ ...now, x: now.x + x, y: now.y + y }))
  const pressed = (event: KeyboardEvent): void => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isWhole = sight.scale === 1
    if (key === '+' || key === '=') setSight((now) => zoomed(now, STEP))
    else if (key === '-') setSight((now) => zoomed(now, 1 / STEP))
    else if (key === '0') setSight(WHOLE)
    else if (key === 'ArrowLeft' && isWhole) props.turn(-1)
    else if (key === 'ArrowLeft') moved(PAN, 0)
    else if (key === 'ArrowRight' && isWhole) props.turn(1)
    else if (key === 'ArrowRight') moved(-PAN, 0)
    else if (key === 'ArrowUp' && !isWhole) moved(0, PAN)
    else if (key === 'ArrowDown' && !isWhole) moved(0, -PAN)
    else return
    event.preventDefault()
  }
  const dragged = (event: PointerEvent): void => {
    if (event.buttons === 1 && sight.scale > 1) moved(event.movementX, event.movementY)
  }
  return (
    <button
      type="button"
      autoFocus
      className="picture-stage"
      data-testid="picture-stage"
      data-scale={sight.scale.toFixed(2)}
      aria-label={say('media.stage', { view: picture.view, percent: Math.round(sight.scale * 100) })}
      onKeyDown={pressed}
      onWheel={(event) => setSight((now) => zoomed(now, event.deltaY < 0 ? STEP : 1 / STEP))}
      onPointerMove={dragged}
      onDoubleClick={() => setSight((now) => (now.scale === 1 ? zoomed(now, 3) : WHOLE))}
    >
      <img
        src={`app://media/${picture.sha256}`}
        alt={picture.caption ?? picture.view}
        draggable={false}
        style={{
          transform: `translate(${String(sight.x)}px, ${String(sight.y)}px) scale(${String(sight.scale)})`,
        }}
      />
    </button>
  )
}
