import type { FieldId } from '../catalogue/fields.ts'
import type { FieldValue } from '../catalogue/record.ts'
import { readNumber } from '../kernel/number.ts'
import type { KernelWarning } from '../kernel/warning.ts'
import type { Cell } from './table.ts'

/** A remark about a cell: the parsers' own, or one of the import (`import.…`, words in import-notes.json). */
export type Remark =
  KernelWarning | { readonly code: `import.${string}`; readonly detail?: KernelWarning['detail'] }

/** What one cell says. */
export interface Reading {
  /** Read from the cell itself; fields not named stay as they are. */
  readonly given: Said
  /** Worked out from it, for fields that nothing else gives. */
  readonly derived: Said
  /** The cell's text where the value of its own field does not show it as it stands. */
  readonly literal: string | null
  readonly remarks: readonly Remark[]
}
export interface SaidValue {
  readonly field: FieldId
  readonly value: FieldValue
}
export type Said = readonly SaidValue[]

export const NONE: Said = Object.freeze([])
const NO_REMARKS: readonly Remark[] = Object.freeze([])

export function reading(
  given: Said,
  literal: string | null,
  remarks: readonly Remark[] = NO_REMARKS,
  derived: Said = NONE
): Reading {
  return { given, derived, literal, remarks }
}

/** One field with its value; nothing where there is none, for an unread cell never erases. */
export const one = (field: FieldId, value: FieldValue): Said => (value === null ? NONE : [{ field, value }])

/** Several fields, those with a value. */
export function several(values: Readonly<Partial<Record<FieldId, FieldValue>>>): Said {
  const said: SaidValue[] = []
  for (const [field, value] of Object.entries(values))
    if (value !== null) said.push({ field: field as FieldId, value })
  return said
}

/** The text where it differs from how the value is shown. */
export const literalOf = (text: string, shown: FieldValue): string | null =>
  shown !== null && String(shown) === text ? null : text

/** The number of a cell, whether it was typed as one or as text; null for anything else. */
export function numberIn(cell: Cell): number | null {
  if (cell.kind === 'number' && cell.number !== undefined) return cell.number
  return readNumber(cell.text).value
}

/**
 * The text of a cell; a number without the rounding of its format, for a sum laid out as `3` may be 2.75, but within
 * the 15 digits that Excel keeps and shows.
 */
export function exactText(cell: Cell): string {
  if (cell.kind !== 'number' || cell.number === undefined) return cell.text
  return String(Number.isInteger(cell.number) ? cell.number : Number(cell.number.toPrecision(15)))
}
