import type { Inspection } from '../../shared/imports/contract.ts'
import type { OwnField } from '../../shared/fields/record.ts'
import { layoutWith } from '../../shared/imports/layout.ts'
import { matchColumns } from '../../shared/imports/match.ts'
import { EMPTY_CELL, type Cell, type Row } from '../../shared/imports/table.ts'

type SeenSheet = Inspection['sheets'][number]
export type SeenHeading = SeenSheet['headings'][number]

const SAMPLES = 5
const cellOf = (text: string): Cell => (text === '' ? EMPTY_CELL : { text, kind: 'text' })

/** The columns of a sheet with its header in other rows, matched to fields by the rules the import itself goes by. */
export function headingsFor(
  sheet: SeenSheet,
  headerRows: readonly number[],
  own: readonly OwnField[]
): SeenHeading[] {
  const rows: Row[] = sheet.preview.map(({ row, cells }) => ({ row, cells: cells.map(cellOf) }))
  const layout = layoutWith(rows, [], headerRows)
  const below = sheet.preview.filter(({ row }) => row >= layout.firstDataRow)
  // what this museum chose before for a heading holds wherever the heading stands
  const remembered = new Map(
    sheet.headings.filter(({ because }) => because === 'remembered').map(({ text, target }) => [text, target])
  )
  const matched = matchColumns(
    layout.headings.map(({ column, text }) => ({
      column,
      text,
      samples: below.flatMap(({ cells }) => cells[column] || []).slice(0, SAMPLES),
    })),
    new Map(),
    own
  )
  return matched.map((heading) => {
    const kept = remembered.get(heading.text)
    return {
      ...heading,
      ...(kept === undefined ? {} : { target: kept, because: 'remembered' as const }),
      samples: [...heading.samples],
    }
  })
}
