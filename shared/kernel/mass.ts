import { massBand, onMassBoundary } from './bands.ts'
import { foldText } from './fold.ts'
import { CHINESE_NUMERAL, readNumber } from './number.ts'
import { tidyDecimal } from './units.ts'
import { warning, type KernelWarning } from './warning.ts'

export { massBand } from './bands.ts'

/** The units of the national table (china-standards 1.1, field 23). */
export type MassUnit = 'g' | 'kg' | '吨'

export interface ReadMass {
  readonly text: string
  /** As written, in `unit` (milligrams and hundredweights are turned into grams). */
  readonly value: number | null
  readonly unit: MassUnit | null
  readonly grams: number | null
  /** 质量范围 (1.7). */
  readonly band: string | null
  readonly warnings: readonly KernelWarning[]
}

interface Unit {
  readonly unit: MassUnit
  readonly grams: number
  /** The value is given in grams instead: the table has no such unit. */
  readonly turned?: true
}

const UNITS: Readonly<Record<string, Unit>> = {
  ...of({ unit: 'g', grams: 1 }, 'g 克 公克 gram grams gm ɡ'),
  ...of({ unit: 'kg', grams: 1000 }, 'kg kgs kg. 千克 公斤 ㎏ 公觔 kilogram kilograms'),
  ...of({ unit: '吨', grams: 1_000_000 }, '吨 公吨 t ton tons tonne tonnes 噸'),
  ...of({ unit: 'g', grams: 0.001, turned: true }, 'mg 毫克 ㎎'),
}
/** 一斤 was 500 g, 16 两 or 10 两, by the year; pounds and ounces come in several kinds: asked, never converted. */
const OLD_UNITS = ['市斤', '斤', '两', '钱', '市两', '担', '磅', 'lb', 'lbs', 'oz', '盎司']

function of(unit: Unit, names: string): Record<string, Unit> {
  return Object.fromEntries(names.split(' ').map((name) => [name, unit]))
}

const PREFIX = /^(?:约|大约|净重|毛重|重量|质量|总重|重|weight)[:：\s]*(?:约|approx\.?)?\s*/iu
/** Longest first: 千克 before 克, 公斤 before 斤. */
const NAMES = [...Object.keys(UNITS), ...OLD_UNITS].sort((a, b) => b.length - a.length)

const COMPOUND = /^([\d.]+|[^\d\s公千k]+)\s*(?:公斤|千克|kg)\s*([\d.]+|[^\d\s]+?)\s*(?:克|g)$/u

/**
 * Reads a mass: `500克`, `0.5公斤`, `17.9kg`, `重1.2 t`. `unitHint` is the unit a heading or a unit column gives; it counts
 * only where the cell has none. Without any unit the number is kept and warned about; 斤 and 两 are asked.
 */
export function readMass(text: string, unitHint?: string | null): ReadMass {
  const nothing: ReadMass = { text, value: null, unit: null, grams: null, band: null, warnings: [] }
  const folded = foldText(text)
  if (folded === '') return nothing
  const bare = plain(folded)
  const compound = compoundGrams(bare)
  const name = NAMES.find((unit) => bare.endsWith(unit)) ?? ''
  const { value } = compound ?? readNumber(name === '' ? bare : bare.slice(0, -name.length))
  if (OLD_UNITS.includes(name)) {
    return { ...nothing, value, warnings: [warning('mass.ask', { text: folded.slice(0, 80), unit: name })] }
  }
  if (value === null) return { ...nothing, warnings: [warning('mass.unread', { text: folded.slice(0, 80) })] }
  const unit = unitOf(name === '' ? (unitHint ?? '') : name)
  if (value <= 0)
    return { ...nothing, value, unit: unit?.unit ?? null, warnings: [warning('mass.notPositive')] }
  if (unit === null) return { ...nothing, value, warnings: [warning('mass.noUnit')] }
  const grams = tidyDecimal(value * unit.grams)
  const warnings = onMassBoundary(grams) ? [warning('mass.boundary', { band: massBand(grams) ?? '' })] : []
  return { text, value: unit.turned ? grams : value, unit: unit.unit, grams, band: massBand(grams), warnings }
}

/** Without what stands around it: the stop, brackets about the whole or the unit, a remark without a number (残). */
function plain(folded: string): string {
  return folded
    .replace(/[。.;,，；]$/u, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replace(PREFIX, '')
    .replace(/\(([^()\d]*)\)$/u, (remark: string, inner: string) => {
      if (NAMES.includes(inner.trim().toLowerCase())) return inner.trim()
      return CHINESE_NUMERAL.test(inner) ? remark : ''
    })
    .replace(/\s*(?:左右|上下)\s*$/u, '')
    .trim()
    .toLowerCase()
}

/** 1公斤500克 is 1500 克. */
function compoundGrams(bare: string): { readonly value: number } | null {
  const [, kilograms, grams] = COMPOUND.exec(bare) ?? []
  if (kilograms === undefined || grams === undefined) return null
  const [whole, rest] = [readNumber(kilograms).value, readNumber(grams).value]
  return whole === null || rest === null || rest >= 1000 ? null : { value: tidyDecimal(whole * 1000 + rest) }
}

function unitOf(name: string): Unit | null {
  const key = foldText(name).toLowerCase()
  return Object.hasOwn(UNITS, key) ? (UNITS[key] ?? null) : null
}
