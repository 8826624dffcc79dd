import type { FieldValue, OwnValues } from '../catalogue/record.ts'
import { MOST_LONG_TEXT, isNumber, type OwnField, type OwnId } from '../fields/record.ts'
import { readOwn, type ReadOwn } from '../fields/reading.ts'
import { recent } from '../kernel/recent.ts'
import { isEmptyCell } from './empty-cell.ts'
import type { ColumnPlan, RowPlan } from './plan.ts'
import { exactText } from './reading.ts'
import { cellAt, type Cell, type Row } from './table.ts'
import type { Note } from './tally.ts'

/** What of a row is gathered while its cells are read. */
interface Gathering {
  readonly literals: Record<string, string>
  readonly extras: Record<string, string>
  readonly notes: Note[]
}
type Count = (plan: ColumnPlan, text: string, codes: readonly string[]) => void

const NONE: OwnValues = Object.freeze({})
const CLEAR: readonly string[] = []
const UNREAD: readonly string[] = ['own.unread']

/**
 * Reads the cells of fields that a museum has added; made once for a sheet. What is no value of its field is kept as its
 * text and remarked. A second column of one field stays beside the record where both are filled.
 */
export function ownReader(
  plan: RowPlan,
  own: readonly OwnField[]
): (row: Row, into: Gathering, count: Count) => OwnValues {
  const steps = plan.own.flatMap((column) => {
    const field = own.find(({ id }) => id === column.target)
    if (!field) return []
    const read = (text: string): ReadOwn => readOwn(field, text)
    // long texts are each their own and quickly read
    return [{ column, field, read: isRepeated(field) ? recent(read) : read }]
  })
  if (steps.length === 0) return () => NONE
  return (row, { literals, extras, notes }, count) => {
    const values: Record<OwnId, FieldValue> = {}
    for (const { column, field, read } of steps) {
      const cell = cellAt(row, column.column)
      if (isEmptyCell(cell)) continue
      if (values[field.id] !== undefined || literals[field.id] !== undefined) {
        extras[column.extraKey] = cell.text.trim().slice(0, MOST_LONG_TEXT)
        count(column, cell.text, CLEAR)
        continue
      }
      const { value, literal } = read(textFor(field, cell).slice(0, MOST_LONG_TEXT))
      if (value !== null) values[field.id] = value
      if (literal !== null) literals[field.id] = literal
      if (value === null) notes.push({ code: 'own.unread', field: field.id, detail: { text: literal ?? '' } })
      count(column, cell.text, value === null ? UNREAD : CLEAR)
    }
    return values
  }
}

const isRepeated = ({ kind }: OwnField): boolean => kind !== 'text' && kind !== 'longText'

/** A day as Excel keeps it, a number without the rounding of its format; else the text as it shows. */
function textFor(field: OwnField, cell: Cell): string {
  if (field.kind === 'day' && cell.day !== undefined) return cell.day
  return isNumber(field) ? exactText(cell) : cell.text
}
