import { counted, type Span } from './axis.ts'

/** So many objects of one interval and one colour. */
export interface Dated {
  readonly start: number | null
  readonly end: number | null
  readonly colour: number
  readonly count: number
}

export interface Bar extends Span {
  /** Objects by colour: an interval over several spans gives each its share of the years. */
  readonly shares: number[]
  /** Objects whose whole interval lies in the span. */
  readonly within: number
  /** Objects whose interval touches it. */
  readonly touching: number
}

/**
 * Spreads objects over the spans. An object of several spans counts in each by as many of its years as fall there, so that
 * the bars add up to the dated objects; `within` and `touching` say what is sure and what is possible. Where the beginning
 * is not known it counts where it ends; where the end is not, up to the year `today`.
 */
export function spread(
  rows: readonly Dated[],
  spans: readonly Span[],
  colours: number,
  today: number
): Bar[] {
  const edges = spans.map(
    ({ from, to }) =>
      [from === null ? -Infinity : counted(from), to === null ? Infinity : counted(to)] as const
  )
  const bars = spans.map((span) => ({
    ...span,
    shares: new Array<number>(colours).fill(0),
    within: 0,
    touching: 0,
  }))
  for (const { start, end, colour, count } of rows) {
    if (start === null && end === null) continue
    const last = end === null ? Math.max(today, start ?? today) : counted(end)
    const first = start === null ? last : counted(start)
    const years = last - first + 1
    edges.forEach(([from, to], at) => {
      const bar = bars[at]
      if (!bar) return
      const overlap = Math.min(last, to) - Math.max(first, from) + 1
      if (overlap > 0) bar.shares[colour] = (bar.shares[colour] ?? 0) + (count * overlap) / years
      if (overlap > 0 || (start === null && from <= last) || (end === null && to >= first))
        bar.touching += count
      if (start !== null && end !== null && first >= from && last <= to) bar.within += count
    })
  }
  return bars
}

/** How many of the objects lie wholly within a span; one that is open at its end holds what goes on. */
export function countWithin(rows: readonly Dated[], { from, to }: Span): number {
  return rows.reduce((sum, { start, end, count }) => {
    const begins = from === null || (start !== null && start >= from)
    const ends = to === null || (end !== null && end <= to)
    return (start !== null || end !== null) && begins && ends ? sum + count : sum
  }, 0)
}
