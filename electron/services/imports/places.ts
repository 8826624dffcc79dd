import { isFieldKey } from '../../../shared/catalogue/record.ts'
import { isFirstHead, type Layout, type RowKind } from '../../../shared/imports/layout.ts'
import type { ColumnPlan, RowPlan } from '../../../shared/imports/plan.ts'
import { spreader } from '../../../shared/imports/spans.ts'
import { cellAt, type Row } from '../../../shared/imports/table.ts'
import type { ColumnTally, Note } from '../../../shared/imports/tally.ts'
import type { TableFile } from '../../files/table-file.ts'

interface Placed {
  /** With the content of the merged cells that it lies in. */
  readonly whole: Row
  readonly notes: readonly Note[]
}

/** What a row means by where it stands: within merged cells, under another header, with too many fields. */
export function placeReader(
  table: Pick<TableFile, 'ragged'>,
  { spans, ...layout }: Layout,
  plan: RowPlan,
  tallies: ReadonlyMap<ColumnPlan, ColumnTally>
): { record(row: Row): Placed; other(row: Row, kind: RowKind): void } {
  const numbers = new Set((plan.fields.get('number') ?? []).map(({ column }) => column))
  const spread = spreader(spans, numbers)
  const told = new Set<number>()
  let movedAt: number | null = null

  const merged = (column: number, row: Row): Note[] => {
    const one = plan.columns.find((each) => each.column === column)
    if (!one || one.target === 'skip') return []
    tallies.get(one)?.remark(row.row, cellAt(row, column).text, 'import.merged')
    if (told.has(column)) return []
    told.add(column)
    const count = spans.reduce((sum, [at, top, bottom]) => (at === column ? sum + bottom - top : sum), 0)
    return [{ code: 'import.merged', field: isFieldKey(one.target) ? one.target : null, detail: { count } }]
  }

  return {
    record(row) {
      const { row: whole, columns, numberOf } = spread(row)
      const notes = columns.flatMap((column) => merged(column, whole))
      if (numberOf !== null)
        notes.push({ code: 'import.numberMerged', field: 'number', detail: { row: numberOf } })
      // rows are told ragged as they come
      const ragged = table.ragged.at(-1)
      if (ragged?.row === row.row) {
        const { cells, expected } = ragged
        notes.push({ code: 'import.ragged', field: null, detail: { cells, expected } })
      }
      if (movedAt !== null) notes.push({ code: 'import.headMoved', field: null, detail: { row: movedAt } })
      return { whole, notes }
    },
    other(row, kind) {
      if (kind === 'otherHeader') movedAt = row.row
      else if (kind === 'header' && isFirstHead(row, { ...layout, spans })) movedAt = null
    },
  }
}
