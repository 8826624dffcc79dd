import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GridApi,
  GridReadyEvent,
  RowClickedEvent,
  SortChangedEvent,
} from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { SortKey } from '../../shared/catalogue/fields.ts'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { watch } from '../bridge/museum.ts'
import { Grid } from '../kit/Grid.tsx'
import { isComposing } from '../kit/keys.ts'
import { useWords } from '../kit/words.ts'
import { columnsOf, layOut, layoutOf, type ColumnLayout } from './columns.tsx'
import { focusForm } from './focus.ts'
import { holdGrid, markOpen } from './gridHold.ts'
import { pagesOf } from './pages.ts'
import { openRecord, sortBy, view } from './view.ts'

const BLOCK = 100
const ROW_SELECTION = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const
const DEFAULTS: ColDef<ObjectRow> = {
  resizable: true,
  sortable: false,
  sortingOrder: ['asc', 'desc'],
  tooltip: ({ value }) => (typeof value === 'string' ? value : ''),
}
type Press = CellKeyDownEvent<ObjectRow> | FullWidthCellKeyDownEvent<ObjectRow>

function clicked({ data }: RowClickedEvent<ObjectRow>): void {
  if (data) openRecord(data.id)
}

/** Enter opens the record and goes into its form. */
function pressed({ data, event }: Press): void {
  if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  openRecord(data.id)
  if (event.key === 'Enter') focusForm()
}

/** While a record lies open, walking along the list with the arrow keys walks along the records. */
function focused({ api, rowIndex }: CellFocusedEvent<ObjectRow>): void {
  if (rowIndex === null || view.get().open?.kind !== 'record') return
  const data = api.getDisplayedRowAtIndex(rowIndex)?.data
  if (data) openRecord(data.id)
}

function sorted({ api }: SortChangedEvent<ObjectRow>): void {
  const column = api.getColumnState().find(({ sort }) => sort === 'asc' || sort === 'desc')
  // named like the sort keys, see columns.tsx
  if (column) sortBy({ by: column.colId as SortKey, descending: column.sort === 'desc' })
}

/** The list of objects: keyset pages behind AG Grid's infinite rows. */
export function ObjectGrid(props: {
  readonly layout: ColumnLayout
  readonly keepLayout: (layout: ColumnLayout) => void
}) {
  const words = useWords()
  const { find, open } = view.use()
  const pages = useMemo(() => pagesOf(find), [find])
  const [api, setApi] = useState<GridApi<ObjectRow> | null>(null)
  // afterwards the grid itself knows the order and the sort best
  const [first] = useState(() => ({ layout: props.layout, sort: view.get().sort }))
  const columns = useMemo(
    () =>
      columnsOf(words, first.layout).map((column): ColDef<ObjectRow> => {
        if (column.colId !== first.sort.by) return column
        return { ...column, initialSort: first.sort.descending ? 'desc' : 'asc' }
      }),
    [words, first]
  )
  useEffect(
    () =>
      watch((event) => {
        if (event.kind !== 'changed' || !event.rooms.includes('catalogue')) return
        pages.renew()
        api?.refreshInfiniteCache()
      }),
    [pages, api]
  )
  useEffect(() => markOpen(), [open, api])
  useEffect(() => {
    if (api) layOut(api, props.layout)
  }, [api, props.layout])
  const ready = useCallback((event: GridReadyEvent<ObjectRow>) => {
    holdGrid(event.api)
    setApi(event.api)
  }, [])
  useEffect(() => () => holdGrid(null), [])
  const { keepLayout } = props
  const laidOut = useCallback(
    (event: { readonly api: GridApi<ObjectRow>; readonly finished?: boolean }) => {
      if (event.finished !== false) keepLayout(layoutOf(event.api.getColumnState()))
    },
    [keepLayout]
  )
  return (
    <Grid<ObjectRow>
      rowModelType="infinite"
      columnDefs={columns}
      defaultColDef={DEFAULTS}
      datasource={pages}
      cacheBlockSize={BLOCK}
      maxBlocksInCache={20}
      cacheOverflowSize={1}
      maxConcurrentDatasourceRequests={2}
      blockLoadDebounceMillis={20}
      getRowId={({ data }) => data.id}
      rowSelection={ROW_SELECTION}
      suppressCellFocus={false}
      onGridReady={ready}
      onRowClicked={clicked}
      onCellKeyDown={pressed}
      onCellFocused={focused}
      onSortChanged={sorted}
      onModelUpdated={markOpen}
      onColumnMoved={laidOut}
      onColumnResized={laidOut}
      onColumnVisible={laidOut}
    />
  )
}
