import type { GridApi } from 'ag-grid-community'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { museum } from '../bridge/museum.ts'
import { edited, type Edit } from '../catalogue/undo.ts'
import { found, view } from '../catalogue/view.ts'
import { failed, saved } from '../frame/status.ts'

type Rows = GridApi<ObjectRow>

/** The set whose own order the list shows, so that it can be changed by hand. */
export function orderedSet(): string | null {
  const { find, sort } = view.get()
  return find.set !== undefined && sort.by === 'inSet' && !sort.descending ? find.set : null
}

/** Moves an object before another one of its set, or to the end. */
export async function moveBefore(id: string, before: string | null, called: string): Promise<void> {
  const set = orderedSet()
  if (set === null || id === before) return
  const { was } = await museum.sets.move({ set, id, before })
  edited(movedBack(set, id, was, called))
  saved('sets.moved', { name: called })
}

function movedBack(set: string, id: string, to: string | null, name: string): Edit {
  return {
    entryId: '',
    recordId: '',
    name,
    back: async () => {
      const { was } = await museum.sets.move({ set, id, before: to })
      return movedBack(set, id, was, name)
    },
  }
}

const calledOf = ({ values }: ObjectRow): string => String(values.name ?? values.number ?? '')

/** Is that a key that moves the row with the focus? */
export const isMoving = (event: KeyboardEvent): boolean =>
  orderedSet() !== null &&
  event.shiftKey &&
  (event.ctrlKey || event.metaKey) &&
  targetOf(event.key, 0) !== undefined

/**
 * Moves the row that has the focus: Ctrl+Shift with an arrow one place, with Home or End to the beginning or the end.
 * False for any other key.
 */
export function keyMoves(api: Rows, row: number, event: KeyboardEvent): boolean {
  const to = targetOf(event.key, row)
  if (to === undefined || !isMoving(event)) return false
  event.preventDefault()
  void moveRow(api, row, to).catch(failed)
  return true
}

function targetOf(key: string, row: number): number | undefined {
  const last = (found.get() ?? 1) - 1
  const to = { ArrowUp: row - 1, ArrowDown: row + 1, Home: 0, End: last }[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}

async function moveRow(api: Rows, row: number, to: number): Promise<void> {
  const moved = api.getDisplayedRowAtIndex(row)?.data
  const isLast = to >= (found.get() ?? 0) - 1
  if (!moved || to === row) return
  // the one that will stand behind it
  const behind = to < row ? to : to + 1
  if (!isLast) api.ensureIndexVisible(behind)
  const before = isLast ? null : await idAt(api, behind)
  const column = api.getFocusedCell()?.column.getColId() ?? 'name'
  await moveBefore(moved.id, before, calledOf(moved))
  await stands(api, moved.id, to)
  api.ensureIndexVisible(to)
  api.setFocusedCell(to, column)
}

const WAIT_MS = 30
const PATIENCE = 60
const rest = () => new Promise((resolve) => setTimeout(resolve, WAIT_MS))

/** The object of a row, once the grid holds it. */
async function idAt(api: Rows, row: number): Promise<string | null> {
  for (let times = 0; times < PATIENCE; times += 1) {
    const id = api.getDisplayedRowAtIndex(row)?.data?.id
    if (id !== undefined) return id
    await rest()
  }
  return null
}

/** Waits until the list shows an object in that row. */
async function stands(api: Rows, id: string, row: number): Promise<void> {
  for (let times = 0; times < PATIENCE; times += 1) {
    if (api.getDisplayedRowAtIndex(row)?.data?.id === id) return
    await rest()
  }
}

/** A row dropped at a place of the list: before that row, or at the end. */
export function dropRow(api: Rows, id: string, row: number): void {
  const moved = api.getRowNode(id)?.data
  const isEnd = row >= (found.get() ?? 0)
  const before = isEnd ? null : api.getDisplayedRowAtIndex(row)?.data?.id
  if (!moved || before === undefined) return
  void moveBefore(id, before, calledOf(moved)).catch(failed)
}
