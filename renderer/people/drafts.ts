import type { PartyChanges } from '../../shared/people/record.ts'
import { museum } from '../bridge/museum.ts'
import { drafting } from '../frame/drafting.ts'

export interface PartyDraftWish {
  readonly id: string
  readonly partyId: string | null
  readonly revision: number | null
  readonly values: PartyChanges
}

/** What is typed of people and not saved yet. */
export const partyDrafts = drafting<PartyDraftWish>({
  keep: (wish) => museum.people.keepDraft(wish),
  drop: (id) => museum.people.dropDraft({ id }),
  listed: ['people', 'drafts'],
})
