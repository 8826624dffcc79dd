import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  ColDef,
  Column,
  FullWidthCellKeyDownEvent,
  GridApi,
  GridReadyEvent,
  RowClickedEvent,
  SortChangedEvent,
} from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ObjectRow, Sort } from '../../shared/catalogue/record.ts'
import { watch } from '../bridge/museum.ts'
import { choice, chooseNone } from '../changes/chosen.ts'
import { copyCell, copyChosen } from '../changes/copy.ts'
import { takePaste } from '../changes/paste.ts'
import { clickChooses, forgetAnchor, keyChooses } from '../changes/marking.ts'
import { useOwnFields } from '../fields/own.ts'
import { Grid } from '../kit/Grid.tsx'
import { isComposing, pressOf } from '../kit/keys.ts'
import { useWords } from '../kit/words.ts'
import { dragRows } from '../sets/dragging.ts'
import { isMoving, keyMoves } from '../sets/moving.ts'
import { columnsOf, layOut, layoutOf, SET_COLUMNS, type ColumnLayout } from './columns.tsx'
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
  // the grid would go to the first or last row with them
  suppressKeyboardEvent: ({ event }) => isMoving(event),
  tooltip: ({ value }) => (typeof value === 'string' ? value : ''),
}
type Press = CellKeyDownEvent<ObjectRow> | FullWidthCellKeyDownEvent<ObjectRow>

function clicked(event: RowClickedEvent<ObjectRow>): void {
  // a row that was drawn to another place is not looked at
  if (event.event?.target instanceof Element && event.event.target.closest('[data-grip]')) return
  if (event.data && !clickChooses(event)) openRecord(event.data.id)
}

/** Enter opens the record and goes into its form; Space, Shift with arrows and Ctrl+A choose, Ctrl+C copies (Ctrl+V: changes/paste.ts). */
function pressed(press: Press): void {
  const { data, event } = press
  if (!(event instanceof KeyboardEvent) || isComposing(event) || !data || !('column' in press)) return
  if (keyMoves(press.api, press.rowIndex ?? 0, event) || keyChooses(press, event)) return
  if (event.key === 'Enter') {
    event.preventDefault()
    openRecord(data.id)
    focusForm()
  } else if (pressOf(event) === 'Ctrl+C') copied(press, event)
}

/** The chosen rows, or the cell that has the focus; a text that was marked is the browser's to copy. */
function copied({ value }: CellKeyDownEvent<ObjectRow>, event: KeyboardEvent): void {
  if (window.getSelection()?.isCollapsed === false) return
  event.preventDefault()
  const now = choice.get()
  if (now.kind === 'found' || now.ids.size > 0) copyChosen()
  else copyCell(typeof value === 'string' ? value : '')
}

/** While a record lies open, walking along the list with the arrow keys walks along the records. */
function focused({ api, rowIndex, column }: CellFocusedEvent<ObjectRow>): void {
  // to choose a row is not to look at it
  const isTick = typeof column === 'object' && column?.getColId() === 'chosen'
  if (rowIndex === null || isTick || view.get().open?.kind !== 'record') return
  const data = api.getDisplayedRowAtIndex(rowIndex)?.data
  if (data) openRecord(data.id)
}

function sorted({ api }: SortChangedEvent<ObjectRow>): void {
  const column = api.getColumnState().find(({ sort }) => sort === 'asc' || sort === 'desc')
  // named like the sort keys, see columns.tsx
  if (column) sortBy({ by: column.colId as Sort['by'], descending: column.sort === 'desc' })
}

/** Sorts the list as a view or a set wants it; `sorted` hears of it and finds nothing new. */
function sortAs(api: GridApi<ObjectRow>, { by, descending }: Sort): void {
  const now = api.getColumnState().find(({ sort }) => sort === 'asc' || sort === 'desc')
  if (now?.colId === by && (now.sort === 'desc') === descending) return
  api.applyColumnState({
    state: [{ colId: by, sort: descending ? 'desc' : 'asc' }],
    defaultState: { sort: null },
  })
}

const isOfSet = (id: string): boolean => (SET_COLUMNS as readonly string[]).includes(id)

/** The list of objects: keyset pages behind AG Grid's infinite rows. */
export function ObjectGrid(props: {
  readonly layout: ColumnLayout
  readonly keepLayout: (layout: ColumnLayout) => void
}) {
  const words = useWords()
  const { find, open, sort } = view.use()
  const own = useOwnFields()
  const pages = useMemo(() => pagesOf(find), [find])
  const [api, setApi] = useState<GridApi<ObjectRow> | null>(null)
  // afterwards the grid itself knows the order and the sort best
  const [first] = useState(() => ({ layout: props.layout, sort: view.get().sort }))
  const columns = useMemo(
    () =>
      columnsOf(words, first.layout, own).map((column): ColDef<ObjectRow> => {
        if (column.colId !== first.sort.by) return column
        return { ...column, initialSort: first.sort.descending ? 'desc' : 'asc' }
      }),
    [words, first, own]
  )
  useEffect(
    () =>
      watch((event) => {
        if (event.kind !== 'changed') return
        const isOurs =
          event.rooms.includes('catalogue') || (event.rooms.includes('sets') && find.set !== undefined)
        if (!isOurs) return
        pages.renew()
        api?.refreshInfiniteCache()
      }),
    [pages, api, find.set]
  )
  useEffect(() => markOpen(), [open, api])
  useEffect(
    () => choice.watch(() => api?.refreshCells({ columns: ['chosen'], force: true, suppressFlash: true })),
    [api]
  )
  useEffect(
    () => () => {
      chooseNone()
      forgetAnchor()
    },
    [find]
  )
  useEffect(() => {
    // also when columns have come or gone, which begin as the grid once did
    // do; in another language the list is another grid
    if (api && !api.isDestroyed()) layOut(api, props.layout, own)
  }, [api, props.layout, own, columns])
  useEffect(() => {
    if (api && !api.isDestroyed()) sortAs(api, sort)
  }, [api, sort])
  useEffect(() => {
    if (!api || find.set === undefined) return
    api.setColumnsVisible([...SET_COLUMNS], true)
    const box = document.querySelector<HTMLElement>('.catalogue-grid')
    const stop = box ? dragRows(box, api) : undefined
    return () => {
      stop?.()
      if (!api.isDestroyed()) api.setColumnsVisible([...SET_COLUMNS], false)
    }
  }, [api, find.set])
  const ready = useCallback((event: GridReadyEvent<ObjectRow>) => {
    holdGrid(event.api)
    setApi(event.api)
  }, [])
  useEffect(() => () => holdGrid(null), [])
  useEffect(() => {
    document.addEventListener('paste', takePaste)
    return () => document.removeEventListener('paste', takePaste)
  }, [])
  const { keepLayout } = props
  const laidOut = useCallback(
    (event: {
      readonly api: GridApi<ObjectRow>
      readonly finished?: boolean
      readonly columns?: readonly Column[] | null
    }) => {
      if (event.finished === false || event.columns?.every((column) => isOfSet(column.getColId()))) return
      keepLayout(layoutOf(event.api.getColumnState()))
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
