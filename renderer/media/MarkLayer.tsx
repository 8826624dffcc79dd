import { useState, type PointerEvent } from 'react'
import type { Picture } from '../../shared/media/contract.ts'
import { fitsShape, tidyPoints, type Mark, type MarkPlace, type MarkShape } from '../../shared/media/marks.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** The marks over a picture, in its own pixels, so that they lie where they were drawn at any size; drags draw a new one. */
export function MarkLayer(props: {
  readonly picture: Picture
  readonly marks: readonly Mark[]
  readonly chosen: string | null
  readonly tool: MarkShape | null
  readonly draw: (points: readonly MarkPlace[]) => void
}) {
  const { picture, tool } = props
  const [trail, setTrail] = useState<readonly MarkPlace[]>([])
  const { width, height } = picture
  // a picture that was brought in without its size
  if (width === null || height === null) return null
  const size = { width, height }
  const begin = (event: PointerEvent<SVGSVGElement>): void => {
    if (tool === null || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setTrail([placeAt(event, size)])
  }
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    const at = placeAt(event, size)
    if (trail.length > 0) setTrail((now) => grown(now, at, tool))
  }
  const end = (): void => {
    const points = tidyPoints(trail)
    setTrail([])
    if (tool !== null && fitsShape(tool, points) && !isSpeck(tool, points)) props.draw(points)
  }
  return (
    <svg
      className={tool === null ? 'marks' : 'marks drawing'}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => setTrail([])}
    >
      {props.marks.map((mark, at) => (
        <Drawn
          key={mark.id}
          shape={mark.shape}
          points={mark.points}
          size={size}
          number={at + 1}
          chosen={mark.id === props.chosen}
        />
      ))}
      {tool === null || trail.length === 0 ? null : (
        <Drawn shape={tool} points={trail} size={size} number={null} chosen />
      )}
    </svg>
  )
}

function grown(trail: readonly MarkPlace[], at: MarkPlace, tool: MarkShape | null): readonly MarkPlace[] {
  if (tool === 'point') return [at]
  const [first] = trail
  return tool === 'line' || first === undefined ? [...trail, at] : [first, at]
}

/** A click without a drag is a point, but no rectangle. */
const isSpeck = (tool: MarkShape, [first, second]: readonly MarkPlace[]): boolean =>
  tool !== 'point' &&
  tool !== 'line' &&
  first !== undefined &&
  second !== undefined &&
  Math.abs(first[0] - second[0]) + Math.abs(first[1] - second[1]) < 0.004

/** Where the pointer is, as fractions of the picture, however it is zoomed and moved. */
function placeAt(event: PointerEvent<SVGSVGElement>, { width, height }: Size): MarkPlace {
  const matrix = event.currentTarget.getScreenCTM()
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse())
  const [place = [0, 0]] = tidyPoints([[at.x / width, at.y / height]])
  return [place[0], place[1]]
}

function Drawn(props: {
  readonly shape: MarkShape
  readonly points: readonly MarkPlace[]
  readonly size: Size
  readonly number: number | null
  readonly chosen: boolean
}) {
  const { shape, size, number } = props
  const at = props.points.map(([x, y]): MarkPlace => [x * size.width, y * size.height])
  const [[left, top], [right, bottom]] = cornersOf(at)
  const dot = Math.max(size.width, size.height) / 120
  return (
    <g className={props.chosen ? 'mark chosen' : 'mark'} data-mark={shape}>
      {shape === 'rectangle' ? <rect x={left} y={top} width={right - left} height={bottom - top} /> : null}
      {shape === 'ellipse' ? (
        <ellipse
          cx={(left + right) / 2}
          cy={(top + bottom) / 2}
          rx={(right - left) / 2}
          ry={(bottom - top) / 2}
        />
      ) : null}
      {shape === 'line' ? <polyline points={at.map((place) => place.join(',')).join(' ')} /> : null}
      {shape === 'point' ? <circle cx={left} cy={top} r={dot} /> : null}
      {number === null ? null : (
        <text x={left} y={top - dot * 0.7} fontSize={dot * 2.6}>
          {number}
        </text>
      )}
    </g>
  )
}

function cornersOf(at: readonly MarkPlace[]): readonly [MarkPlace, MarkPlace] {
  const xs = at.map(([x]) => x)
  const ys = at.map(([, y]) => y)
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ]
}
