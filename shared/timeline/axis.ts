import { table } from '../vocabulary/tables.ts'

/**
 * How finely the collection is drawn: everything by centuries from 夏 on, or the later ages more closely. `start` counts a
 * year 0 (1 BCE), `width` is in years.
 */
export const AXES = {
  all: { start: -2099, width: 100 },
  late: { start: 1361, width: 20 },
  modern: { start: 1841, width: 10 },
} as const
export const AXIS_NAMES = ['all', 'late', 'modern'] as const
export type AxisName = (typeof AXIS_NAMES)[number]

/** Years from and to, both among them, in signed years without a year 0; `from` of the first is open. */
export interface Span {
  readonly from: number | null
  readonly to: number | null
}

/** 1 BCE is -1 in the record and 0 here: so intervals have lengths. */
export const counted = (year: number): number => (year < 0 ? year + 1 : year)
export const signed = (year: number): number => (year <= 0 ? year - 1 : year)

/** The spans of an axis up to the year `today`, the first being all that is earlier. */
export function spansOf(axis: AxisName, today: number): Span[] {
  const { start, width } = AXES[axis]
  const spans: Span[] = [{ from: null, to: signed(start - 1) }]
  for (let at = start; at <= today; at += width) spans.push({ from: signed(at), to: signed(at + width - 1) })
  return spans
}

export interface Dynasty extends Span {
  readonly code: string
  readonly label: string
  readonly from: number
  /** In which row its band is drawn, so that none lies over another. */
  readonly lane: number
}

/** 中国历史学年代 of the national table, and of 周 its two, for that is how they are registered. */
const HISTORIC = '中国历史学年代'
const DIVIDED = new Set(['周'])
const plain = (label: string): string => label.replace(/[(（].*$/u, '').replace(/时代$/u, '')

let known: readonly Dynasty[] | null = null

/** The dynasties in their order, as bands. */
export function dynasties(): readonly Dynasty[] {
  if (known) return known
  const { values } = table('era')
  const root = values.find(({ label }) => label === HISTORIC)?.code
  const ofRoot = values.filter(({ parent }) => parent === root)
  const divided = new Set(ofRoot.filter(({ label }) => DIVIDED.has(label)).map(({ code }) => code))
  const chosen = [
    ...ofRoot.filter(({ code }) => !divided.has(code)),
    ...values.filter(({ parent }) => parent !== undefined && divided.has(parent)),
  ].flatMap(({ code, label, start, end }) =>
    start === undefined ? [] : [{ code, label: plain(label), from: start, to: end ?? null }]
  )
  chosen.sort((a, b) => a.from - b.from)
  const ends: number[] = []
  known = chosen.map((one) => {
    const free = ends.findIndex((end) => end <= one.from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = one.to ?? Infinity
    return { ...one, lane }
  })
  return known
}
