import { warning, type KernelWarning } from '../warning.ts'
import type { Period, Reading, Reign } from './era.ts'
import type { NumberToken, Token } from './scan.ts'
import { akin, isWithin } from './tree.ts'
import type { Mark } from './words.ts'
import { holds, overlap } from './years.ts'

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
  /** 500年前, 500年以前: years of the calendar, or counted back from today. */
  perhapsAgo: boolean
  now: boolean
  circa: boolean
  doubt: boolean
  readonly parts: { from: number; to: number }[]
  /** What stands in brackets behind it: its years, its reign. */
  inner: Reading | null
  leftOver: string
  /** Only a one-character dynasty was found: 金丝 is no 金. */
  bareSign: boolean
  /** It begins with the first word of the text, and nothing unread stands before its period. */
  opensText: boolean
  /** The words of a reign mark in it (乾隆款), or empty. */
  mark: string
  /** It was read as BCE only because what stands before it is. */
  perhapsOurEra: boolean
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
    ...{ perhapsAgo: false, opensText: false, mark: '', perhapsOurEra: false },
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
  point.opensText = cursor.at === 0
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (!token) return point
    if (token.kind === 'mark') {
      if (CONNECTORS.has(token.mark) && !hyphen(point, cursor)) return point
      cursor.at += 1
      if (token.mark === 'mark') takeReignMark(point, token.text, cursor)
      else takeMark(point, token.mark, token.text, cursor)
    } else if (token.kind === 'number') {
      if (!takeNumber(point, token, cursor)) return point
    } else if (token.kind === 'period') {
      if (!takePeriod(point, token.period)) return point
      point.bareSign ||= token.text.length === 1
      point.opensText &&= point.leftOver === ''
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

/** 年制 behind a year tells when it was made (民国三年制); `mark and period` says that the mark is right. */
function takeReignMark(point: Point, text: string, cursor: Cursor): void {
  const madeIn =
    text.startsWith('年') && !text.endsWith('款') && (point.reignYear !== null || point.cycle !== null)
  if (point.reigns === null || madeIn || (text.startsWith('m') && markAt(cursor) === 'and')) return
  point.mark = `${point.reigns[0]?.name ?? ''}${text}`
}

function takeMark(point: Point, mark: Mark, text: string, cursor: Cursor): void {
  if (mark === 'circa') point.circa = true
  else if (mark === 'doubt') point.doubt = true
  else if (mark === 'bce') point.bce = true
  else if (mark === 'ce') point.bce = false
  else if (mark === 'ago') point.ago = true
  else if (mark === 'now') {
    if (hasBase(point)) point.bound = 'orAfter'
    else point.now = true
  } else if (mark === 'before' || mark === 'after' || mark === 'orBefore' || mark === 'orAfter') {
    point.bound = mark
    point.perhapsAgo = text === '以前'
  } else if (mark === 'front') {
    if (hasBase(point)) [point.bound, point.perhapsAgo] = ['before', true]
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
  if (isNamed(point) && offset === 1 && (next === 'month' || next === 'day')) {
    takeDay(point, cursor)
    return true
  }
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
    if (!countsYears(point) || token.value > LONGEST_REIGN) return false
    if (next === 'decade' || decadesAhead(cursor, offset)) return false
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
    // 2000年代 is mostly said of ten years, 1700年代 of a hundred
    const word = cursor.tokens[cursor.at]
    if (word && 'text' in word && word.text === '年代' && token.value % 100 === 0 && token.value >= 1900) {
      point.warnings.push(warning('era.decadeOrCentury', { text: token.value }))
    }
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

/** 丙子年八月: a month is no year of the reign. Without a year before it (光绪八月) it is left over. */
function takeDay(point: Point, cursor: Cursor): void {
  const dated = point.reignYear !== null || point.cycle !== null
  for (const mark of ['month', 'day'] as const) {
    const token = cursor.tokens[cursor.at]
    if (token?.kind !== 'number' || markAt(cursor, 1) !== mark) continue
    if (!dated) point.leftOver += `${String(token.value)}${mark === 'month' ? '月' : '日'}`
    cursor.at += 2
  }
  point.exact ||= dated
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
  return akin(a, b) && ((a.code !== null && b.code !== null) || holds(a, b) || holds(b, a))
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
  const belonging = own.length > 0 ? own : reigns.filter((reign) => belongs(reign, dynasty))
  const fitting = belonging.length > 0 ? belonging : reigns.filter((reign) => goesBy(reign, dynasty))
  // 元世祖至元: the emperor tells which of two reigns of one name it was
  const within = fitting.filter((reign) => overlap(reign, dynasty))
  if (within.length > 0) point.reigns = within
  else if (fitting.length > 0) point.reigns = fitting
  else {
    point.reigns = reigns
    point.doubt = true
    point.warnings.push(
      warning('era.reignNotInDynasty', { reign: reigns[0]?.name ?? '', dynasty: dynasty.name })
    )
  }
}

/** 明永历 for 南明, 汉乾祐 for 后汉: the later court is called by the name of the first. */
function goesBy(reign: Reign, dynasty: Period): boolean {
  const [name = ''] = dynasty.name.split('(')
  return reign.dynasty.endsWith(name)
}

function belongs(reign: Reign, dynasty: Period): boolean {
  if (dynasty.code === null) return holds(dynasty, reign)
  return reign.code !== null && (isWithin(reign.code, dynasty.code) || isWithin(dynasty.code, reign.code))
}
