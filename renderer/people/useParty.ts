import { useCallback, useState } from 'react'
import { Fault } from '../../shared/contract/faults.ts'
import type { KnownParty, PartyDraft } from '../../shared/people/contract.ts'
import {
  noParty,
  PARTY_FIELDS,
  type PartyChanges,
  type PartyField,
  type PartyValues,
} from '../../shared/people/record.ts'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved, status } from '../frame/status.ts'
import { partyDrafts } from './drafts.ts'
import { openParty, show } from './view.ts'

/** What differs from what is stored; an empty text is no value. */
function changesOf(stored: PartyValues, typed: PartyChanges): PartyChanges {
  return Object.fromEntries(
    PARTY_FIELDS.flatMap((field) => {
      const value = typed[field]
      return value === undefined || (value === '' ? null : value) === stored[field] ? [] : [[field, value]]
    })
  )
}

/** A party being typed: its values now, what is kept of it as a draft, and the deeds that end that. */
export function useParty(id: string, known: KnownParty | null, draft: PartyDraft | null) {
  const [typed, setTyped] = useState<PartyChanges>(draft?.values ?? {})
  const [restored] = useState(draft !== null && !partyDrafts.isMine(draft.id))
  // the revision that the typing began from: what came in between is told and not written over
  const [revision, setRevision] = useState(draft?.revision ?? known?.party.revision ?? null)
  const [refused, setRefused] = useState<Fault | null>(null)
  const stored = known?.party.values ?? noParty
  const draftId = known ? id : `new:${id}`
  const changes = changesOf(stored, typed)
  const touched = Object.keys(changes).length > 0
  const base = touched ? revision : (known?.party.revision ?? null)

  const fill = useCallback(
    (field: PartyField, value: string): void => {
      const began = touched ? revision : (known?.party.revision ?? null)
      const next = { ...typed, [field]: value }
      setTyped(next)
      setRevision(began)
      partyDrafts.keepSoon({ id: draftId, partyId: known ? id : null, revision: began, values: next })
    },
    [typed, touched, revision, known, draftId, id]
  )
  const save = useCallback(
    async (over: number | null = base): Promise<void> => {
      if (!touched && known) return saved('people.clean')
      status.set({ state: 'working', key: 'people.saving' })
      try {
        partyDrafts.forgetWaiting(draftId)
        const answer =
          known && over !== null
            ? await museum.people.amend({ id, revision: over, changes, draftId })
            : await museum.people.register({ id, values: { ...noParty, ...changes }, draftId })
        asking.setQueryData(['people', 'byId', id], answer)
        await asking.invalidateQueries({ queryKey: ['people', 'drafts'] })
        setTyped({})
        setRevision(answer.party.revision)
        setRefused(null)
        saved('people.saved')
        openParty(id)
      } catch (error) {
        failed(error)
        if (error instanceof Fault) setRefused(error)
        // what was typed is still the only copy
        partyDrafts.keepSoon({ id: draftId, partyId: known ? id : null, revision: over, values: typed })
        await asking.invalidateQueries({ queryKey: ['people', 'byId', id] })
      }
    },
    [base, touched, known, draftId, id, changes, typed]
  )
  const giveUp = useCallback((): void => {
    partyDrafts.dropDraft(draftId).catch(failed)
    setTyped({})
    setRefused(null)
    if (!known) show({ open: null })
  }, [draftId, known])
  const values: PartyValues = { ...stored, ...typed }
  return { values, changes, touched, restored, refused, draftId, fill, save, giveUp }
}
