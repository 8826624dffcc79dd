import drawings from '../../../resources/sample/drawings.json' with { type: 'json' }

/** What to draw: a shape of resources/sample/drawings.json in one of its colours. */
export interface Drawing {
  readonly shape: string
  readonly colour: string
  /** Which of the bands a vessel bears; 0 is plain. */
  readonly pattern: number
  /** Height by width of the real object: broad things are drawn a little broader. */
  readonly aspect: number
}
export type View = '正视' | '侧视' | '局部' | '底部'

type Point = readonly [x: number, y: number]
type Shape = { readonly profile?: string; readonly under?: string; readonly svg?: string }

const WIDTH = 800
const HEIGHT = 600
const shapes: Readonly<Record<string, Shape>> = drawings.shapes
const profiles: Readonly<Record<string, readonly number[][]>> = drawings.profiles
const colours: Readonly<Record<string, readonly string[]>> = drawings.colours
/** Where vessels stand, in the drawings' own measure. */
const STAND = 188
/** Grey card and colours beside the object, as in a museum's photographs. */
const CARD = ['#1f2329', '#6f7379', '#bfc2c6', '#b3382c', '#2f7a78', '#b7791f']

export const isDrawable = (shape: string, colour: string): boolean =>
  Object.hasOwn(shapes, shape) && Object.hasOwn(colours, colour)

/** A picture of 800 × 600 as SVG: paper ground, soft shadow, the object, scale and colour card. */
export function drawingSvg(drawing: Drawing, view: View): string {
  const [main = '#888888', light = '#bbbbbb', dark = '#555555', pattern = '#333333'] =
    colours[drawing.colour] ?? []
  const body = (view === '底部' ? fromBelow(main, light, dark) : bodyOf(drawing, pattern))
    .replaceAll('"M"', `"${main}"`)
    .replaceAll('"L"', `"${light}"`)
    .replaceAll('"D"', `"${dark}"`)
  // only turned things may be broader or slimmer: a coin is as round as it is
  const turned = shapes[drawing.shape]?.profile !== undefined
  const breadth = turned ? Math.min(1.22, Math.max(0.8, (1 / drawing.aspect) ** 0.25)) : 1
  const stretch = breadth * (view === '侧视' ? 0.72 : 1)
  const box = view === '局部' ? '255 170 270 202' : `0 0 ${WIDTH} ${HEIGHT}`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="${box}"><defs>` +
    `<linearGradient id="round" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="${dark}"/>` +
    `<stop offset=".22" stop-color="${main}"/><stop offset=".38" stop-color="${light}"/>` +
    `<stop offset=".58" stop-color="${main}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>` +
    ground() +
    `<g transform="translate(400 50) scale(${(2.5 * stretch).toFixed(3)} 2.5) translate(-100 ${view === '底部' ? 0 : dropOf(drawing)})">${body}</g>` +
    `${scaleBar()}${card()}</svg>`
  )
}

/** A vessel stands on the table: how far its foot is above it. Legs reach down by themselves. */
function dropOf({ shape }: Drawing): number {
  const { profile, under } = shapes[shape] ?? {}
  const foot = profiles[profile ?? '']?.at(-1)?.[1]
  return foot === undefined || under !== undefined ? 0 : STAND - foot
}

function bodyOf({ shape, pattern }: Drawing, ink: string): string {
  const { profile, under = '', svg } = shapes[shape] ?? {}
  if (svg !== undefined) return svg
  const outline = outlineOf((profiles[profile ?? ''] ?? []).map(([radius = 0, y = 0]): Point => [radius, y]))
  return (
    `${under}<clipPath id="inside"><path d="${outline}"/></clipPath><path d="${outline}" fill="url(#round)"/>` +
    `<g clip-path="url(#inside)" fill="none" stroke="${ink}" opacity=".85">${band(pattern)}</g>`
  )
}

/** A vessel's outline from its half profile, mirrored; curves through the points (Catmull-Rom). */
function outlineOf(profile: readonly Point[]): string {
  const right = profile.map(([radius, y]): Point => [100 + radius, y])
  const left = profile.map(([radius, y]): Point => [100 - radius, y]).reverse()
  const start = right[0]
  if (!start) return ''
  return `M${start.join(' ')}${curve(right)}L${left[0]?.join(' ') ?? ''}${curve(left)}Z`
}

function curve(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((to, at) => {
      const from = points[at] ?? to
      const [before, after] = [points[at - 1] ?? from, points[at + 2] ?? to]
      const lean = (a: Point, b: Point, of: Point, by: number): string =>
        `${(of[0] + ((b[0] - a[0]) / 6) * by).toFixed(1)} ${(of[1] + ((b[1] - a[1]) / 6) * by).toFixed(1)}`
      return `C${lean(before, to, from, 1)} ${lean(from, after, to, -1)} ${to.join(' ')}`
    })
    .join('')
}

const across = (step: number, mark: (x: number) => string): string =>
  Array.from({ length: Math.ceil(200 / step) }, (_, at) => mark(at * step)).join('')

/** Bands around the belly of a vessel: waves, lotus, lozenges, lines. */
function band(pattern: number): string {
  switch (pattern % 5) {
    case 1:
      return `<g stroke-width="3"><path d="M0 88h200M0 132h200"/>${across(16, (x) => `<path d="M${x} 110c4-16 8-16 8 0s4 16 8 0"/>`)}</g>`
    case 2:
      return `<g stroke-width="2.4"><path d="M0 84h200M0 138h200"/>${across(28, (x) => `<circle cx="${x + 8}" cy="110" r="9"/><path d="M${x + 8} 96v28M${x - 6} 110h28M${x + 17} 110c4-12 10-12 12 0"/>`)}</g>`
    case 3:
      return `<g stroke-width="2.6"><path d="M0 92h200M0 126h200"/>${across(20, (x) => `<path d="M${x} 109l10-15 10 15-10 15z"/>`)}</g>`
    case 4:
      return '<g stroke-width="3"><path d="M0 78h200M0 84h200M0 116h200M0 122h200M0 150h200"/></g>'
    default:
      return ''
  }
}

const fromBelow = (main: string, light: string, dark: string): string =>
  `<circle cx="100" cy="100" r="82" fill="${main}"/><circle cx="100" cy="100" r="46" fill="${light}" stroke="${dark}"` +
  ` stroke-width="9"/><circle cx="100" cy="100" r="66" fill="none" stroke="${dark}" stroke-width="2" opacity=".5"/>` +
  '<path d="M86 86h28v28H86z" fill="none" stroke="#b3382c" stroke-width="3" opacity=".6"/>'

/** Wall, table and shadow in flat colours: gradients over the whole picture would take most of the time. */
function ground(): string {
  const shadow = [250, 205, 160].map(
    (radius) => `<ellipse cx="400" cy="524" rx="${radius}" ry="${radius / 9}" fill="#3a352b" opacity=".09"/>`
  )
  return (
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#f1eee4"/><rect y="462" width="${WIDTH}" height="138" fill="#e2dccc"/>` +
    `<rect y="460" width="${WIDTH}" height="2" fill="#d3ccb8"/>${shadow.join('')}`
  )
}

function scaleBar(): string {
  const pieces = Array.from({ length: 5 }, (_, at) => {
    return `<rect x="${40 + at * 24}" y="562" width="24" height="8" fill="${at % 2 === 0 ? '#1f2329' : '#ffffff'}"/>`
  })
  return `${pieces.join('')}<rect x="40" y="562" width="120" height="8" fill="none" stroke="#1f2329"/>`
}

const card = (): string =>
  CARD.map(
    (colour, at) => `<rect x="${640 + at * 20}" y="556" width="20" height="20" fill="${colour}"/>`
  ).join('')
