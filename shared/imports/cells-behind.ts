import { fieldOf, type FieldId } from '../catalogue/fields.ts'
import type { FieldValue } from '../catalogue/record.ts'
import { eraByCode } from '../kernel/era/index.ts'
import type { RowPlan } from './plan.ts'
import { readCountCell, readKindCell } from './read-count.ts'
import { readLengthCell, readMassCell, readSizeCell } from './read-measure.ts'
import { readEraCell, readEraTextCell } from './read-period.ts'
import { readCodeCell, readCompletenessCell, readMaterialsCell } from './read-text.ts'
import { readAcquiredCell, readDayCell, readYearCell } from './read-when.ts'
import { NONE, one, reading, type Reading, type SaidValue } from './reading.ts'
import type { Cell } from './table.ts'

/** Values with the texts that stood in their cells: a record's, or a row's. */
export interface Worded {
  readonly values: Readonly<Record<FieldId, FieldValue>>
  readonly literals: Readonly<Record<string, string>>
}

/** Fields whose cells say something of other fields too. */
const TELLING = [
  ...(['era', 'eraText', 'materials', 'completeness', 'quantityKind', 'sets', 'actualQuantity'] as const),
  ...(['sizeText', 'mass', 'acquiredOn', 'acquisitionYear'] as const),
] as const satisfies readonly FieldId[]

/**
 * Reads the cell once more that a field's value came from: its text where that was kept, else the value as it shows.
 * What came of it can so be told from what somebody has typed over it. Units stand in the values by then, whatever
 * headings gave them, and three bare factors are taken in their order. Null where there was no cell.
 */
export function cellBehind(
  field: FieldId,
  { values, literals }: Worded,
  plan: Pick<RowPlan, 'fields'>
): Reading | null {
  const value = values[field]
  const text = literals[field] ?? (value === null ? null : shown(field, value))
  if (text === null) return null
  const cell: Cell = { text, kind: 'text' }
  const unit = (of: FieldId): string => String(values[of] ?? '')
  switch (field) {
    case 'era':
      return readEraCell(text)
    case 'eraText':
      return readEraTextCell(text)
    case 'materials':
      return readMaterialsCell(text)
    case 'completeness':
      return readCompletenessCell(text)
    case 'quantityKind':
      return readKindCell(literals[field] === undefined ? `${text} ${unit('quantityUnit')}`.trim() : text)
    case 'sets':
      return readCountCell('sets', cell, '', false)
    case 'actualQuantity': {
      const loose = plan.fields.get(field)?.[0]?.loose === true && !plan.fields.has('sets')
      return readCountCell(field, cell, unit('quantityUnit'), loose)
    }
    case 'sizeText':
      return readSizeCell(String(value ?? text), null, true, !plan.fields.has('mass'))
    case 'mass':
      return readMassCell(cell, null, unit('massUnit'))
    case 'acquiredOn':
      return readAcquiredCell(cell)
    case 'acquisitionYear':
      return readYearCell(cell)
    default:
      return literals[field] === undefined || isUnderstood(field, cell)
        ? reading(one(field, value), null)
        : NOTHING
  }
}

const NOTHING = reading(NONE, null)

/** A value may stand beside the words of a later cell that were not understood. */
function isUnderstood(field: FieldId, cell: Cell): boolean {
  const { kind } = fieldOf(field)
  if (kind === 'code') return readCodeCell(field, cell.text).given.length > 0
  if (kind === 'day') return readDayCell(field, cell).given.length > 0
  if (kind === 'decimal') return readLengthCell(field, cell, 'cm').given.length > 0
  return true
}

const shown = (field: FieldId, value: string | number): string =>
  field === 'era' ? (eraByCode(String(value))?.label ?? String(value)) : String(value)

/** All that the cells of a record say of one field, its own and others'. */
export function cellsBehind(
  record: Worded,
  plan: Pick<RowPlan, 'fields'>
): (field: FieldId) => readonly FieldValue[] {
  const said = TELLING.flatMap((field): readonly SaidValue[] => {
    const cell = cellBehind(field, record, plan)
    return cell ? [...cell.given, ...cell.derived] : []
  })
  return (field) => said.filter((each) => each.field === field).map(({ value }) => value)
}
