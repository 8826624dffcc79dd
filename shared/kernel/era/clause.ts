import { warning, type KernelWarning } from '../warning.ts'
import type { Reading } from './era.ts'
import { hasBase, isNamed, readPoint, type Cursor, type Point } from './point.ts'
import { explain, nested, range, together } from './refine.ts'
import { resolve, twoDigit } from './resolve.ts'
import type { Token } from './scan.ts'
import { share } from './share.ts'
import { holds, slice, type Span } from './years.ts'
import type { Mark } from './words.ts'

type Connector = 'range' | 'or' | 'and' | 'beside'

/** What one pass over a text gathers besides the reading. */
export interface Gathered {
  readonly warnings: KernelWarning[]
  leftOver: string
}

const JOINING: ReadonlySet<Mark> = new Set(['range', 'or', 'and'])

/** A list of clauses up to the end or the closing bracket; the cursor is left behind it. */
export function readClauses(cursor: Cursor, gathered: Gathered): Reading | null {
  let whole: Reading | null = null
  let dropped = ''
  for (let first = true; ; first = false) {
    const begins = cursor.at
    const later = first ? startsWithEvent(cursor.tokens, begins) : hasEvent(cursor.tokens, begins)
    const clause = readClause(cursor, gathered, later)
    if (later && (!first || whole !== null)) dropped ||= textOf(cursor.tokens.slice(begins, cursor.at))
    else if (dropped === '' && clause) whole = whole === null ? clause : combine(whole, clause)
    const token = cursor.tokens[cursor.at]
    if (!token) break
    cursor.at += 1
    if (token.kind === 'mark' && token.mark === 'close') break
  }
  if (dropped !== '') gathered.warnings.push(warning('era.laterEvent', { text: dropped }))
  return whole
}

/** 1978, printed 2005: a clause that begins with what was done to the thing later. */
function startsWithEvent(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.kind !== 'mark') return false
    if (token.mark === 'event') return true
    if (!['noise', 'doubt', 'circa', 'and', 'before', 'after'].includes(token.mark)) return false
  }
  return false
}

/** 19世纪晚期，1950年代增建: in Chinese the deed stands behind its year. */
function hasEvent(tokens: readonly Token[], at: number): boolean {
  for (const token of tokens.slice(at)) {
    if (token.kind !== 'mark') continue
    if (token.mark === 'event') return true
    if (token.mark === 'comma' || token.mark === 'close') return false
  }
  return false
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'number' ? String(token.value) : 'text' in token ? token.text : ''))
    .join(' ')

/** Clauses side by side: the narrower of two nested periods, the stated years of a named one, else the whole of both. */
function combine(a: Reading, b: Reading): Reading {
  if (a.named !== b.named) return explain(a, b)
  return (a.named ? nested(a, b) : null) ?? together(a, b)
}

function readClause(cursor: Cursor, gathered: Gathered, later: boolean): Reading | null {
  const points: Point[] = []
  const connectors: Connector[] = []
  let pending: Connector = 'beside'
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (!token || (token.kind === 'mark' && (token.mark === 'comma' || token.mark === 'close'))) break
    if (token.kind === 'mark' && JOINING.has(token.mark)) {
      if (points.length > 0) pending = token.mark === 'range' ? 'range' : token.mark === 'or' ? 'or' : 'and'
      cursor.at += 1
      continue
    }
    const begins = cursor.at
    const point = readPoint(cursor)
    if (cursor.at === begins) cursor.at += 1
    if (!later) gathered.leftOver += point.leftOver
    if (!hasBase(point) && point.parts.length === 0 && point.inner === null) {
      // a mere sign of doubt or approximation belongs to what stands before it: 1271–1368 (?)
      const last = points.at(-1)
      if (last) {
        last.doubt ||= point.doubt
        last.circa ||= point.circa
        last.bound ??= point.bound
      }
      continue
    }
    if (points.length > 0) connectors.push(pending)
    points.push(point)
    pending = 'beside'
  }
  return readSequence(points, connectors, pending === 'range', later ? null : gathered)
}

function readSequence(
  points: readonly Point[],
  connectors: readonly Connector[],
  open: boolean,
  gathered: Gathered | null
): Reading | null {
  for (let i = points.length - 1; i > 0; i--) {
    const [left, right] = [points[i - 1], points[i]]
    // what is said on the right holds for all before it: 12-13-14世纪
    if (left && right && connectors[i - 1] !== 'beside') share(left, right)
  }
  const ofAll = explanationOfAll(points)
  let whole: Reading | null = null
  let before: Point | null = null
  for (const [i, point] of points.entries()) {
    const connector = connectors[i - 1] ?? 'beside'
    if (before && connector !== 'beside') share(before, point)
    if (gathered && twoDigit(point)) {
      gathered.warnings.push(warning('era.twoDigitYear', { text: String(point.number?.value ?? '') }))
    }
    const reading = point.now ? null : (partOf(point, before) ?? resolve(point))
    const left = before
    before = point
    if (point.now) whole = whole === null ? null : ongoing(whole)
    else if (reading && whole === null) whole = reading
    else if (reading && whole) {
      const own: Reading | null = left !== null && isOwnReign(left, point) ? nested(whole, reading) : null
      const joins = endToBeginning(left, point) && connector !== 'or' ? 'range' : connector
      whole = own ?? unsure(linked(whole, reading, joins, gathered, left?.ago === true && point.ago), point)
    }
    // one end of the range is no year (18799–1802): the other alone would be a guess
    else if (hasBase(point) && (connector === 'range' || connectors[i] === 'range')) {
      if (whole === null || connector === 'range') return null
      // 民国二三十年代: the range as a whole is left over
      if (gathered) gathered.leftOver += ` ${String(point.number?.value ?? '')}`
      break
    } else if (gathered && point.number) gathered.leftOver += ` ${String(point.number.value)}`
  }
  if (whole && ofAll) whole = explain(whole, ofAll)
  const last = points.at(-1)
  // 1990–: still going on
  if (open && whole && last && !isNamed(last)) return ongoing(whole)
  return whole
}

/** 清-乾隆, 清、乾隆: a dynasty and its own reign are no range and no list. */
function isOwnReign(left: Point, point: Point): boolean {
  if (left.periods.length === 0 || left.reigns !== null || left.reignYear !== null) return false
  return left.parts.length === 0 && point.reigns !== null && point.periods.length === 0
}

/** 宋末元初 runs from the one to the other, although the 宋 outlasted the beginnings of the 元. */
function endToBeginning(left: Point | null, point: Point): boolean {
  const late = left?.parts.some((part) => part.from > 0 && part.to === 1) === true
  return late && isNamed(point) && point.parts.some((part) => part.from === 0 && part.to < 1)
}

/** 前221-220: the end may lie in our era; a period that explains it may yet tell. */
function unsure(reading: Reading | null, point: Point): Reading | null {
  const turn = point.number?.value
  if (reading === null || !point.perhapsOurEra || turn === undefined) return reading
  const text = `${String(reading.start ?? '')}~${String(reading.end ?? '')}`
  return { ...reading, turn, warnings: [...reading.warnings, warning('era.endUnsure', { text })] }
}

/** 明末清初（17世纪）: years in brackets that do not lie in the last period explain all that stands before them. */
function explanationOfAll(points: readonly Point[]): Reading | null {
  const last = points.at(-1)
  if (points.length < 2 || !last?.inner || last.inner.named || !isNamed(last)) return null
  if (points.some((point) => point !== last && point.inner !== null)) return null
  const own = resolve({ ...last, inner: null })
  if (own === null || holds(own, last.inner)) return null
  const { inner } = last
  last.inner = null
  return inner
}

/** 10世纪早期至中期: the part of what stands before it. */
function partOf(point: Point, before: Point | null): Reading | null {
  if (hasBase(point) || point.parts.length === 0 || !before) return null
  const base = resolve({ ...before, parts: [], inner: null, bound: null })
  if (!base) return null
  const span = point.parts.reduce<Span>((whole, part) => slice(whole, part.from, part.to), base)
  return { ...base, start: span.start, end: span.end, circa: true, doubt: base.doubt || point.doubt }
}

function linked(
  a: Reading,
  b: Reading,
  connector: Connector,
  gathered: Gathered | null,
  bothAgo: boolean
): Reading | null {
  if (connector === 'beside') return explain(a, b)
  const [first, second] = [a.start, b.end]
  // 距今6500万—7000万年 counts back from today, and may name the nearer end first
  if (connector === 'range' && bothAgo && first !== null && second !== null && first > second)
    return range(b, a)
  if (connector === 'or') return together(a, b, true)
  if (connector === 'and') return together(a, b)
  const spanned = range(a, b)
  if (!spanned) {
    const text = `${String(a.start ?? '')} > ${String(b.end ?? '')}`
    gathered?.warnings.push(warning('era.backwards', { text }))
  }
  return spanned
}

const ongoing = (reading: Reading): Reading => ({ ...reading, end: null, grain: 'interval' })
