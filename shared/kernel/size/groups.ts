import { lengthUnit } from '../units.ts'
import { warning, type KernelWarning } from '../warning.ts'
import { labelsOfFactors, namesMeasure } from './labels.ts'
import { maySize, type Found, type Measure } from './measures.ts'

export interface Settled {
  readonly measures: readonly Measure[]
  readonly left: readonly string[]
  readonly warnings: readonly KernelWarning[]
}

/** Gives the factors of a group their common unit and labels, drops (and tells) what is no size, then sees to lists. */
export function withUnits(found: Found, stated: string | null = null): Settled {
  const left = [...found.left]
  const whole = withoutCounts(joinedMetres(found.measures, left), left)
  const given = whole.map((measure): Measure => {
    const group = groupOf(whole, measure)
    const [first, last] = [group[0], group.at(-1)]
    const thing = first?.ofThing === true && group.every((other) => other === first || other.label === null)
    const names = labelsOfFactors(first?.label ?? '', group.length)
    const onlyLast = group.every((other) => other === last || other.unit === null)
    return {
      ...measure,
      unit: measure.unit ?? (onlyLast ? (last?.unit ?? null) : null),
      label: names?.[group.indexOf(measure)] ?? measure.label ?? (thing ? first.label : null),
    }
  })
  const kept: Measure[] = []
  for (const measure of given) {
    if (maySize(measure, groupOf(given, measure).length === 1)) kept.push(measure)
    else left.push(`${measure.label ?? ''}${measure.written}`)
  }
  const settled = stated === null ? kept : kept.map((each) => ({ ...each, unit: each.unit ?? stated }))
  const [measures, told] = withListUnit(settled)
  return { measures, left, warnings: told ? [warning('size.unitAtEnd')] : [] }
}

const groupOf = (measures: readonly Measure[], one: Measure): readonly Measure[] =>
  measures.filter((other) => other.group === one.group)

const isMetres = (measure: Measure): boolean => lengthUnit(measure.unit ?? '')?.unit === 'm'

/** 1米20厘米 is one length; 1米2 may be 1.2 m or 102 cm and is not read. */
function joinedMetres(measures: readonly Measure[], left: string[]): Measure[] {
  const whole: Measure[] = []
  for (const measure of measures) {
    const before = whole.at(-1)
    if (!measure.adjacent || !before || !isMetres(before) || before.to !== null || isMetres(measure)) {
      whole.push(measure)
      continue
    }
    const written = before.written + measure.written
    const cm = lengthUnit(measure.unit ?? '')?.cm ?? null
    whole.pop()
    if (cm === null) left.push(written)
    else whole.push({ ...before, written, value: before.value * 100 + measure.value * cm, unit: 'cm' })
  }
  return whole
}

/** Screens of sixteen panels are the longest that are common. */
const MOST_PIECES = 16

/** 138×34cm×2: a bare whole number behind the unit of the others counts the pieces (couplets, screens). */
function withoutCounts(measures: readonly Measure[], left: string[]): Measure[] {
  return measures.filter((measure) => {
    const group = groupOf(measures, measure)
    const [first, unitBearer] = [group[0], group.at(-2)]
    const counts =
      group.length > 2 &&
      measure === group.at(-1) &&
      measure.unit === null &&
      measure.label === null &&
      Number.isInteger(measure.value) &&
      measure.value <= MOST_PIECES &&
      first?.unit === null &&
      unitBearer?.unit !== null
    if (counts) left.push(`×${measure.written}`)
    return !counts
  })
}

/** 高32.5、口径12、底径8厘米; a list where some items have a unit of their own is mixed, and nothing is applied. */
function withListUnit(measures: readonly Measure[]): readonly [Measure[], boolean] {
  const given = [...measures]
  let told = false
  for (let i = given.length - 2; i >= 0; i--) {
    const [item, next] = [given[i], given[i + 1]]
    if (!item || !next || item.unit !== null || next.unit === null) continue
    if (!sameList(item, next) || item.group === next.group) continue
    if (measures.some((other) => sameList(other, item) && other.group < item.group && other.unit !== null)) {
      continue
    }
    given[i] = { ...item, unit: next.unit }
    told = true
  }
  return [given, told]
}

/** Over a semicolon only what is plainly a dimension goes on with the list: 高32.5；口径12；底径8厘米. */
function sameList(item: Measure, next: Measure): boolean {
  if (item.segment === next.segment) return true
  return item.line === next.line && item.label !== null && !item.ofThing && namesMeasure(item.label)
}
