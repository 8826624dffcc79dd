import type { KeyboardEvent, PointerEvent } from 'react'

const STEP = 24

/** The line between two panes: dragged, or moved with the arrow keys. `width` is that of the pane to its right. */
export function Sash(props: {
  readonly label: string
  readonly width: number
  readonly least: number
  readonly most: number
  readonly move: (width: number) => void
}) {
  const within = (width: number): number => Math.round(Math.min(props.most, Math.max(props.least, width)))
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const sash = event.currentTarget
    sash.setPointerCapture(event.pointerId)
    const from = event.clientX
    const follow = (moved: globalThis.PointerEvent): void =>
      props.move(within(props.width + from - moved.clientX))
    const stop = (): void => {
      sash.removeEventListener('pointermove', follow)
      sash.removeEventListener('pointerup', stop)
    }
    sash.addEventListener('pointermove', follow)
    sash.addEventListener('pointerup', stop)
  }
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0
    if (step === 0) return
    event.preventDefault()
    props.move(within(props.width + step))
  }
  return (
    <div
      className="sash"
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={props.width}
      aria-valuemin={props.least}
      aria-valuemax={props.most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  )
}
