import { foldWidth } from './fold.ts'
import { measureList } from './size/list.ts'
import { withUnits } from './size/groups.ts'
import { measuresIn, type Measure } from './size/measures.ts'
import { statedUnit, withoutItemNumbers } from './size/stated.ts'
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
  const stated = statedUnit(withoutItemNumbers(folded))
  const brackets: Brackets = { warnings: [], left: text.length > LONGEST ? ['…'] : [] }
  const found = measuresIn(withoutBrackets(stated.text, brackets))
  const settled = withUnits(found, stated.unit)
  const parts = settled.measures.map(toPart)
  const warnings = [...brackets.warnings, ...settled.warnings]
  const left = [...brackets.left, ...settled.left]
  if (parts.length === 0) warnings.push(warning('size.unread', { text: text.trim().slice(0, 80) }))
  else if (left.length > 0) warnings.push(warning('size.leftOver', { text: left.join('、').slice(0, 80) }))
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

interface Brackets {
  readonly warnings: KernelWarning[]
  readonly left: string[]
}

/** Brackets: inches once more, a remark, a measure of its own, or part of a label (frame (Half Royal): …). */
function withoutBrackets(text: string, told: Brackets): string {
  return text.replace(
    /\(([^()]*)\)(\s*:)?/gu,
    (bracket: string, inner: string, colon: string | undefined, at: number) => {
      const found = measuresIn(inner)
      const known = withUnits(found).measures.filter((measure) => measure.unit !== null)
      if (known.length === 0 && lengthUnit(inner.trim().toLowerCase())) return inner
      if (known.length === 0 && colon !== undefined) return bracket
      if (known.length === 0) {
        if (found.measures.length + found.left.length > 0) told.left.push(bracket)
        return ' '
      }
      const before = withUnits(measuresIn(text.slice(0, at))).measures
      const last = before.at(-1)
      const metric = last && isMetric(last) ? before.filter((measure) => measure.group === last.group) : []
      if (metric.length === 0 || !known.every(isInches)) return ` \n${inner}\n `
      if (metric.length !== known.length || !metric.every((measure, i) => alike(measure, known[i]))) {
        told.warnings.push(warning('size.inchesDiffer', { text: `(${inner})` }))
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
