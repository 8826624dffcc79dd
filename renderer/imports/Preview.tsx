import { columnLetters } from '../../shared/imports/table.ts'
import type { Inspection } from '../../shared/imports/contract.ts'
import { useWords } from '../kit/words.ts'
import { changeHeader, type SheetChoice } from './journey.ts'

const MOST_HEADER_ROWS = 3

/** The header rows after this one was pointed out: rows next to each other, at most three. */
function pointed(rows: readonly number[], row: number): number[] {
  if (rows.includes(row)) return rows.filter((one) => one < row)
  const near = rows.includes(row - 1) || rows.includes(row + 1)
  const next = near ? [...rows, row].sort((a, b) => a - b) : [row]
  return next.length > MOST_HEADER_ROWS ? [row] : next
}

/** The first rows of a sheet as they stand; a click on a row's number makes it the header. */
export function Preview(props: {
  readonly sheet: Inspection['sheets'][number]
  readonly choice: SheetChoice
}) {
  const say = useWords()
  const { sheet, choice } = props
  const width = Math.max(1, ...sheet.preview.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => columnLetters(column))
  return (
    <div
      className="preview"
      role="region"
      aria-label={say('imports.preview', { name: sheet.name })}
      tabIndex={0}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('imports.row')}</th>
            {columns.map((letters) => (
              <th key={letters} scope="col">
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.preview.map(({ row, cells }) => {
            const isHeader = choice.headerRows.includes(row)
            return (
              <tr key={row} className={isHeader ? 'is-header' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain"
                    aria-pressed={isHeader}
                    title={say('imports.preview.makeHeader')}
                    onClick={() => changeHeader(sheet.name, pointed(choice.headerRows, row))}
                  >
                    {isHeader ? say('imports.preview.header', { row }) : row}
                  </button>
                </th>
                {columns.map((letters, column) => (
                  <td key={letters} title={cells[column]}>
                    {cells[column]}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
