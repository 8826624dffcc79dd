import { openRecord } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { shared } from '../kit/store.ts'

/** The entry that somebody wants to see in its record's history; null once it was seen. */
export const sought = shared<{ readonly recordId: string; readonly entryId: string } | null>(null)

/** The field of a record whose history lies open; null for none. */
export const asked = shared<{ readonly recordId: string; readonly key: string } | null>(null)

/** To the catalogue, with the record open at that entry of its history. */
export async function seeEntry(recordId: string, entryId: string): Promise<void> {
  await goTo('catalogue')
  sought.set({ recordId, entryId })
  openRecord(recordId)
}
