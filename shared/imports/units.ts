/** Units that a heading, a column of units or the user can give to bare numbers. */
export const UNITS = ['mm', 'cm', 'dm', 'm', 'mg', 'g', 'kg', 't'] as const
export type Unit = (typeof UNITS)[number]

const NAMES: Readonly<Record<string, Unit>> = {
  毫米: 'mm',
  公厘: 'mm',
  厘米: 'cm',
  公分: 'cm',
  分米: 'dm',
  米: 'm',
  公尺: 'm',
  毫克: 'mg',
  克: 'g',
  千克: 'kg',
  公斤: 'kg',
  吨: 't',
  mm: 'mm',
  cm: 'cm',
  cms: 'cm',
  dm: 'dm',
  m: 'm',
  mg: 'mg',
  g: 'g',
  gram: 'g',
  grams: 'g',
  kg: 'kg',
  kgs: 'kg',
  t: 't',
}

/** Longest first, so that 千克 is not read as 克. */
export const UNIT_NAMES: readonly string[] = Object.keys(NAMES).sort((a, b) => b.length - a.length)

/** `厘米`, `㎝`, `Kg` → unit; null for anything else. */
export function unitOf(text: string): Unit | null {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/gu, '')
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? null) : null
}

/** Exact in decimal: how many centimetres one unit of length is; null for masses. */
const CENTIMETRES: Partial<Record<Unit, number>> = { mm: 0.1, cm: 1, dm: 10, m: 100 }

export function isLength(unit: Unit): boolean {
  return CENTIMETRES[unit] !== undefined
}

/** A number of `unit` in centimetres, rounded to a thousandth (D2 wants two decimals; nothing real is lost). */
export function inCentimetres(value: number, unit: Unit): number | null {
  const factor = CENTIMETRES[unit]
  return factor === undefined ? null : Math.round(value * factor * 1000) / 1000
}
