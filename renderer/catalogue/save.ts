import type { FieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValue, FieldValues, Finding, ObjectRecord } from '../../shared/catalogue/record.ts'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { saved, status } from '../frame/status.ts'
import { choicesOf } from './choices.ts'
import { keepNow } from './drafts.ts'
import { proposedIn } from '../numbers/proposals.ts'
import { edited } from './undo.ts'
import type { Open } from './view.ts'

export interface Shown {
  readonly record: ObjectRecord
  readonly findings: readonly Finding[]
}

export interface SaveWish {
  readonly open: Open
  readonly revision: number | null
  readonly changes: FieldValues
  readonly reason: string
  readonly draftId: string
}

export const recordKey = (id: string): readonly unknown[] => ['catalogue', 'byId', id]

/** What a record is called in a sentence: number and name. */
export function calledOf(values: FieldValues): string {
  return [values.number, values.name].filter((part) => part !== null && part !== undefined).join(' ')
}

/** Enters a new object or changes one; the draft goes with it. Throws the museum's refusal. */
export async function save(wish: SaveWish): Promise<Shown> {
  const { open, draftId } = wish
  status.set({ state: 'working', key: 'catalogue.saving' })
  // in the draft first: a refusal or a kill in between loses nothing
  await keepNow(draftId)
  const shown =
    open.kind === 'new'
      ? await museum.catalogue.register({
          id: open.id,
          values: wish.changes,
          proposed: proposedIn(open.id, wish.changes),
          draftId,
        })
      : await amend(wish)
  asking.setQueryData(recordKey(open.id), shown)
  void asking.invalidateQueries({ queryKey: ['catalogue', 'drafts'] })
  const other = proposedIn(open.id, wish.changes).find(
    (field) => shown.record.values[field] !== wish.changes[field]
  )
  if (other === undefined) saved('catalogue.saved', { name: calledOf(shown.record.values) })
  else
    saved('numbers.differs', {
      shown: wish.changes[other] ?? '',
      given: shown.record.values[other],
    })
  return shown
}

async function amend({ open, revision, changes, reason, draftId }: SaveWish): Promise<Shown> {
  const answer = await museum.catalogue.amend({
    id: open.id,
    revision: revision ?? 1,
    changes,
    proposed: proposedIn(open.id, changes),
    draftId,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  })
  const { entryId, record } = answer
  if (entryId !== null) edited({ entryId, recordId: record.id, name: calledOf(record.values) })
  return { record, findings: answer.findings }
}

/** What the next new object takes over from the one just entered, for they often come in together. */
const CARRIED: readonly FieldId[] = [
  'source',
  'sourceDetail',
  'era',
  'eraText',
  'place',
  'acquiredOn',
  'acquisitionYear',
  'acquisitionBand',
  'entryVoucher',
  'registeredOn',
]

/** How the form of a new object begins: the 总登记号 of the museum's own 文物藏品, which stand first in their tables. */
export function startOf(values: FieldValues = {}): FieldValues {
  const carried: Partial<Record<FieldId, FieldValue>> = {
    numberType: choicesOf('number-type')[0]?.value ?? null,
    book: choicesOf('book-type')[0]?.value ?? null,
  }
  for (const id of CARRIED) {
    const value = values[id]
    if (value !== null && value !== undefined) carried[id] = value
  }
  return carried
}
