/** What of a picture is seen: how large, and how far it is moved from the middle, in pixels of the screen. */
export interface Sight {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export const WHOLE: Sight = { scale: 1, x: 0, y: 0 }
/** Sixteen times what fits the window: of a picture of 12 000 pixels more than one for one. */
const MOST = 16
export const STEP = 1.25
/** Pixels a press of an arrow moves the picture. */
const PAN = 60

export function zoomed(sight: Sight, by: number): Sight {
  const scale = Math.min(MOST, Math.max(1, sight.scale * by))
  const grown = scale / sight.scale
  return scale === 1 ? WHOLE : { scale, x: sight.x * grown, y: sight.y * grown }
}

export const moved = (sight: Sight, x: number, y: number): Sight => ({
  ...sight,
  x: sight.x + x,
  y: sight.y + y,
})

/** The sight after a key: + and − zoom, 0 shows all, arrows move about in an enlarged one. Null for any other key. */
export function afterKey(sight: Sight, key: string): Sight | null {
  if (key === '+' || key === '=') return zoomed(sight, STEP)
  if (key === '-') return zoomed(sight, 1 / STEP)
  if (key === '0') return WHOLE
  if (sight.scale === 1) return null
  const [x, y] =
    { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] }[key] ?? []
  return x === undefined || y === undefined ? null : moved(sight, x, y)
}

export const shownSight = ({ scale, x, y }: Sight): { readonly transform: string } => ({
  transform: `translate(${String(x)}px, ${String(y)}px) scale(${String(scale)})`,
})
