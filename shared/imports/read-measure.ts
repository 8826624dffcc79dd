import type { FieldId } from '../catalogue/fields.ts'
import { tidyText } from '../kernel/fold.ts'
import { massBand, readMass } from '../kernel/mass.ts'
import { readSize, type SizePart } from '../kernel/size.ts'
import { warning } from '../kernel/warning.ts'
import {
  exactText,
  literalOf,
  NONE,
  numberIn,
  one,
  reading,
  several,
  type Reading,
  type Remark,
  type Said,
  type SaidValue,
} from './reading.ts'
import type { Cell } from './table.ts'
import { inCentimetres, type Unit } from './units.ts'

/** What the measures of a free text may be called: 通长(底径), 通宽(口径), 通高 (china-standards 1.1, 17–19). First name first. */
const NAMES: readonly (readonly [FieldId, readonly string[]])[] = [
  ['length', ['通长', '长', '全长', '总长', '底径']],
  ['width', ['通宽', '宽', '全宽', '总宽', '口径']],
  ['height', ['通高', '高', '全高', '总高']],
]
const AXES = ['length', 'width', 'height'] as const

/** 通长, 通宽 or 通高 in a cell of its own, in centimetres. A bare number without a unit is kept as text and warned (D5). */
export function readLengthCell(field: FieldId, cell: Cell, unit: Unit | null): Reading {
  const bare = numberIn(cell)
  if (bare !== null) {
    const cm = unit === null ? null : inCentimetres(bare, unit)
    const text = exactText(cell)
    if (bare <= 0) return reading(NONE, text, [warning('size.notPositive')])
    if (cm === null) return reading(NONE, text, [warning('size.noUnit', { count: 1 })])
    return reading(one(field, cm), literalOf(text, cm))
  }
  const { parts, warnings } = readSize(cell.text)
  const [only] = parts
  const telling = warnings.filter(({ code }) => code !== 'size.noLabel')
  if (parts.length !== 1 || !only || only.cm === null || only.to !== undefined || only.value <= 0) {
    const remarks = telling.length > 0 ? telling : [warning('size.unread', { text: cell.text.slice(0, 80) })]
    return reading(NONE, cell.text, remarks)
  }
  return reading(one(field, only.cm), literalOf(cell.text, only.cm), telling)
}

/**
 * 尺寸 as free text. The heading's unit is written behind bare numbers (`高32、口径12` under 尺寸(cm) → `高32、口径12cm`);
 * 长, 宽 and 高 are filled where the text names them once, or the heading says their order. `withMass`: a mass at its
 * end (`…，重1.2kg`) counts too, for there is no column of masses.
 */
export function readSizeCell(
  text: string,
  unit: Unit | null,
  axesKnown: boolean,
  withMass: boolean
): Reading {
  const tidy = tidyText(text).slice(0, 2000)
  const bare = readSize(tidy)
  const unitless = bare.parts.length > 0 && bare.parts.every((part) => part.unit === null)
  const kept = unit !== null && unitless ? `${tidy}${unit}` : tidy
  const parts = bare.parts.map((part): SizePart =>
    unit !== null && part.unit === null ? { ...part, unit, cm: inCentimetres(part.value, unit) } : part
  )
  const ordered = axesKnown && parts.length === 3 && parts.every(({ label }) => label === null)
  const settled = new Set<Remark['code']>([
    ...(unitless && unit !== null ? (['size.noUnit', 'size.unitAtEnd'] as const) : []),
    ...(ordered ? (['size.noLabel'] as const) : []),
  ])
  const remarks = bare.warnings.filter(({ code }) => !settled.has(code))
  const found = ordered ? inOrder(parts) : byName(parts)
  const derived = withMass ? [...found, ...massAtEnd(tidy)] : found
  return reading(one('sizeText', kept), literalOf(text, kept), remarks, derived)
}

function inOrder(parts: readonly SizePart[]): Said {
  return AXES.flatMap((field, at) => valueOf(field, parts[at]))
}

function byName(parts: readonly SizePart[]): Said {
  const found: SaidValue[] = []
  for (const [field, names] of NAMES) {
    const name = names.find((each) => parts.some(({ label }) => label === each))
    if (name === undefined) continue
    const named = parts.filter(({ label }) => label === name)
    // 盖高 and 高 differ in name; two 高 (a lid and a pot) leave it open which is the object's
    if (named.length === 1) found.push(...valueOf(field, named[0]))
  }
  return found
}

const valueOf = (field: FieldId, part: SizePart | undefined): Said =>
  part && part.cm !== null && part.cm > 0 && part.to === undefined ? one(field, part.cm) : NONE

const WEIGHT = /(?:重量|质量|净重|重)[:：\s]*(约?\s*[\d.]+\s*(?:kg|g|千克|公斤|克|吨))/iu

function massAtEnd(text: string): Said {
  const found = WEIGHT.exec(text)?.[1]
  if (found === undefined) return NONE
  const { value, unit, band, grams } = readMass(found)
  return grams === null ? NONE : several({ mass: value, massUnit: unit, massBand: band })
}

/** 具体质量 with 质量单位: from the cell, else from the unit column or the heading. 斤 and 两 are asked, never converted. */
export function readMassCell(cell: Cell, unit: string | null, unitColumn: string): Reading {
  const hint = unitColumn === '' ? unit : unitColumn
  const text = exactText(cell)
  const read = readMass(text, hint)
  if (read.grams === null) return reading(NONE, text, read.warnings)
  const shown = [`${read.value}`, `${read.value}${read.unit}`, `${read.value} ${read.unit}`]
  return reading(
    several({ mass: read.value, massUnit: read.unit }),
    shown.includes(text) ? null : text,
    read.warnings,
    one('massBand', massBand(read.grams))
  )
}
