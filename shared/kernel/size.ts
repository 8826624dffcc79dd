import { foldWidth } from './fold.ts'
import { measureList } from './size/list.ts'
import { maySize, measuresIn, type Measure } from './size/measures.ts'
import { lengthUnit, tidyDecimal } from './units.ts'
import { warning, type KernelWarning } from './warning.ts'

export interface SizePart {
  /** 高, 口径, 纵 … or the thing measured (support, 画心); null where none was written. */
  readonly label: string | null
  /** As written. */
  readonly value: number
  /** In centimetres; null without a unit or with an old one (寸, 尺): never guessed. */
  readonly cm: number | null
  readonly unit: string | null
  /** The end of a range, in the unit written: 12-13厘米. */
  readonly to?: number
}

export interface ReadSize {
  readonly text: string
  readonly parts: readonly SizePart[]
  readonly warnings: readonly KernelWarning[]
}

const LONGEST = 2000
const REMEMBERED = 5000
const memory = new Map<string, ReadSize>()

/**
 * Reads sizes as free text (china-standards 2.2 D4, D5, 11.10): `高32.5厘米，口径12厘米`, `12.5×8×3cm`, `纵53.1cm 横19.4cm`,
 * `support: 394 x 419 mm`. A unit behind the last factor of a × group holds for the whole group; behind the last item of
 * a list it is applied to the items before it with a warning; where none stands, the number is kept and `cm` stays null.
 * The order of unlabelled factors is not told by the text (warned `size.noLabel`). Inches in brackets behind centimetres
 * are the same size once more: they are compared, not added.
 */
export function readSize(text: string): ReadSize {
  const known = memory.get(text)
  if (known) return known
  const size = read(text)
  if (memory.size >= REMEMBERED) memory.clear()
  if (text.length <= LONGEST) memory.set(text, size)
  return size
}

function read(text: string): ReadSize {
  const list = measureList(text)
  if (list) return { text, parts: list, warnings: [] }
  const folded = plain(text)
  if (folded === '') return { text, parts: [], warnings: [] }
  const warnings: KernelWarning[] = []
  const whole = withoutBrackets(folded, warnings)
  const measures = withUnits(measuresIn(whole), warnings)
  const parts = measures.map(toPart)
  if (parts.length === 0) warnings.push(warning('size.unread', { text: text.trim().slice(0, 80) }))
  const bare = parts.filter((part) => part.unit === null).length
  if (bare > 0) warnings.push(warning('size.noUnit', { count: bare }))
  const old = parts.find((part) => part.unit !== null && part.cm === null)
  if (old) warnings.push(warning('size.oldUnit', { unit: old.unit ?? '' }))
  if (parts.some((part) => part.value <= 0)) warnings.push(warning('size.notPositive'))
  if (parts.some((part) => part.label === null)) warnings.push(warning('size.noLabel'))
  return { text, parts, warnings }
}

function plain(text: string): string {
  // 1,200 mm: a comma typed in half width before exactly three digits groups thousands
  const grouped = text.slice(0, LONGEST).replace(/(?<![\d.,])(\d),(\d{3})(?![\d,])/gu, '$1$2')
  const folded = foldWidth(grouped)
    .replace(/[\u2010-\u2015\u2212\u2500]/gu, '-')
    .replace(/[\u301C\u223C]/gu, '~')
    .trim()
  // 5.7/8英寸: five and seven eighths
  return /英寸|inch|\bin\b|["″]/iu.test(folded)
    ? folded.replace(/(\d+)\.(\d{1,2}\/\d{1,2})(?!\d)/gu, '$1 $2')
    : folded
}

/** Brackets: inches once more, a remark, a measure of its own, or part of a label (frame (Half Royal): …). */
function withoutBrackets(text: string, warnings: KernelWarning[]): string {
  return text.replace(
    /\(([^()]*)\)(\s*:)?/gu,
    (bracket: string, inner: string, colon: string | undefined, at: number) => {
      const known = withUnits(measuresIn(inner), []).filter((measure) => measure.unit !== null)
      if (known.length === 0 && lengthUnit(inner.trim().toLowerCase())) return inner
      if (known.length === 0) return colon === undefined ? ' ' : bracket
      const before = withUnits(measuresIn(text.slice(0, at)), [])
      const last = before.at(-1)
      const metric = last && isMetric(last) ? before.filter((measure) => measure.group === last.group) : []
      if (metric.length === 0 || !known.every(isInches)) return ` ;${inner}; `
      if (metric.length !== known.length || !metric.every((measure, i) => alike(measure, known[i]))) {
        warnings.push(warning('size.inchesDiffer', { text: `(${inner})` }))
      }
      return ' '
    }
  )
}

const unitOf = (measure: Measure): ReturnType<typeof lengthUnit> =>
  measure.unit === null ? null : lengthUnit(measure.unit)

const isInches = (measure: Measure): boolean => ['in', 'ft'].includes(unitOf(measure)?.unit ?? '')
const isMetric = (measure: Measure): boolean => measure.unit !== null && !isInches(measure)

/** Museums round to a sixteenth of an inch. */
function alike(a: Measure, b: Measure | undefined): boolean {
  const [one, other] = [inCentimetres(a), b ? inCentimetres(b) : null]
  return one !== null && other !== null && Math.abs(one - other) <= Math.max(0.3, one * 0.02)
}

function inCentimetres(measure: Measure): number | null {
  const cm = unitOf(measure)?.cm ?? null
  return cm === null ? null : tidyDecimal(measure.value * cm)
}

/** Gives the factors of a group their common unit and label, drops what is no size, then sees to lists. */
function withUnits(measures: readonly Measure[], warnings: KernelWarning[]): Measure[] {
  const given = measures.map((measure): Measure => {
    const group = groupOf(measures, measure)
    const [first, last] = [group[0], group.at(-1)]
    const thing = first?.ofThing === true && group.every((other) => other === first || other.label === null)
    const onlyLast = group.every((other) => other === last || other.unit === null)
    return {
      ...measure,
      unit: measure.unit ?? (onlyLast ? (last?.unit ?? null) : null),
      label: measure.label ?? (thing ? first.label : null),
    }
  })
  const kept = given.filter((measure) => maySize(measure, groupOf(measures, measure).length === 1))
  return withListUnit(kept, warnings)
}

const groupOf = (measures: readonly Measure[], one: Measure): readonly Measure[] =>
  measures.filter((other) => other.group === one.group)

/** 高32.5、口径12、底径8厘米; a list where some items have a unit of their own is mixed, and nothing is applied. */
function withListUnit(measures: readonly Measure[], warnings: KernelWarning[]): Measure[] {
  const given = [...measures]
  let told = false
  for (let i = given.length - 2; i >= 0; i--) {
    const [item, next] = [given[i], given[i + 1]]
    if (!item || !next || item.unit !== null || next.unit === null) continue
    if (item.segment !== next.segment || item.group === next.group) continue
    if (
      measures.some(
        (other) => other.segment === item.segment && other.group < item.group && other.unit !== null
      )
    ) {
      continue
    }
    given[i] = { ...item, unit: next.unit }
    told = true
  }
  if (told) warnings.push(warning('size.unitAtEnd'))
  return given
}

function toPart(measure: Measure): SizePart {
  const known = unitOf(measure)
  return {
    label: measure.label,
    value: measure.value,
    cm: inCentimetres(measure),
    unit: known?.unit ?? null,
    ...(measure.to === null ? {} : { to: measure.to }),
  }
}
