import type { GridApi } from 'ag-grid-community'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { openRecord, view } from './view.ts'

let grid: GridApi<ObjectRow> | null = null

/** The list that stands now; the record pane walks along it. */
export function holdGrid(api: GridApi<ObjectRow> | null): void {
  grid = api
}

function rowOf(id: string): number | null {
  let row: number | null = null
  grid?.forEachNode((node) => {
    if (node.data?.id === id) row = node.rowIndex
  })
  return row
}

/** Shows the open record as the chosen row. */
export function markOpen(): void {
  const open = view.get().open
  grid?.forEachNode((node) => {
    const chosen = open !== null && node.data?.id === open.id
    if (node.isSelected() !== chosen) node.setSelected(chosen)
  })
}

/** Opens the record before (-1) or after (1) the open one, as the list is sorted. */
export function stepRecord(step: 1 | -1): void {
  const open = view.get().open
  const row = open === null ? -1 : rowOf(open.id)
  if (!grid || row === null) return
  const next = row + step
  if (next < 0) return
  grid.ensureIndexVisible(next)
  const data = grid.getDisplayedRowAtIndex(next)?.data
  if (data) openRecord(data.id)
}

/** Puts the keyboard into the list, on that record, else the open one, else the first row. */
export function focusGrid(id = view.get().open?.id): void {
  const row = (id === undefined ? null : rowOf(id)) ?? 0
  grid?.ensureIndexVisible(row)
  grid?.setFocusedCell(row, 'name')
}

/** Where a pasted block goes: the row of the list that has the focus, and the columns from there to the right. */
export interface PasteAt {
  readonly row: number
  readonly columns: readonly { readonly id: string; readonly name: string }[]
}

/** Null where no cell has the focus. */
export function pasteAt(): PasteAt | null {
  const cell = grid?.getFocusedCell()
  if (!grid || !cell) return null
  const shown = grid.getAllDisplayedColumns()
  const from = shown.findIndex((column) => column.getColId() === cell.column.getColId())
  // a block put on the tick begins beside it
  const columns = shown
    .slice(from)
    .filter((column) => column.getColId() !== 'chosen')
    .map((column) => ({
      id: column.getColId(),
      name: column.getColDef().headerName ?? '',
    }))
  return { row: cell.rowIndex, columns }
}

export interface ShownColumn {
  readonly id: string
  readonly name: string
  readonly shown: boolean
}

/** All columns but the number, which always stays. */
export function columnsNow(): ShownColumn[] {
  const columns = grid?.getAllGridColumns() ?? []
  return columns
    .filter((column) => !['number', 'chosen'].includes(column.getColId()))
    .map((column) => ({
      id: column.getColId(),
      name: column.getColDef().headerName ?? '',
      shown: column.isVisible(),
    }))
}

export function showColumn(id: string, shown: boolean): void {
  grid?.setColumnsVisible([id], shown)
}
