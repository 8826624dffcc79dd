import { museum } from '../bridge/museum.ts'
import { undoing } from '../imports/journey.ts'
import { saved, failed, status } from '../frame/status.ts'
import { isTextInput } from '../kit/keys.ts'
import { shared } from '../kit/store.ts'
import { formNow } from './formNow.ts'
import { openRecord, view } from './view.ts'

/**
 * A saved edit: the audit entry that can be taken back, the batch of a bulk change, or a deed of another room that knows
 * its own way back; that answers the way forth again.
 */
export interface Edit {
  readonly batch?: string
  readonly back?: () => Promise<Edit | null>
  readonly entryId: string
  readonly recordId: string
  readonly name: string
}

interface Edits {
  readonly done: readonly Edit[]
  readonly undone: readonly Edit[]
}

const MOST = 200
const NONE: Edits = { done: [], undone: [] }
export const edits = shared<Edits>(NONE)

export function forgetUndo(): void {
  edits.set(NONE)
}

export function edited(edit: Edit): void {
  edits.set(({ done }) => ({ done: [...done, edit].slice(-MOST), undone: [] }))
}

/** Takes an entry back; the taking back is an entry too, which the other way takes back again. */
async function takeBack(edit: Edit): Promise<Edit | null> {
  status.set({ state: 'working', key: 'catalogue.saving' })
  const { entryId, recordId, skipped } = await museum.audit.revert({ entryId: edit.entryId })
  if (view.get().open?.id !== recordId) openRecord(recordId)
  if (skipped.length > 0) saved('catalogue.undo.skipped', { name: edit.name, count: skipped.length })
  return entryId === null ? null : { ...edit, entryId }
}

/** A bulk change goes back as a whole. What the undoing did is not done again with a key. */
async function takeBatchBack(batch: string, name: string): Promise<void> {
  status.set({ state: 'working', key: 'changes.undoing' })
  const answer = await undoing.start(() => museum.imports.undo({ batch }))
  const { error } = undoing.get()
  undoing.clear()
  if (!answer) return failed(error)
  const { undone, skipped } = answer
  if (skipped.length > 0) saved('changes.undone.skipped', { name, undone, count: skipped.length })
  else saved('changes.undone', { name, count: undone })
}

async function step(from: 'done' | 'undone', to: 'done' | 'undone'): Promise<void> {
  const edit = edits.get()[from].at(-1)
  if (!edit) return saved(from === 'done' ? 'catalogue.undo.none' : 'catalogue.redo.none')
  if (formNow.get().touched) return saved('catalogue.undo.touched')
  edits.set((now) => ({ ...now, [from]: now[from].slice(0, -1) }))
  if (edit.batch !== undefined) return takeBatchBack(edit.batch, edit.name)
  const back = await (edit.back ? edit.back() : takeBack(edit))
  if (!back) return
  edits.set((now) => ({ ...now, [to]: [...now[to], back] }))
  saved(from === 'done' ? 'catalogue.undo.done' : 'catalogue.redo.done', { name: edit.name })
}

export const undoLast = (): void => void step('done', 'undone').catch(failed)
export const redoLast = (): void => void step('undone', 'done').catch(failed)

/** In a text that is being edited the key belongs to the text; in a form that has just been saved it is ours again. */
export function takesUndoKey(event: KeyboardEvent): boolean {
  if (!isTextInput(event.target)) return true
  const inForm = event.target instanceof Element && event.target.closest('[data-form="record"]') !== null
  return inForm && !formNow.get().touched
}
