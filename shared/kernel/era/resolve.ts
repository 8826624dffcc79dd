import { warning } from '../warning.ts'
import type { Reading } from './era.ts'
import { namedReading } from './named.ts'
import { hasBase, isNamed, type Point } from './point.ts'
import { explain } from './refine.ts'
import { centuryCode } from './tree.ts'
import { century, decadeOrHundred, millennium, shiftYear, slice, type Span } from './years.ts'

/** The last year that a bare number can mean; beyond it `5000年前` is years ago. */
const LAST_YEAR = 2100
// Before Present counts from 1950; China's archaeology rounds far more coarsely
const PRESENT = 1950

/** Works out one point. Null where it says nothing of time (or nothing that may be trusted). */
export function resolve(point: Point): Reading | null {
  const base = isNamed(point) ? namedOf(point) : numericOf(point)
  if (base === null) return point.inner
  const parts = point.parts.reduce<Span>((span, part) => slice(span, part.from, part.to), base)
  const outside = point.bound !== null && base.named ? [warning('era.spans')] : []
  const estimated = point.parts.length > 0
  const reading: Reading = {
    ...base,
    ...bounded(parts, point),
    ...(point.bound === null ? {} : { grain: 'interval', code: null }),
    circa: base.circa || point.circa || estimated,
    doubt: base.doubt || point.doubt,
    ...(point.mark === '' || point.inner !== null || point.number !== null ? {} : { mark: point.mark }),
    warnings: [...point.warnings, ...base.warnings, ...outside],
  }
  return point.inner ? explain(reading, point.inner) : reading
}

/** Before a period is the year before it began; before a year may be earlier in that year. Likewise after. */
function bounded({ start, end }: Span, point: Point): Span {
  const long = start !== end
  switch (point.bound) {
    case 'before':
      return { start: null, end: start !== null && long ? shiftYear(start, -1) : (start ?? end) }
    case 'orBefore':
      return { start: null, end: end ?? start }
    case 'after':
      return { start: end !== null && long ? shiftYear(end, 1) : (end ?? start), end: null }
    case 'orAfter':
      return { start: start ?? end, end: null }
    case null:
      return { start, end }
  }
}

function namedOf(point: Point): Reading | null {
  // 文明, 明治: one character of a longer word is no dynasty; at the head of the text it may be one (清内府)
  const half = point.bareSign && point.leftOver !== '' && point.reigns === null
  if (half && !point.opensText) return null
  const named = namedReading(point)
  if (named === null) return null
  const exact = point.exact && named.grain === 'year' && point.reigns === null
  return { ...named, named: true, doubt: named.doubt || half, grain: exact ? 'exact' : named.grain }
}

function numericOf(point: Point): Reading | null {
  const reading = (span: Span | null, more: Partial<Reading> = {}): Reading | null =>
    span && {
      ...span,
      code: null,
      named: false,
      grain: 'interval',
      circa: false,
      doubt: false,
      warnings: [],
      ...more,
    }
  const bce = point.bce === true
  if (point.century !== null) {
    const whole = point.millennia ? millennium(point.century, bce) : century(point.century, bce)
    if (point.number === null || whole === null) return reading(whole)
    return reading(point.number.value < 100 && !bce ? decadeOfCentury(whole, point.number.value) : null)
  }
  if (point.number === null) return null
  const { value, digits } = point.number
  if (!Number.isSafeInteger(value)) return null
  if (point.unit === 'decade') return reading(decadeOrHundred(value, bce), { code: hundredCode(value, bce) })
  if (isShortAgo(point)) return null
  if (point.ago || isAgo(point)) {
    point.bound = null
    return reading(yearsAgo(value), { circa: true })
  }
  if (bce) return value > 0 ? reading({ start: -value, end: -value }, yearGrain(point)) : null
  if (value < 1 || value > LAST_YEAR) return null
  if (digits < 3 && point.bce === null) return null
  return reading({ start: value, end: value }, yearGrain(point))
}

const yearGrain = (point: Point): Partial<Reading> => ({ grain: point.exact ? 'exact' : 'year' })

function decadeOfCentury(whole: Span, decade: number): Span | null {
  if (whole.start === null || decade % 10 !== 0) return null
  const start = whole.start - 1 + decade
  return { start, end: start + 9 }
}

/** 5000年前, 一万年以前: no year of the calendar. */
function isAgo(point: Point): boolean {
  return (
    point.bound === 'before' && point.bce === null && point.number !== null && point.number.value > LAST_YEAR
  )
}

/** 500年前 may be years ago or a year of our era. */
function isShortAgo(point: Point): boolean {
  if (!point.perhapsAgo || point.ago || point.bce !== null || point.unit !== 'year') return false
  return (point.number?.digits ?? 4) < 4
}

function yearsAgo(years: number): Span | null {
  const year = PRESENT - years
  const historic = year > 0 ? year : year === 0 ? -1 : year
  return years > 0 ? { start: historic, end: historic } : null
}

/** The 1800s are booked under the 19th century, although 1800 itself is the last year of the 18th. */
function hundredCode(value: number, bce: boolean): string | null {
  if (value % 100 !== 0) return null
  const span = century(value / 100 + 1, bce)
  return span && centuryCode(span)
}

/** 87年, 60年代: the century is not said, and is not guessed. */
export function twoDigit(point: Point): boolean {
  return (
    point.number !== null &&
    point.number.digits <= 2 &&
    point.unit !== null &&
    point.century === null &&
    point.bce === null &&
    !hasNames(point)
  )
}

const hasNames = (point: Point): boolean => hasBase(point) && isNamed(point)
