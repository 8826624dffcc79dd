import type { SavedView } from '../../shared/views/contract.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { mintId } from '../bridge/mintId.ts'
import { museum } from '../bridge/museum.ts'
import { edited, type Edit } from '../catalogue/undo.ts'
import { failed, saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { definitionNow, leaveView, openView, standing } from './now.ts'

/** A view that is being given a name: the list as it stands, or one that has a name already. */
export const naming = shared<{ readonly view: SavedView | null } | null>(null)

export const keepAs = (): void => naming.set({ view: null })

/** Saves under the name that was typed. Faults: view.nameTaken, view.changedMeanwhile, view.missing. */
export async function nameView(name: string): Promise<void> {
  const now = naming.get()
  if (!now) return
  if (now.view) {
    const { id, revision } = now.view
    const { view } = await museum.views.amend({ id, revision, name })
    stand(view)
  } else {
    const definition = definitionNow()
    const { view } = await museum.views.keep({ id: mintId(), name, definition })
    standing.set({ ...view, columns: view.definition.columns })
  }
  naming.set(null)
  saved('views.saved', { name })
}

/** Of the view that stands another name or revision is known now. */
function stand({ id, name, revision }: SavedView): void {
  standing.set((now) => (now?.id === id ? { ...now, name, revision } : now))
}

/** The list as it stands becomes the view. */
export async function saveView(): Promise<void> {
  const stands = standing.get()
  if (!stands || stands.revision === null) return keepAs()
  const { id, revision } = stands
  const { view } = await museum.views.amend({ id, revision, definition: definitionNow() })
  standing.set({ ...view, columns: view.definition.columns })
  saved('views.saved', { name: view.name })
}

/** Back to the view as it was saved last, also by somebody else. */
export async function discardChanges(): Promise<void> {
  const stands = standing.get()
  if (!stands) return
  if (stands.revision === null) return openView(stands)
  // not what the window has heard of: what is saved
  const { views } = await museum.views.list({})
  const view = views.find(({ id }) => id === stands.id)
  if (!view) throw new Fault('view.missing')
  await openView(view)
}

export async function removeView(view: SavedView): Promise<void> {
  await museum.views.remove({ id: view.id })
  if (standing.get()?.id === view.id) leaveView()
  edited(broughtBack(view))
  saved('views.removed', { name: view.name })
}

function broughtBack(view: SavedView): Edit {
  return {
    entryId: '',
    recordId: '',
    name: view.name,
    back: async () => {
      await museum.views.restore({ id: view.id })
      return { ...broughtBack(view), back: () => takenAgain(view) }
    },
  }
}

async function takenAgain(view: SavedView): Promise<Edit> {
  await museum.views.remove({ id: view.id })
  return broughtBack(view)
}

/** One place up or down the list. */
export async function shiftView(views: readonly SavedView[], id: string, step: 1 | -1): Promise<void> {
  await museum.views.arrange({ ids: shifted(views, id, step) })
}

/** The ids with one of them a place further; it stays where it is at the ends. */
export function shifted(list: readonly { readonly id: string }[], id: string, step: 1 | -1): string[] {
  const ids = list.map((one) => one.id)
  const at = ids.indexOf(id)
  const to = at + step
  if (at < 0 || to < 0 || to >= ids.length) return ids
  ids.splice(at, 1)
  ids.splice(to, 0, id)
  return ids
}

export async function startWith(id: string | null): Promise<void> {
  await museum.views.startWith({ view: id })
  saved(id === null ? 'views.start.none' : 'views.start.set')
}

/** A deed whose refusal the status line tells. */
export const quietly = (deed: Promise<void>): void => void deed.catch(failed)
