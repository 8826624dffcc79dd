/**
 * Historic years: BCE negative, no year 0. Arithmetic goes over a line without the gap: … -1 → -1, 1 → 0, 2 → 1 …
 */
export interface Span {
  /** Null: open (nothing said about the beginning). */
  readonly start: number | null
  /** Null: open (until today, or nothing said). */
  readonly end: number | null
}

const toLine = (year: number): number => (year > 0 ? year - 1 : year)
const fromLine = (place: number): number => (place >= 0 ? place + 1 : place)

/** The year `by` years later: shiftYear(-1, 1) is 1. */
export function shiftYear(year: number, by: number): number {
  return fromLine(toLine(year) + by)
}

/** The part of a closed span between two fractions of its length, in whole years, never empty: thirds, halves, quarters. */
export function slice(span: Span, from: number, to: number): Span {
  if (span.start === null || span.end === null) return span
  const first = toLine(span.start)
  const years = toLine(span.end) - first + 1
  const begin = Math.min(first + Math.round(years * from), first + years - 1)
  return { start: fromLine(begin), end: fromLine(Math.max(begin, first + Math.round(years * to) - 1)) }
}

/** The 18th century is 1701–1800; the 5th century BCE -500…-401. Null for a number that is no century. */
export function century(number: number, bce: boolean): Span | null {
  if (!Number.isInteger(number) || number < 1 || number > (bce ? 100 : 21)) return null
  return bce
    ? { start: -number * 100, end: -number * 100 + 99 }
    : { start: (number - 1) * 100 + 1, end: number * 100 }
}

/** The 3rd millennium BCE is -3000…-2001. */
export function millennium(number: number, bce: boolean): Span | null {
  if (!Number.isInteger(number) || number < 1 || number > (bce ? 100 : 3)) return null
  return bce
    ? { start: -number * 1000, end: -number * 1000 + 999 }
    : { start: (number - 1) * 1000 + 1, end: number * 1000 }
}

/** 1830s → 1830–1839, 1400s → 1400–1499; in BCE -399…-300 for the 300s. Null where the number names neither. */
export function decadeOrHundred(number: number, bce: boolean): Span | null {
  if (!Number.isInteger(number) || number < 100 || number > 9900 || number % 10 !== 0) return null
  const length = number % 100 === 0 ? 100 : 10
  return bce ? { start: -(number + length - 1), end: -number } : { start: number, end: number + length - 1 }
}

const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
/** The sixty names of the cycle, 甲子 first. */
export const SEXAGENARY: readonly string[] = Array.from(
  { length: 60 },
  (_, place) => `${STEMS[place % 10] ?? ''}${BRANCHES[place % 12] ?? ''}`
)

/** All years of a closed span with that place in the cycle (4 CE was a 甲子 year). */
export function sexagenaryYears(place: number, span: Span): number[] {
  if (span.start === null || span.end === null) return []
  const first = toLine(span.start)
  // 4 CE stands on place 3 of the line
  const skip = (((3 + place - first) % 60) + 60) % 60
  const years: number[] = []
  for (let at = first + skip; at <= toLine(span.end) && years.length < 100; at += 60) years.push(fromLine(at))
  return years
}

/** Whether the second span lies wholly in the first; an open side of the first holds everything. */
export function holds(outer: Span, inner: Span): boolean {
  const begins = outer.start === null || (inner.start !== null && inner.start >= outer.start)
  const ends = outer.end === null || (inner.end !== null && inner.end <= outer.end)
  return begins && ends
}

/** Whether the two have a year in common. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.end === null || b.start === null || b.start <= a.end) &&
  (b.end === null || a.start === null || a.start <= b.end)

/** The smallest span that holds both; open where either is open. */
export function join(a: Span, b: Span): Span {
  return {
    start: a.start === null || b.start === null ? null : Math.min(a.start, b.start),
    end: a.end === null || b.end === null ? null : Math.max(a.end, b.end),
  }
}
