import { warning, type KernelWarning } from '../warning.ts'
import type { Period, Reading, Reign } from './era.ts'
import type { NumberToken, Token } from './scan.ts'
import { isWithin } from './tree.ts'
import type { Mark } from './words.ts'
import { holds } from './years.ts'

/** One place in time as it was written, before it is worked out: 约清乾隆二十三年, late 18th century, 公元前350年. */
export interface Point {
  readonly periods: Period[]
  reigns: readonly Reign[] | null
  reignYear: number | null
  cycle: number | null
  number: { value: number; digits: number } | null
  exact: boolean
  unit: 'year' | 'decade' | null
  century: number | null
  /** `century` counts thousands of years. */
  millennia: boolean
  bce: boolean | null
  bound: 'before' | 'after' | 'orBefore' | 'orAfter' | null
  ago: boolean
  now: boolean
  circa: boolean
  doubt: boolean
  readonly parts: { from: number; to: number }[]
  /** What stands in brackets behind it: its years, its reign. */
  inner: Reading | null
  leftOver: string
  /** Only a one-character dynasty was found: 金丝 is no 金. */
  bareSign: boolean
  readonly warnings: KernelWarning[]
}

export interface Cursor {
  readonly tokens: readonly Token[]
  at: number
  /** Reads what is in brackets; leaves the cursor behind the closing one. */
  readonly bracket: (cursor: Cursor) => Reading | null
}

const CONNECTORS: ReadonlySet<Mark> = new Set(['range', 'or', 'and', 'comma', 'close'])
// reigns lasted 61 years at most, 民国 is counted on in Taiwan
const LONGEST_REIGN = 120

export function emptyPoint(): Point {
  return {
    ...{ periods: [], reigns: null, reignYear: null, cycle: null, number: null, exact: false, unit: null },
    ...{
      century: null,
      millennia: false,
      bce: null,
      bound: null,
      ago: false,
      now: false,
      circa: false,
      doubt: false,
    },
    ...{ parts: [], inner: null, leftOver: '', bareSign: false, warnings: [] },
  }
}

export function hasBase(point: Point): boolean {
  return point.number !== null || point.century !== null || point.now || isNamed(point)
}

export function isNamed(point: Point): boolean {
  return point.periods.length > 0 || point.reigns !== null || point.cycle !== null
}

const markAt = (cursor: Cursor, offset = 0): Mark | null => {
  const token = cursor.tokens[cursor.at + offset]
  return token?.kind === 'mark' ? token.mark : null
}

/** Consumes tokens until a connector, or until something begins that is not of this point (明末|清初). */
export function readPoint(cursor: Cursor): Point {
  const point = emptyPoint()
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (!token) return point
    if (token.kind === 'mark') {
      if (CONNECTORS.has(token.mark) && !hyphen(point, cursor)) return point
      cursor.at += 1
      takeMark(point, token.mark, cursor)
    } else if (token.kind === 'number') {
      if (!takeNumber(point, token, cursor)) return point
    } else if (token.kind === 'period') {
      if (!takePeriod(point, token.period)) return point
      point.bareSign ||= token.text.length === 1
      point.doubt ||= token.slips.some((slip) => slip.code === 'era.ask')
      point.warnings.push(...token.slips)
      cursor.at += 1
    } else if (token.kind === 'reign') {
      if (point.reigns !== null || point.number !== null || point.century !== null) return point
      takeReign(point, token.reigns)
      point.warnings.push(...token.slips)
      cursor.at += 1
    } else {
      // 1911年辛亥: the year says it already
      if (token.kind === 'cycle') point.cycle = point.number === null ? token.place : null
      else if (token.kind === 'first') point.reignYear = 1
      else if (token.kind === 'part') point.parts.push({ from: token.from, to: token.to })
      else point.leftOver += token.text
      cursor.at += 1
    }
  }
}

/** mid-1820s: a dash behind a part that has nothing before it. A sign before a number: -350. */
function hyphen(point: Point, cursor: Cursor): boolean {
  if (markAt(cursor) !== 'range' || hasBase(point)) return false
  return point.parts.length > 0 && cursor.tokens[cursor.at + 1]?.kind === 'number'
}

function takeMark(point: Point, mark: Mark, cursor: Cursor): void {
  if (mark === 'circa') point.circa = true
  else if (mark === 'doubt') point.doubt = true
  else if (mark === 'bce') point.bce = true
  else if (mark === 'ce') point.bce = false
  else if (mark === 'ago') point.ago = true
  else if (mark === 'now') {
    if (hasBase(point)) point.bound = 'orAfter'
    else point.now = true
  } else if (mark === 'before' || mark === 'after' || mark === 'orBefore' || mark === 'orAfter')
    point.bound = mark
  else if (mark === 'front') {
    if (hasBase(point)) point.bound = 'before'
    else point.bce = true
  } else if (mark === 'open') {
    const begins = cursor.at
    const inner = cursor.bracket(cursor)
    if (inner) point.inner = inner
    // (?) alone
    else point.doubt ||= cursor.tokens.slice(begins, cursor.at).some((token) => isDoubt(token))
  }
}

const isDoubt = (token: Token): boolean => token.kind === 'mark' && token.mark === 'doubt'

/** False where the number begins another point. */
function takeNumber(point: Point, token: NumberToken, cursor: Cursor): boolean {
  let offset = 1
  if (markAt(cursor, offset) === 'ordinal') offset += 1
  const next = markAt(cursor, offset)
  if (next === 'century' || next === 'millennium') {
    if (hasBase(point)) return false
    point.millennia = next === 'millennium'
    point.century = token.value
    cursor.at += offset + 1
    return true
  }
  if (point.century !== null) {
    if (point.number !== null || (next !== 'decade' && !decadesAhead(cursor, offset))) return false
  } else if (isNamed(point)) {
    if (!countsYears(point) || token.value > LONGEST_REIGN || next === 'decade') return false
    point.reignYear = token.value
    cursor.at += offset
    takeMonth(point, cursor)
    return true
  } else if (point.number !== null) return false
  point.number = { value: token.value, digits: token.digits }
  point.exact = token.exact
  cursor.at += offset
  if (next === 'decade') {
    point.unit = 'decade'
    cursor.at += 1
  } else takeMonth(point, cursor)
  return true
}

/** 20世纪60-70年代: the word stands behind the second number. */
function decadesAhead(cursor: Cursor, offset: number): boolean {
  const joins = ['range', 'or', 'and'].includes(markAt(cursor, offset) ?? '')
  return (
    joins &&
    cursor.tokens[cursor.at + offset + 1]?.kind === 'number' &&
    markAt(cursor, offset + 2) === 'decade'
  )
}

function countsYears(point: Point): boolean {
  return point.reignYear === null && (point.reigns !== null || point.periods.some((period) => period.counted))
}

/** 年, and 三月十二日 behind it. */
function takeMonth(point: Point, cursor: Cursor): void {
  if (markAt(cursor) !== 'year') return
  cursor.at += 1
  if (point.number !== null) point.unit = 'year'
  for (const mark of ['month', 'day'] as const) {
    if (cursor.tokens[cursor.at]?.kind !== 'number' || markAt(cursor, 1) !== mark) return
    point.exact = true
    cursor.at += 2
  }
}

/** False where the period begins another point: 宋|元, 明末|清初, 1500|明. */
function takePeriod(point: Point, period: Period): boolean {
  if (point.number !== null || point.century !== null || point.reigns !== null) return false
  const last = point.periods.at(-1)
  if (last && (point.parts.length > 0 || !related(last, period))) return false
  if (last && narrower(last, period)) point.periods.unshift(period)
  else point.periods.push(period)
  return true
}

function related(a: Period, b: Period): boolean {
  if (a.code !== null && b.code !== null) return isWithin(a.code, b.code) || isWithin(b.code, a.code)
  return holds(a, b) || holds(b, a)
}

const narrower = (a: Period, b: Period): boolean => holds(b, a) && !holds(a, b)

/** Reigns of the dynasty named before them; 清万历 keeps all and is doubted. */
function takeReign(point: Point, reigns: readonly Reign[]): void {
  const dynasty = point.periods.at(-1)
  // 明末崇祯: the reign says more than the part of the dynasty
  if (dynasty) point.parts.length = 0
  if (!dynasty) {
    point.reigns = reigns
    return
  }
  const own = reigns.filter((reign) => reign.dynasty === dynasty.name)
  const fitting = own.length > 0 ? own : reigns.filter((reign) => belongs(reign, dynasty))
  if (fitting.length > 0) point.reigns = fitting
  else {
    point.reigns = reigns
    point.doubt = true
    point.warnings.push(
      warning('era.reignNotInDynasty', { reign: reigns[0]?.name ?? '', dynasty: dynasty.name })
    )
  }
}

function belongs(reign: Reign, dynasty: Period): boolean {
  if (dynasty.code === null) return holds(dynasty, reign)
  return reign.code !== null && (isWithin(reign.code, dynasty.code) || isWithin(dynasty.code, reign.code))
}
