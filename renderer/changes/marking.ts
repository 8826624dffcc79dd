import type { CellKeyDownEvent, GridApi, RowClickedEvent } from 'ag-grid-community'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { view } from '../catalogue/view.ts'
import { museum } from '../bridge/museum.ts'
import { failed } from '../frame/status.ts'
import { choose, chooseAll, isChosen, toggle } from './chosen.ts'

type Rows = Pick<GridApi<ObjectRow>, 'getDisplayedRowAtIndex'>

/** The row where a range of chosen rows began. */
let anchor: number | null = null
export function forgetAnchor(): void {
  anchor = null
}

/**
 * A click that chooses: in the column of ticks, or anywhere with Ctrl or Shift. False where it is an ordinary click, which
 * opens the record.
 */
export function clickChooses({ api, data, rowIndex, event }: RowClickedEvent<ObjectRow>): boolean {
  if (!(event instanceof MouseEvent) || !data || rowIndex === null) return false
  const inTicks = event.target instanceof Element && event.target.closest('[col-id="chosen"]') !== null
  if (event.shiftKey) void chooseRange(api, anchor ?? rowIndex, rowIndex).catch(failed)
  else if (inTicks || event.ctrlKey || event.metaKey) {
    toggle(data.id)
    anchor = rowIndex
  } else {
    anchor = rowIndex
    return false
  }
  return true
}

/** Keys that choose: Space this row, Shift and an arrow a range, Ctrl+A all that is found. False for any other key. */
export function keyChooses(
  { api, data, rowIndex }: CellKeyDownEvent<ObjectRow>,
  event: KeyboardEvent
): boolean {
  if (!data || rowIndex === null) return false
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === ' ' && isPlain) {
    toggle(data.id)
    anchor = rowIndex
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    chooseAll(view.get().find)
  } else if (event.shiftKey && isPlain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    extend(api, rowIndex, event.key === 'ArrowDown' ? 1 : -1)
    // the grid itself moves its focus
    return true
  } else return false
  event.preventDefault()
  return true
}

function extend(api: Rows, row: number, step: 1 | -1): void {
  anchor ??= row
  const here = api.getDisplayedRowAtIndex(row)?.data
  const next = api.getDisplayedRowAtIndex(row + step)?.data
  if (!here || !next) return
  const goesBack = Math.abs(row + step - anchor) < Math.abs(row - anchor)
  if (goesBack) choose([here.id], false)
  else choose([here.id, next.id], true)
}

const PAGE = 500

/** Chooses the rows from one to another; those that the grid does not hold are asked for. */
async function chooseRange(api: Rows, from: number, to: number): Promise<void> {
  const first = Math.min(from, to)
  const count = Math.abs(from - to) + 1
  const held = Array.from({ length: count }, (_, at) => api.getDisplayedRowAtIndex(first + at)?.data?.id)
  if (held.every((id) => id !== undefined)) return choose(held, true)
  const { find, sort } = view.get()
  const ids: string[] = []
  for (let at = 0; at < count; at += PAGE) {
    const limit = Math.min(PAGE, count - at)
    const page = await museum.catalogue.page({ find, sort, skip: first + at, limit, count: false })
    ids.push(...page.rows.map(({ id }) => id))
  }
  choose(ids, true)
}

/** The tick of a row, drawn without React. */
export function tickElement(id: string, name: string): HTMLElement {
  const on = isChosen(id)
  const tick = document.createElement('span')
  tick.className = on ? 'tick on' : 'tick'
  tick.setAttribute('role', 'checkbox')
  tick.setAttribute('aria-checked', String(on))
  tick.setAttribute('aria-label', name)
  return tick
}
