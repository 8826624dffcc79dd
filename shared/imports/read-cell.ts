import { fieldOf, type FieldId } from '../catalogue/fields.ts'
import { unitFits, type ColumnPlan, type RowPlan } from './plan.ts'
import { readCountCell, readKindCell } from './read-count.ts'
import { readLengthCell, readMassCell, readSizeCell } from './read-measure.ts'
import { readEraCell, readEraTextCell } from './read-period.ts'
import {
  readCodeCell,
  readCompletenessCell,
  readMaterialsCell,
  readNumberCell,
  readTextCell,
} from './read-text.ts'
import { readAcquiredCell, readDayCell, readYearCell } from './read-when.ts'
import type { Reading } from './reading.ts'
import type { Cell } from './table.ts'
import { isLength, unitOf, type Unit } from './units.ts'

const SIZES: readonly FieldId[] = ['length', 'width', 'height', 'sizeText']

/** The column whose cell in the same row says the unit. */
export function companionOf(field: FieldId, plan: RowPlan): number | null {
  if (SIZES.includes(field)) return plan.sizeUnit?.column ?? null
  if (field === 'mass') return plan.fields.get('massUnit')?.[0]?.column ?? null
  if (field === 'actualQuantity') return plan.fields.get('quantityUnit')?.[0]?.column ?? null
  return null
}

/** Reads a cell of a field; `beside` is the text of the column that says its unit. */
export type CellReader = (cell: Cell, beside: string) => Reading

/** How the cells of a field are read under the headings of a sheet. */
export function readerOf(field: FieldId, plans: readonly ColumnPlan[], plan: RowPlan): CellReader {
  const [first] = plans
  const unit = unitFits(field, first?.unit ?? null) ? (first?.unit ?? null) : null
  const lengthUnit = (beside: string): Unit | null => {
    const said = unitOf(beside)
    return said !== null && isLength(said) ? said : unit
  }
  switch (field) {
    case 'number':
      return readNumberCell
    case 'era':
      return ({ text }) => readEraCell(text.trim())
    case 'eraText':
      return ({ text }) => readEraTextCell(text.trim())
    case 'materials':
      return ({ text }) => readMaterialsCell(text.trim())
    case 'completeness':
      return ({ text }) => readCompletenessCell(text.trim())
    case 'quantityKind':
      return ({ text }) => readKindCell(text.trim())
    case 'sets':
      return (cell) => readCountCell('sets', cell, '', false)
    case 'actualQuantity':
      return (cell, beside) =>
        readCountCell('actualQuantity', cell, beside, first?.loose === true && !plan.fields.has('sets'))
    case 'sizeText': {
      const axes = first?.axes === true
      return ({ text }, beside) =>
        readSizeCell(text.trim(), lengthUnit(beside), axes, !plan.fields.has('mass'))
    }
    case 'mass':
      return (cell, beside) => readMassCell(cell, unit, beside)
    case 'acquiredOn':
      return (cell) => readAcquiredCell(cell)
    case 'acquisitionYear':
      return (cell) => readYearCell(cell)
    default:
  }
  const { kind } = fieldOf(field)
  if (kind === 'decimal') return (cell, beside) => readLengthCell(field, cell, lengthUnit(beside))
  if (kind === 'day') return (cell) => readDayCell(field, cell)
  if (kind === 'code') return ({ text }) => readCodeCell(field, text.trim())
  return ({ text }) => readTextCell(field, text.trim())
}
