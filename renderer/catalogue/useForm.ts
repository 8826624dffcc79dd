import { useCallback, useEffect, useMemo, useReducer } from 'react'
import type { FieldValues, ObjectRecord, UnreadTexts } from '../../shared/catalogue/record.ts'
import { failed } from '../frame/status.ts'
import { draftIdOf, dropDraft, forgetWaiting, isMine, keepNow, keepSoon } from './drafts.ts'
import { changesOf, formOf, isTouched, stepForm, type Form, type FormStep } from './form.ts'
import { formNow } from './formNow.ts'
import type { Open } from './view.ts'

export interface OpenForm {
  readonly form: Form
  readonly changes: FieldValues
  readonly touched: boolean
  readonly draftId: string
  readonly step: (step: FormStep) => void
}

/** What a draft says, and the revision it was written upon. */
export interface Restored {
  readonly values: FieldValues
  readonly unread: UnreadTexts
  readonly revision: number | null
}

/**
 * The form of one open record; whatever is typed goes into its draft. `record` is null for a new object; `restored` is
 * a draft of this window that goes on; while `holding`, an older draft waits for a word and nothing is written over it.
 */
export function useForm(
  open: Open,
  record: ObjectRecord | null,
  restored: Restored | null,
  holding: boolean
): OpenForm {
  const [form, step] = useReducer(stepForm, null, () => {
    const begun = formOf(
      record?.values ?? null,
      record?.revision ?? null,
      open.kind === 'new' ? open.start : {}
    )
    return restored === null ? begun : stepForm(begun, { kind: 'restore', ...restored })
  })
  const touched = isTouched(form)
  const draftId = draftIdOf(open.kind, open.id)
  const changes = useMemo(() => changesOf(form), [form])
  const { revision, unread } = form
  const recordId = open.kind === 'record' ? open.id : null

  // changed elsewhere: taken over at once, unless something is typed, which meets the new revision when it is saved
  const fresh = record !== null && record.revision !== revision
  useEffect(() => {
    if (fresh && !touched) step({ kind: 'stored', values: record.values, revision: record.revision })
  }, [fresh, touched, record])

  useEffect(() => {
    formNow.set({ touched })
    return () => formNow.set({ touched: false })
  }, [touched])

  useEffect(() => {
    if (holding) return
    if (touched) return keepSoon({ id: draftId, recordId, revision, values: changes, unread })
    forgetWaiting(draftId)
    if (isMine(draftId)) dropDraft(draftId).catch(failed)
  }, [changes, unread, touched, draftId, recordId, revision, holding])

  useEffect(() => () => void keepNow(draftId), [draftId])
  return { form, changes, touched, draftId, step: useCallback((one: FormStep) => step(one), []) }
}
