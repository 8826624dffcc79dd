import type { FieldValues, UnreadTexts } from '../../shared/catalogue/record.ts'
import { museum } from '../bridge/museum.ts'
import { drafting } from '../frame/drafting.ts'

export interface DraftWish {
  readonly id: string
  readonly recordId: string | null
  readonly revision: number | null
  readonly values: FieldValues
  readonly unread: UnreadTexts
}

/** The draft of a record goes by the record's id, that of an object not yet entered by its future one. */
export function draftIdOf(kind: 'record' | 'new', id: string): string {
  return kind === 'record' ? id : `new:${id}`
}

export const { isMine, keepSoon, keepNow, forgetWaiting, dropDraft } = drafting<DraftWish>({
  keep: (wish) => museum.catalogue.keepDraft(wish),
  drop: (id) => museum.catalogue.dropDraft({ id }),
  listed: ['catalogue', 'drafts'],
})
