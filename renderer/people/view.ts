import type { PartyKind } from '../../shared/people/record.ts'
import { mintId } from '../bridge/mintId.ts'
import { findByParty, openRecord } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { shared } from '../kit/store.ts'

export type PeopleTab = 'list' | 'pairs' | 'take'

export interface PeopleView {
  readonly tab: PeopleTab
  readonly text: string
  readonly kind: PartyKind | null
  readonly removed: boolean
  /** `isNew` has an id but is not entered yet. */
  readonly open: { readonly id: string; readonly isNew: boolean } | null
}

const START: PeopleView = { tab: 'list', text: '', kind: null, removed: false, open: null }

/** What the room of people shows; it stays while one looks into another room. */
export const peopleView = shared<PeopleView>(START)
/** The two that are about to be merged; null for none. */
export const merging = shared<{ readonly gone: string; readonly kept: string } | null>(null)

export function forgetPeople(): void {
  peopleView.set(START)
  merging.set(null)
}

export const show = (change: Partial<PeopleView>): void => peopleView.set((now) => ({ ...now, ...change }))
export const openParty = (id: string): void => show({ tab: 'list', open: { id, isNew: false } })
export const newParty = (): void => show({ tab: 'list', removed: false, open: { id: mintId(), isNew: true } })

/** Into the room of people, with one party open. */
export async function seeParty(id: string): Promise<void> {
  await goTo('people')
  openParty(id)
}

/** Into the catalogue, narrowed to the objects of a party: to be changed, exported or printed together. */
export async function seeObjectsOf(party: string): Promise<void> {
  await goTo('catalogue')
  findByParty(party)
}

/** Into the catalogue, with one object open. */
export async function seeObject(id: string): Promise<void> {
  await goTo('catalogue')
  openRecord(id)
}
