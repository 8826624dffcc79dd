import type { GridApi } from 'ag-grid-community'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { dropRow, orderedSet } from './moving.ts'

const EDGE_PX = 26
const START_PX = 4

/**
 * Lets a row of a set be drawn to another place by its grip, with mouse, pen or finger; Escape lets go of it. The answer
 * takes that away again.
 */
export function dragRows(box: HTMLElement, api: GridApi<ObjectRow>): () => void {
  let held: { readonly id: string; readonly from: number; row: number | null } | null = null
  const line = document.createElement('div')
  line.className = 'drop-line'
  const letGo = (): void => {
    held = null
    line.remove()
    box.classList.remove('dragging')
  }
  const down = (event: PointerEvent): void => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null
    const id = grip?.dataset['grip']
    if (!grip || id === undefined || event.button !== 0 || orderedSet() === null) return
    held = { id, from: event.clientY, row: null }
    grip.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    if (!held || (held.row === null && Math.abs(event.clientY - held.from) < START_PX)) return
    const rect = box.getBoundingClientRect()
    const under = document
      .elementFromPoint(rect.left + rect.width / 2, event.clientY)
      ?.closest<HTMLElement>('.ag-row')
    if (!under) return
    const place = under.getBoundingClientRect()
    const isBelow = event.clientY > place.top + place.height / 2
    held.row = Number(under.getAttribute('row-index')) + (isBelow ? 1 : 0)
    if (!line.isConnected) box.append(line)
    box.classList.add('dragging')
    line.style.top = `${(isBelow ? place.bottom : place.top) - rect.top}px`
    if (event.clientY > rect.bottom - EDGE_PX) api.ensureIndexVisible(Math.min(held.row + 1, rowsOf(api)))
    else if (event.clientY < rect.top + 2 * EDGE_PX) api.ensureIndexVisible(Math.max(0, held.row - 2))
  }
  const up = (): void => {
    if (held && held.row !== null) dropRow(api, held.id, held.row)
    letGo()
  }
  const escape = (event: KeyboardEvent): void => {
    if (!held || event.key !== 'Escape') return
    event.stopPropagation()
    letGo()
  }
  const heard = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', letGo],
  ] as const
  for (const [name, hear] of heard) box.addEventListener(name, hear)
  window.addEventListener('keydown', escape, true)
  return () => {
    for (const [name, hear] of heard) box.removeEventListener(name, hear)
    window.removeEventListener('keydown', escape, true)
    letGo()
  }
}

const rowsOf = (api: GridApi<ObjectRow>): number => Math.max(0, api.getDisplayedRowCount() - 1)
