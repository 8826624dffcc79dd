import type { FieldId } from '../catalogue/fields.ts'
import { readQuantity } from '../kernel/quantity.ts'
import { warning } from '../kernel/warning.ts'
import { readCode } from '../vocabulary/tables.ts'
import { exactText, literalOf, NONE, numberIn, one, reading, several, type Reading } from './reading.ts'
import type { Cell } from './table.ts'

const MOST = 1_000_000_000

/** 单件 for one piece, 一套多件 for more (V08). */
const kindOf = (items: number): string => (items === 1 ? '单件' : '一套多件')

/**
 * A cell of 件数 (`sets`) or 实际数量. A column that is only called 数量 (`loose`) may mean either: its number is read
 * together with the unit beside it, `34` + 套 as 34套, `1` + 件 as 1件 (china-standards 1.8).
 */
export function readCountCell(
  field: 'sets' | 'actualQuantity',
  cell: Cell,
  unit: string,
  loose: boolean
): Reading {
  const bare = numberIn(cell)
  const written = exactText(cell)
  if (bare !== null && !loose) {
    if (!Number.isInteger(bare) || bare < 1 || bare > MOST) {
      return reading(NONE, written, [warning('quantity.notWhole', { text: written })])
    }
    const derived = field === 'actualQuantity' ? one('quantityKind', kindOf(bare)) : NONE
    return reading(one(field, bare), literalOf(written, bare), [], derived)
  }
  const text = bare === null ? written : `${bare}${unit}`
  const read = readQuantity(text)
  const { items, sets, kind } = read
  const own = field === 'sets' ? (sets ?? items) : items
  const other: FieldId = field === 'sets' ? 'actualQuantity' : 'sets'
  const otherValue = field === 'sets' ? items : sets
  const label = read.unit === null ? null : readCode('quantity-unit', read.unit).label
  const derived = [...one(other, otherValue), ...one('quantityUnit', label), ...one('quantityKind', kind)]
  // an uncounted set leaves 实际数量 open, but the cell has been understood as far as it goes
  return reading(one(field, own), literalOf(written, own), read.warnings, derived)
}

const KIND_AND_UNIT = /^(\S+)\s+(\S+)$/u

/** 数量 (#15) as R2 prints it: the kind with its unit, `单件 幅`. Null for anything else. */
export function kindAndUnit(text: string): { readonly kind: string; readonly unit: string } | null {
  const [, first = '', second = ''] = KIND_AND_UNIT.exec(text.trim()) ?? []
  if (first === '') return null
  const kind = readCode('quantity-kind', first)
  const unit = readCode('quantity-unit', second)
  if (kind.label === null || unit.label === null || kind.asked || unit.asked) return null
  return { kind: kind.label, unit: unit.label }
}

/** 单件/一套多件, one of them with its unit, or a whole quantity where a column of kinds holds one. */
export function readKindCell(text: string): Reading {
  const both = kindAndUnit(text)
  if (both) {
    const { kind, unit } = both
    return reading(several({ quantityKind: kind, quantityUnit: unit }), literalOf(text, `${kind} ${unit}`))
  }
  const { label, warnings } = readCode('quantity-kind', text)
  if (label !== null) return reading(one('quantityKind', label), literalOf(text, label), warnings)
  const { kind, items, sets, ...read } = readQuantity(text)
  if (kind === null) return reading(NONE, text, warnings)
  const unit = read.unit === null ? null : readCode('quantity-unit', read.unit).label
  const derived = [...one('actualQuantity', items), ...one('sets', sets), ...one('quantityUnit', unit)]
  return reading(one('quantityKind', kind), text, read.warnings, derived)
}
