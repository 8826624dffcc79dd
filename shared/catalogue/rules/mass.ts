import { massBand, onMassBoundary } from '../../kernel/bands.ts'
import { fail, numberOf, textOf, warn, type Rule } from './finding.ts'

const GRAMS: Readonly<Record<string, number>> = { g: 1, kg: 1000, 吨: 1_000_000 }
/** A hair below and above: the two bands that meet at a boundary. */
const NEAR = 1e-6

/** D7: a mass has a unit and is more than nothing. D8: its band is the right one. D9: without a mass the band is asked. */
export const mass: Rule = (values, { literals }, found) => {
  const amount = numberOf(values, 'mass')
  const band = textOf(values, 'massBand')
  if (band === null) {
    const literal = literals?.['massBand']
    if (literal) warn(found, 'massBand', 'unread', { text: literal })
    else warn(found, 'massBand', amount === null ? 'D9' : 'required')
  }
  if (amount === null) return
  const unit = textOf(values, 'massUnit')
  if (amount <= 0) fail(found, 'mass', 'D7.zero')
  if (unit === null) return fail(found, 'massUnit', 'D7.unit')
  const grams = Math.round(amount * (GRAMS[unit] ?? Number.NaN) * 1e6) / 1e6
  const right = massBand(grams)
  if (right === null || band === null) return
  const shown = `${amount}${unit}`
  if (onMassBoundary(grams)) warn(found, 'massBand', 'D8.boundary', { mass: shown, right })
  const fitting = onMassBoundary(grams)
    ? [massBand(grams * (1 - NEAR)), massBand(grams * (1 + NEAR))]
    : [right]
  if (!fitting.includes(band)) fail(found, 'massBand', 'D8.band', { mass: shown, right })
}
