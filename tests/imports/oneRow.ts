import type { FieldId } from '../../shared/catalogue/fields.ts'
import type { Target } from '../../shared/imports/contract.ts'
import { planRow, type RowPlan } from '../../shared/imports/plan.ts'
import type { Cell } from '../../shared/imports/table.ts'
import { rowReader, type UnderstoodRow } from '../../shared/imports/understand.ts'
import { cell } from './sheets.ts'

export type Column = readonly [heading: string, target: Target, cell: string | Cell]

/** One row under these headings, and the plan that they make. */
export function planned(...columns: readonly Column[]): readonly [UnderstoodRow, RowPlan] {
  const headings = new Map(columns.map(([heading], at) => [at, heading]))
  const mapping = Object.fromEntries(columns.map(([, target], at) => [String(at), target]))
  const cells = columns.map(([, , content]) => (typeof content === 'string' ? cell(content) : content))
  const plan = planRow(headings, { mapping })
  return [rowReader(plan)({ row: 4, cells }, () => undefined), plan]
}

export const understood = (...columns: readonly Column[]): UnderstoodRow => planned(...columns)[0]

/** What is known after the row was read: given, then worked out. */
export function known(row: UnderstoodRow): Partial<Record<FieldId, unknown>> {
  const given = Object.entries(row.given).filter(([, value]) => value !== null)
  return {
    ...Object.fromEntries(row.derived.map(({ field, value }) => [field, value])),
    ...Object.fromEntries(given),
  }
}
export const codes = (row: UnderstoodRow): string[] => row.notes.map(({ code }) => code)
