import { fillResult, type Combination, type ObjectSet, type SetKind } from '../../shared/sets/contract.ts'
import type { Chosen } from '../../shared/changes/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { mintId } from '../bridge/mintId.ts'
import { museum } from '../bridge/museum.ts'
import { edited, type Edit } from '../catalogue/undo.ts'
import { found, showList, view } from '../catalogue/view.ts'
import { chooseNone, choice, countOf, toldOf } from '../changes/chosen.ts'
import { failed, saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { openSet } from '../views/now.ts'
import { shifted } from '../views/deeds.ts'

/** What is asked in a dialog: a set's name, kind and note; which two are put together; into which the chosen objects go. */
export type SetAsking =
  | { readonly kind: 'edit'; readonly set: ObjectSet | null }
  | { readonly kind: 'combine'; readonly first: ObjectSet }
  | { readonly kind: 'put'; readonly chosen: Chosen; readonly count: number }
export const setAsking = shared<SetAsking | null>(null)

export const filling = longWork(fillResult)
export const draining = longWork(fillResult)

export const askNewSet = (): void => setAsking.set({ kind: 'edit', set: null })

/** Asks into which set the chosen rows go. */
export function askPut(): void {
  const now = choice.get()
  const count = countOf(now, found.get()) ?? 0
  if (count === 0) return
  filling.clear()
  setAsking.set({ kind: 'put', chosen: toldOf(now), count })
}

export interface SetWish {
  readonly name: string
  readonly kind: SetKind
  readonly note: string | null
}

export async function makeSet(wish: SetWish): Promise<ObjectSet> {
  return (await museum.sets.make({ id: mintId(), ...wish })).set
}

/** Saves what the dialog says of a set; a new one is opened. */
export async function saveSet(set: ObjectSet | null, wish: SetWish): Promise<void> {
  if (set) await museum.sets.amend({ id: set.id, revision: set.revision, ...wish })
  const made = set ? null : await makeSet(wish)
  setAsking.set(null)
  saved('sets.saved', { name: wish.name })
  if (made) await openSet(made.id)
}

/** Puts objects into a set; many as a job that can be followed. */
export async function putInto(
  set: { readonly id: string; readonly name: string },
  chosen: Chosen
): Promise<void> {
  const answer =
    chosen.kind === 'these'
      ? await museum.sets.put({ set: set.id, ids: [...chosen.ids] })
      : await filling.start(() => museum.sets.fill({ set: set.id, filling: { from: 'catalogue', chosen } }))
  if (!answer) return
  setAsking.set(null)
  chooseNone()
  const { entry, moved, already } = answer
  if (moved > 0) edited(turned(entry, set.name))
  saved(already > 0 ? 'sets.put.some' : 'sets.put.done', { name: set.name, count: moved, already })
}

/** Takes the chosen rows out of the set that the list shows. */
export async function takeOut(): Promise<void> {
  const set = view.get().find.set
  const chosen = toldOf(choice.get())
  if (set === undefined || (countOf(choice.get(), found.get()) ?? 0) === 0) return
  const answer =
    chosen.kind === 'these'
      ? await museum.sets.take({ set, ids: [...chosen.ids] })
      : await draining.start(() => museum.sets.drain({ set, chosen }))
  const { state, error } = draining.get()
  if (!answer) {
    if (state === 'failed') failed(error)
    return
  }
  chooseNone()
  const { sets } = await museum.sets.list({})
  const name = sets.find(({ id }) => id === set)?.name ?? ''
  if (answer.moved > 0) edited(turned(answer.entry, name))
  saved('sets.taken', { name, count: answer.moved })
}

function turned(entry: string, name: string): Edit {
  return {
    entryId: '',
    recordId: '',
    name,
    back: async () => turned((await museum.sets.undo({ entry })).entry, name),
  }
}

/** A new set of two others, or of one. It is opened when it is whole. */
export async function combine(
  wish: SetWish,
  { combination, first, second }: { combination: Combination; first: string; second: string }
): Promise<void> {
  const set = await makeSet(wish)
  const answer = await filling.start(() =>
    museum.sets.fill({ set: set.id, filling: { from: 'sets', combination, first, second } })
  )
  if (!answer) {
    // an empty set under that name would look as if there were nothing in common
    await museum.sets.remove({ id: set.id })
    return
  }
  setAsking.set(null)
  saved('sets.put.done', { name: set.name, count: answer.moved })
  await openSet(set.id)
}

export async function removeSet(set: ObjectSet): Promise<void> {
  await museum.sets.remove({ id: set.id })
  if (view.get().find.set === set.id) showList({ text: '', facets: {} }, { by: 'number', descending: false })
  edited(restored(set))
  saved('sets.removed', { name: set.name })
}

function restored(set: ObjectSet): Edit {
  return {
    entryId: '',
    recordId: '',
    name: set.name,
    back: async () => {
      await museum.sets.restore({ id: set.id })
      return {
        ...restored(set),
        back: async () => {
          await museum.sets.remove({ id: set.id })
          return restored(set)
        },
      }
    },
  }
}

export async function shiftSet(sets: readonly ObjectSet[], id: string, step: 1 | -1): Promise<void> {
  await museum.sets.arrange({ ids: shifted(sets, id, step) })
}
