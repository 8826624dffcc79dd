import { table } from '../vocabulary/load.ts'
import { dayOf, isDay } from './calendar.ts'

const acquisitionBands = table('acquisition-band').values
const massBands = table('mass-band').values

/**
 * 入藏时间范围 (china-standards 1.7) of a day or a whole year. Null for 1949, which may lie on either side of 1 October and
 * must be asked (11.8), and for what is no day.
 */
export function acquisitionBand(when: string | number): string | null {
  const [first, last] = typeof when === 'number' ? [dayOf(when, 1, 1), dayOf(when, 12, 31)] : [when, when]
  if (!isDay(first) || !isDay(last)) return null
  const band = bandOf(first)
  return band !== null && band === bandOf(last) ? band : null
}

function bandOf(day: string): string | null {
  const band = acquisitionBands.find(
    ({ from, to }) => (typeof from !== 'string' || from <= day) && (typeof to !== 'string' || day <= to)
  )
  return band?.label ?? null
}

/**
 * 质量范围 (1.7) of a mass in grams. A value on a boundary falls in the upper band, save 1000 kg, which stays in
 * `100-1000 kg` (11.8). Null for what is no mass (zero, negative, not finite).
 */
export function massBand(grams: number): string | null {
  if (!Number.isFinite(grams) || grams <= 0) return null
  const last = massBands.at(-1)
  const band = massBands.find(
    ({ to }) => typeof to !== 'number' || grams < to || (to === last?.from && grams === to)
  )
  return band?.label ?? null
}

/** Whether the mass stands exactly where two bands meet, which is worth a second look. */
export function onMassBoundary(grams: number): boolean {
  return massBands.some(({ from }) => from === grams)
}
