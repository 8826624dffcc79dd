/**
 * Units of length and mass as they stand in registers. Factors are exact by definition (1 in = 2.54 cm, 1 lb =
 * 453.59237 g). 寸, 尺, 斤, 两 changed with the times (1 市斤 = 500 g since 1930, 16 两 before 1959): they are never
 * converted but asked.
 */
export interface LengthUnit {
  readonly unit: string
  /** Null: an old unit. */
  readonly cm: number | null
}

const LENGTHS: Readonly<Record<string, LengthUnit>> = {
  ...of('cm', 1, '厘米 公分 ㎝ cm cms cm. centimeters centimetres 釐米'),
  ...of('mm', 0.1, '毫米 公厘 ㎜ mm mms mm. millimeters millimetres'),
  ...of('m', 100, '米 公尺 m m. meters metres'),
  ...of('dm', 10, '分米 公寸 dm'),
  ...of('in', 2.54, '英寸 吋 in in. inch inches " ″ ”'),
  ...of('ft', 30.48, '英尺 呎 ft ft. foot feet ′'),
  ...of('寸', null, '寸 市寸'),
  ...of('尺', null, '尺 市尺'),
  ...of('丈', null, '丈'),
}

function of(unit: string, cm: number | null, names: string): Record<string, LengthUnit> {
  return Object.fromEntries(names.split(' ').map((name) => [name, { unit, cm }]))
}

const longestFirst = Object.keys(LENGTHS).sort((a, b) => b.length - a.length)
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** All names of units of length, for a pattern; Latin ones end where their letters end (`m` is not in `min`). */
export const UNIT_NAMES = longestFirst
  .map((name) => (/[a-z]$/u.test(name) ? `${escaped(name)}(?![a-z])` : escaped(name)))
  .join('|')

/** A unit of length at the beginning of a text. */
export const LENGTH_UNIT = new RegExp(`^\\s*(${UNIT_NAMES})`, 'u')

export function lengthUnit(name: string): LengthUnit | null {
  return Object.hasOwn(LENGTHS, name) ? (LENGTHS[name] ?? null) : null
}

/** Floating rests of a conversion rounded away: a ten-thousandth of a millimetre is far below any ruler. */
export function tidyDecimal(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e5) / 1e5 : value
}
