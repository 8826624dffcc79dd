import { warning, type KernelWarning } from '../warning.ts'
import type { Period, Reading, Reign } from './era.ts'
import type { Point } from './point.ts'
import { commonNode } from './tree.ts'
import { join, sexagenaryYears, shiftYear, type Span } from './years.ts'

interface Named extends Span {
  readonly code: string | null
  readonly grain: Reading['grain']
  readonly circa: boolean
  readonly doubt: boolean
  readonly warnings: readonly KernelWarning[]
}

/** A point with a dynasty, a reign, a culture or a ruler in it. Null where nothing of that kind can be said. */
export function namedReading(point: Point): Named | null {
  const period = point.periods.at(-1)
  if (point.reigns !== null) return reignReading(point, point.reigns, period)
  if (!period) return null
  const warnings: KernelWarning[] = []
  if (period.code === null) warnings.push(warning('era.noNode', { text: period.name }))
  if (period.reference) warnings.push(warning('era.reference', { text: period.name }))
  const named: Named = {
    start: period.start,
    end: period.end,
    code: period.code,
    grain: 'interval',
    circa: period.approximate,
    doubt: false,
    warnings,
  }
  if (point.reignYear !== null && period.start !== null) {
    const year = shiftYear(period.start, point.reignYear - 1)
    if (point.reignYear > 0 && (period.end === null || year <= period.end)) {
      const known: Named = { ...named, start: year, end: year, grain: 'year' }
      return point.cycle === null ? known : inCycle(known, point.cycle, period.name)
    }
    return { ...named, doubt: true, warnings: [...warnings, beyond(period.name, point.reignYear)] }
  }
  return point.cycle === null ? named : inCycle(named, point.cycle, period.name)
}

function reignReading(point: Point, all: readonly Reign[], dynasty: Period | undefined): Named | null {
  const major = all.filter((reign) => !reign.minor)
  const warnings: KernelWarning[] = []
  let candidates = major.length > 0 ? major : all
  const [first] = candidates
  if (!first) return null
  const { reignYear, cycle } = point
  if (reignYear !== null) {
    const lasting = candidates.filter((reign) => lasts(reign, reignYear))
    const agreeing = lasting.filter((reign) => agrees(cycle, shiftYear(reign.start, reignYear - 1)))
    if (lasting.length > 0) candidates = agreeing.length > 0 ? agreeing : lasting
    else warnings.push(beyond(first.name, reignYear))
  } else if (cycle !== null) {
    const holding = candidates.filter((reign) => sexagenaryYears(cycle, reign).length > 0)
    if (holding.length > 0) candidates = holding
  }
  const rivals = candidates.includes(first) && dynasty === undefined ? all.filter((each) => each.minor) : []
  const passedOver = rivals.filter(
    (each) => !major.includes(each) && major.length > 0 && lasts(each, reignYear)
  )
  if (passedOver.length > 0 && candidates.length === 1) {
    const text = { text: first.name, dynasties: dynastiesOf([...candidates, ...passedOver]) }
    warnings.push(warning('era.severalReigns', text))
  }
  const known = reignYear !== null && !warnings.some((note) => note.code === 'era.reignYearBeyond')
  const spans = candidates.map((reign): Span => {
    if (!known) return reign
    const year = shiftYear(reign.start, reignYear - 1)
    return { start: year, end: year }
  })
  const span = spans.reduce(join)
  const mismatch = point.doubt && dynasty !== undefined && point.warnings.some(isMismatch)
  const several = candidates.length > 1 && !mismatch
  if (several)
    warnings.push(warning('era.severalReigns', { text: first.name, dynasties: dynastiesOf(candidates) }))
  const codes = candidates.map((reign) => reign.code)
  const code = mismatch ? null : codes.reduce((a, b) => (a === null || b === null ? null : commonNode(a, b)))
  const outside = candidates.find((reign) => reign.code === null)
  if (outside) warnings.push(warning('era.noNode', { text: outside.dynasty }))
  const named: Named = {
    ...(mismatch ? join(span, dynasty) : span),
    code,
    grain: known ? 'year' : 'interval',
    circa: false,
    doubt: several || (reignYear !== null && !known),
    warnings,
  }
  return cycle === null ? named : inCycle(named, cycle, first.name)
}

const lasts = (reign: Reign, year: number | null): boolean =>
  year === null || (year > 0 && shiftYear(reign.start, year - 1) <= reign.end)

const agrees = (cycle: number | null, year: number): boolean =>
  cycle === null || sexagenaryYears(cycle, { start: year, end: year }).length > 0

const isMismatch = (note: KernelWarning): boolean => note.code === 'era.reignNotInDynasty'

const beyond = (name: string, year: number): KernelWarning =>
  warning('era.reignYearBeyond', { reign: name, year })

function dynastiesOf(reigns: readonly Reign[]): string {
  return reigns.map((reign) => `${reign.dynasty}(${String(reign.start)}~${String(reign.end)})`).join('、')
}

/** 乾隆戊寅: the one year of that name; several or none leave the span and are warned about. */
function inCycle(named: Named, place: number, name: string): Named {
  const years = sexagenaryYears(place, named)
  const [first] = years
  const last = years.at(-1)
  const note = warning('era.sexagenary', { text: name, years: years.slice(0, 8).join('、') })
  if (first === undefined || last === undefined)
    return { ...named, doubt: true, warnings: [...named.warnings, note] }
  if (years.length > 1) {
    return { ...named, start: first, end: last, doubt: true, warnings: [...named.warnings, note] }
  }
  return { ...named, start: first, end: first, grain: 'year' }
}
