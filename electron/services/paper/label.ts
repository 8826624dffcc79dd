import type { LabelShow } from '../../../shared/paper/contract.ts'
import { barWidths, qrSquares } from './codes.ts'
import { ems, inLines } from './lines.ts'
import { tag, together, type Markup } from './markup.ts'

/** What a label is made of. */
export interface LabelText {
  readonly number: string
  readonly name: string
  readonly era: string
  readonly museum: string
  /** What the QR code says. */
  readonly code: string
  /** `data:image/…`, or null for none. */
  readonly picture: string | null
}

export interface DrawnLabel {
  readonly drawing: Markup
  /** Why there are no bars where they were wished. */
  readonly bars: 'drawn' | 'unfit' | 'narrow' | 'unwished'
  /** Some text is left out for want of room. */
  readonly cut: boolean
}

/** Narrowest bar that a scanner of some years reads from a laser printer, and the widest that looks well: millimetres. */
const NARROWEST_BAR = 0.19
const WIDEST_BAR = 0.33
/** Quiet zones in modules: 10 at both ends of Code 128, 4 around a QR code. */
const BAR_QUIET = 10
const QR_QUIET = 4
const LEAST_QR = 9
const INK = '#000000'

/** Draws one label with its upper left corner at 0, 0. Width and height in millimetres; everything stays inside. */
export function drawLabel(
  text: LabelText,
  { width, height }: { readonly width: number; readonly height: number },
  show: LabelShow
): DrawnLabel {
  const pad = width >= 60 ? 2 : 1.5
  const inner = { width: width - 2 * pad, height: height - 2 * pad }
  const picture = text.picture !== null && inner.width >= 55 ? Math.min(inner.height, inner.width * 0.26) : 0
  const wanted = Math.min(inner.height, inner.width * 0.36, 24)
  const column = inner.width - wanted - 1 - (picture > 0 ? picture + 1 : 0)
  const bars = show.bars ? barsFor(text.number, column, inner, height) : null
  const under = bars?.place === 'under' ? bars.height + 0.8 : 0
  const side = Math.min(wanted, inner.height - under)
  const left = pad + side + 1.2
  const room = {
    width: width - pad - left - (picture > 0 ? picture + 1 : 0),
    height: inner.height - (bars?.place === 'none' || bars === null ? 0 : bars.height + 0.6),
  }
  const words = lettering(text, room, show, Math.min(1.35, Math.max(0.66, height / 31)))
  const qr = qrSquares(text.code)
  return {
    drawing: together(
      qr === null || side < LEAST_QR ? null : squares(qr, pad, pad + (inner.height - under - side) / 2, side),
      at(left, pad, words.drawing),
      text.picture === null || picture === 0
        ? null
        : tag('image', {
            x: width - pad - picture,
            y: pad,
            width: picture,
            height: Math.min(picture, room.height),
            href: text.picture,
          }),
      bars === null || bars.place === 'none'
        ? null
        : at(
            // their quiet zone may lie over that of the QR code: both are white
            bars.place === 'under' ? pad : left - Math.min(BAR_QUIET * bars.module, 1.2 + quietOf(qr, side)),
            height - pad - bars.height,
            stripes(bars.widths, bars.module, bars.height)
          )
    ),
    bars:
      bars === null
        ? 'unwished'
        : bars.place !== 'none'
          ? 'drawn'
          : bars.widths.length === 0
            ? 'unfit'
            : 'narrow',
    cut: words.cut,
  }
}

interface Bars {
  readonly place: 'beside' | 'under' | 'none'
  readonly widths: readonly number[]
  readonly module: number
  readonly height: number
}

/** Bars beside the QR code, or under it where they need all of the width; none where even that is too narrow. */
function barsFor(
  number: string,
  column: number,
  inner: { width: number; height: number },
  whole: number
): Bars {
  const widths = barWidths(number) ?? []
  const modules = widths.reduce((sum, one) => sum + one, 0) + 2 * BAR_QUIET
  const height = Math.min(9, Math.max(4.5, whole * 0.2))
  const fit = (width: number): number => Math.min(WIDEST_BAR, width / modules)
  const none: Bars = { place: 'none', widths, module: 0, height: 0 }
  if (widths.length === 0) return none
  if (fit(column) >= NARROWEST_BAR) return { place: 'beside', widths, module: fit(column), height }
  const leaves = inner.height - height - 0.8 >= LEAST_QR
  if (!leaves || fit(inner.width) < NARROWEST_BAR) return none
  return { place: 'under', widths, module: fit(inner.width), height }
}

const at = (x: number, y: number, ...content: readonly (Markup | null)[]): Markup =>
  tag('g', { transform: `translate(${x.toFixed(3)} ${y.toFixed(3)})` }, ...content)

const quietOf = (qr: { side: number } | null, side: number): number =>
  qr === null ? 0 : (QR_QUIET * side) / (qr.side + 2 * QR_QUIET)

/** A QR code with its quiet zone in a square of that side. */
function squares(
  qr: { side: number; dark(x: number, y: number): boolean },
  x: number,
  y: number,
  side: number
): Markup {
  const module = side / (qr.side + 2 * QR_QUIET)
  const parts: string[] = []
  for (let row = 0; row < qr.side; row++)
    for (let from = 0; from < qr.side; from++) {
      if (!qr.dark(from, row)) continue
      let to = from
      while (to < qr.side && qr.dark(to, row)) to++
      parts.push(`M${from + QR_QUIET} ${row + QR_QUIET}h${to - from}v1h${from - to}z`)
      from = to
    }
  const transform = `translate(${x} ${y}) scale(${module.toFixed(5)})`
  return tag('path', { d: parts.join(''), fill: INK, transform, 'shape-rendering': 'crispEdges' })
}

function stripes(widths: readonly number[], module: number, height: number): Markup {
  let from = BAR_QUIET
  const parts = widths.map((width, place) => {
    const bar = place % 2 === 0 ? `M${from} 0h${width}v1h${-width}z` : ''
    from += width
    return bar
  })
  const transform = `scale(${module.toFixed(5)} ${height.toFixed(3)})`
  return tag('path', { d: parts.join(''), fill: INK, transform, 'shape-rendering': 'crispEdges' })
}

interface Lettering {
  readonly drawing: Markup
  readonly cut: boolean
}

/** Height of a line in heights of its letters. */
const LEADING = 1.28

/** Museum, number, name and era below each other; the number is never left out, the others as far as there is room. */
function lettering(
  text: LabelText,
  room: { readonly width: number; readonly height: number },
  show: LabelShow,
  scale: number
): Lettering {
  const drawn: Markup[] = []
  let y = 0
  let cut = false
  const put = (lines: readonly string[], size: number, look: Record<string, string>): void => {
    for (const line of lines) {
      drawn.push(
        tag('text', { x: 0, y: (y + size * 0.95).toFixed(3), 'font-size': size.toFixed(3), ...look }, line)
      )
      y += size * LEADING
    }
  }
  const block = (words: string, size: number, most: number, look: Record<string, string>): void => {
    if (words === '') return
    const lines = Math.min(most, Math.floor((room.height - y + 0.01) / (size * LEADING)))
    const fitting = inLines(words, room.width / size, Math.max(0, lines))
    cut ||= fitting.cut
    put(fitting.lines, size, look)
  }
  const small = 2.35 * scale
  const era = show.era && text.era !== ''
  if (show.museum) block(text.museum, small, 1, { fill: '#4A4F57' })
  const usual = 4.1 * scale
  const size = Math.max(usual * 0.55, Math.min(usual, room.width / Math.max(1, ems(text.number))))
  block(text.number, size, 2, { fill: INK, 'font-weight': 'bold' })
  if (show.name) {
    const name = 3 * scale
    const kept = era ? small * LEADING : 0
    const most = Math.max(1, Math.floor((room.height - y - kept) / (name * LEADING)))
    block(text.name, name, most, { fill: INK })
  }
  if (era) block(text.era, small, 1, { fill: '#4A4F57' })
  return { drawing: together(drawn), cut }
}
