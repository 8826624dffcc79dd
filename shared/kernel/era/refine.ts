import { warning, type KernelWarning } from '../warning.ts'
import type { Reading } from './era.ts'
import { akin, commonNode, eraByCode, spanOf } from './tree.ts'
import { holds, join, overlap, type Span } from './years.ts'

const yearsOf = (span: Span): string => `${String(span.start ?? '')}~${String(span.end ?? '')}`

/** Two readings of the same thing, side by side or in brackets: 唐天宝年间(742~756), 1587年（明万历十五年）. */
export function explain(a: Reading, b: Reading): Reading {
  const plain = withoutMark(a, b)
  if (plain) return plain
  if (a.named && !b.named) return withYears(a, b)
  if (!a.named && b.named) return withYears(b, a)
  if (!a.named) return together(a, b)
  return nested(a, b) ?? together(a, b)
}

/** 清光绪（乾隆款）: marks copy older ones, so beside any other period a mark is only remarked on. */
function withoutMark(a: Reading, b: Reading): Reading | null {
  const [marked, other] = a.mark === undefined ? [b, a] : [a, b]
  if (marked.mark === undefined || other.mark !== undefined) return null
  if (!other.named && holds(marked, other)) return null
  return { ...other, warnings: [...other.warnings, warning('era.mark', { text: marked.mark })] }
}

/** As far as one may be from the table: 西汉 begins in 206 or 202 BCE. */
const NEAR = 10

/** 西汉(前206~25): whether the shorter year behind is BCE too is settled by the period, if it can be. */
function withEnd(name: Reading, years: Reading): Reading {
  const { turn, ...read } = years
  if (turn === undefined || name.start === null || name.end === null || years.start === null) return years
  const certain = years.warnings.filter((note) => note.code !== 'era.endUnsure')
  if (turn > name.end) return { ...read, warnings: certain }
  const whole = Math.abs(name.start - years.start) <= NEAR
  return turn === name.end || whole ? { ...read, end: turn, warnings: certain } : read
}

/** A named period and the years written with it: the years count, the name gives the census value. */
function withYears(name: Reading, written: Reading): Reading {
  const years = withEnd(name, written)
  const differ = warning('era.yearsDiffer', { text: yearsOf(years), table: yearsOf(name) })
  if (!overlap(name, years)) {
    return { ...name, doubt: true, warnings: [...name.warnings, ...years.warnings, differ] }
  }
  const warnings = [...name.warnings, ...years.warnings]
  return {
    ...years,
    ...(name.joint === true ? { joint: true } : {}),
    code: name.code,
    named: true,
    grain: name.grain === 'interval' ? years.grain : name.grain,
    circa: years.circa,
    doubt: name.doubt || years.doubt,
    warnings: holds(name, years) ? warnings : [...warnings, differ],
  }
}

/** The narrower of two named readings of which one lies in the other (六朝, 北齐). */
export function nested(a: Reading, b: Reading): Reading | null {
  const plain = withoutMark(a, b)
  if (plain) return plain
  if (a.joint === true || b.joint === true || !akin(a, b)) return null
  if (holds(a, b))
    return { ...b, code: b.code ?? a.code, circa: a.circa && b.circa, doubt: a.doubt || b.doubt }
  if (holds(b, a)) return { ...a, code: a.code ?? b.code, doubt: a.doubt || b.doubt }
  return null
}

/** Several times in one text: 1831 and 1834, 宋元, 宋或元. The whole that holds them; a value only where one holds both. */
export function together(a: Reading, b: Reading, doubt = false): Reading {
  return withoutMark(a, b) ?? joined(a, b, join(a, b), doubt)
}

/** From a to b. Null where the end lies before the beginning and both are bare years: which was meant is not guessed. */
export function range(a: Reading, b: Reading): Reading | null {
  const backwards = a.start !== null && b.end !== null && a.start > b.end
  if (!backwards) return joined(a, b, { start: a.start, end: a.end === null ? null : b.end }, false)
  if (!a.named || !b.named) return null
  const turned = joined(a, b, join(a, b), true)
  return {
    ...turned,
    warnings: [...turned.warnings, warning('era.backwards', { text: `${yearsOf(a)} ${yearsOf(b)}` })],
  }
}

function joined(a: Reading, b: Reading, span: Span, doubt: boolean): Reading {
  const code = codeOfBoth(a, b, span)
  const spans: KernelWarning[] = (a.named || b.named) && code === null ? [warning('era.spans')] : []
  const one = span.start !== null && span.start === span.end
  return {
    ...span,
    code,
    named: a.named || b.named,
    grain: one ? (a.grain === 'exact' && b.grain === 'exact' ? 'exact' : 'year') : 'interval',
    ...(spans.length > 0 ? { joint: true } : {}),
    circa: a.circa || b.circa,
    doubt: doubt || a.doubt || b.doubt,
    warnings: [...a.warnings, ...b.warnings, ...spans].filter(unlike),
  }
}

const unlike = (note: KernelWarning, at: number, all: readonly KernelWarning[]): boolean =>
  all.findIndex((other) => other.code === note.code && same(other, note)) === at
const same = (a: KernelWarning, b: KernelWarning): boolean =>
  JSON.stringify(a.detail) === JSON.stringify(b.detail)

function codeOfBoth(a: Reading, b: Reading, span: Span): string | null {
  if (a.named && b.named) return a.code === null || b.code === null ? null : commonNode(a.code, b.code)
  // bare years get their century when the whole is known
  if (!a.named && !b.named) return a.code === b.code ? a.code : null
  const code = a.named ? a.code : b.code
  const node = code === null ? undefined : eraByCode(code)
  return node && holds(spanOf(node), span) ? node.code : null
}
