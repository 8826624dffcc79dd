import { flushSync } from 'react-dom'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fieldOf, type FieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { museum } from '../bridge/museum.ts'
import { mintId } from '../bridge/mintId.ts'
import { asked, sought } from '../audit/going.ts'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { useDeed } from '../frame/deeds.ts'
import { failed, saved } from '../frame/status.ts'
import { later } from '../kit/later.tsx'
import { useWords } from '../kit/words.ts'
import { takeNextOrSay, useProposals } from '../numbers/proposals.ts'
import { Conflict } from './Conflict.tsx'
import { dropDraft, isMine } from './drafts.ts'
import { DraftBanner, type Draft } from './DraftBanner.tsx'
import { fieldWithKeyboard, focusForm, focusSearch } from './focus.ts'
import { focusGrid } from './gridHold.ts'
import { RecordFoot } from './RecordFoot.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordHead, type RecordTab } from './RecordHead.tsx'
import { calledOf, startOf, save, type Shown } from './save.ts'
import { useFindings } from './useFindings.ts'
import { useForm } from './useForm.ts'
import { closeRecord, openNew, openRecord, view, type Open } from './view.ts'

const RecordFindings = later(async () => (await import('../quality/RecordFindings.tsx')).RecordFindings)
const FieldHistory = later(async () => (await import('../audit/FieldHistory.tsx')).FieldHistory)
const Belongings = later(async () => (await import('../relations/Belongings.tsx')).Belongings)
const UNFILLED = new Set(['required', 'N1.empty', 'D3', 'D9'])
const ABOUT_NUMBER = new Set(['record.numberTaken', 'record.numberMissing'])

function takesEscape({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true
  return (
    target.getAttribute('aria-expanded') !== 'true' && target.closest('.ant-modal, .ant-popover') === null
  )
}
const closing = { takesKey: takesEscape }

/** Back into the list, on the row of what was open. */
function close(): void {
  const id = view.get().open?.id
  closeRecord()
  // once the list has its full width again
  requestAnimationFrame(() => focusGrid(id))
}

/** One record on the desk: its form, its history, and the deeds that save it. */
export function RecordDesk(props: {
  readonly open: Open
  readonly shown: Shown | null
  readonly draft: Draft | null
}) {
  const say = useWords()
  const { open, shown } = props
  const [offered, setOffered] = useState(() => (props.draft && !isMine(props.draft.id) ? props.draft : null))
  const [restored] = useState(() => (props.draft && isMine(props.draft.id) ? props.draft : null))
  const { form, changes, touched, draftId, step } = useForm(
    open,
    shown?.record ?? null,
    restored,
    offered !== null
  )
  useProposals(open.id, open.kind === 'new' && offered === null, form, step)
  const [tab, setTab] = useState<RecordTab>(() => (sought.get()?.recordId === open.id ? 'history' : 'form'))
  // from the palette the field that had the keyboard last is meant
  const lastField = useRef<string>(undefined)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Fault | null>(null)
  const [theirs, setTheirs] = useState<Shown | null>(null)
  const judged = useFindings(form.values, shown?.record ?? null)
  // an empty form needs no reproaches: the stars say what is required
  const findings = useMemo(
    () => (shown ? judged : judged.filter(({ code }) => !UNFILLED.has(code))),
    [shown, judged]
  )

  const keep = useCallback(
    async (wanted: FieldValues, revision: number | null): Promise<boolean> => {
      try {
        const answer = await save({ open, revision, changes: wanted, reason, draftId })
        const { values, revision: next } = answer.record
        // drawn before anything else opens: the form must know that nothing is left to keep
        flushSync(() => {
          step({ kind: 'stored', values, revision: next, sent: form.values })
          setReason('')
          setRefused(null)
          setTheirs(null)
        })
        if (open.kind === 'new') openRecord(open.id)
        return true
      } catch (error) {
        failed(error)
        if (!(error instanceof Fault)) return false
        if (error.code === 'record.changedMeanwhile') setTheirs(await museum.catalogue.byId({ id: open.id }))
        else setRefused(error)
        if (ABOUT_NUMBER.has(error.code)) focusForm('number')
        return false
      }
    },
    [open, reason, draftId, step, form.values]
  )
  const saveForm = useCallback(async (): Promise<boolean> => {
    const [unread] = Object.keys(form.unread) as FieldId[]
    if (unread !== undefined) {
      setTab('form')
      focusForm(unread)
      saved('catalogue.unread', { field: say(`field.${unread}`) })
      return false
    }
    // a number alone that nobody typed is no record
    if (!touched && (open.kind === 'record' || form.values.number !== null)) {
      saved('catalogue.nothingToSave')
      return true
    }
    return keep(changes, form.revision)
  }, [form.unread, form.revision, form.values.number, touched, open.kind, keep, changes, say])
  const saveDeed = useCallback(() => void saveForm(), [saveForm])
  const saveAndNew = useCallback(
    () =>
      void saveForm().then((done) => {
        if (!done) return
        openNew(mintId(), startOf(form.values))
        focusForm('number')
      }),
    [saveForm, form.values]
  )
  const showField = useCallback(() => {
    const key = fieldWithKeyboard() ?? lastField.current
    if (key === undefined || open.kind === 'new') saved('audit.field.none')
    else asked.set({ recordId: open.id, key })
  }, [open])
  useDeed('field.history', showField)
  useEffect(
    () =>
      sought.watch(() => {
        if (sought.get()?.recordId === open.id) setTab('history')
      }),
    [open.id]
  )
  useEffect(
    () => () => {
      if (sought.get()?.recordId === open.id) sought.set(null)
      if (asked.get()?.recordId === open.id) asked.set(null)
    },
    [open.id]
  )
  const takeNumber = useCallback(
    () => takeNextOrSay(open.id, 'number', form.values, step),
    [open.id, form.values, step]
  )
  const takeClassNumber = useCallback(
    () => takeNextOrSay(open.id, 'classNumber', form.values, step),
    [open.id, form.values, step]
  )
  useDeed('numbers.next', takeNumber)
  useDeed('numbers.nextClass', takeClassNumber)
  const idle = offered === null && theirs === null
  useDeed('record.save', saveDeed, { enabled: idle })
  useDeed('record.saveAndNew', saveAndNew, { enabled: idle })
  useDeed('record.close', close, closing)
  useEffect(() => {
    if (open.kind === 'new') focusForm('number')
  }, [open.kind])

  const forget = (): void => {
    step({ kind: 'giveUp' })
    dropDraft(draftId).catch(failed)
    if (open.kind === 'new') {
      closeRecord()
      focusSearch()
    }
  }
  const decide = (take: boolean): void => {
    if (offered && take) step({ kind: 'restore', ...offered })
    if (offered && !take) dropDraft(offered.id).catch(failed)
    setOffered(null)
  }
  const correcting = shown !== null && (Object.keys(changes) as FieldId[]).some((id) => fieldOf(id).ledger)
  return (
    <div
      className="record"
      data-testid="record"
      onFocus={() => (lastField.current = fieldWithKeyboard() ?? lastField.current)}
    >
      <RecordHead
        called={calledOf(form.values) || say('catalogue.record.new')}
        isNew={open.kind === 'new'}
        findings={findings.length}
        parts={shown?.record.parts.length ?? 0}
        tab={tab}
        choose={setTab}
        close={close}
      />
      {offered ? (
        <DraftBanner
          draft={offered}
          behind={shown !== null && shown.record.revision !== offered.revision}
          decide={decide}
        />
      ) : null}
      {theirs ? (
        <Conflict
          mine={changes}
          theirs={theirs.record.values}
          save={(chosen) => void keep(chosen, theirs.record.revision)}
          takeTheirs={() => {
            setTheirs(null)
            step({ kind: 'stored', values: theirs.record.values, revision: theirs.record.revision })
          }}
        />
      ) : null}
      {tab === 'form' ? (
        <RecordForm
          id={open.id}
          form={form}
          record={shown?.record ?? null}
          findings={findings}
          refused={refused}
          disabled={!idle}
          step={step}
          leave={draftId}
        />
      ) : null}
      {tab === 'parts' && shown ? (
        <Belongings
          record={shown.record}
          revision={form.revision ?? shown.record.revision}
          stored={({ values, revision }) => step({ kind: 'stored', values, revision, sent: form.stored })}
        />
      ) : null}
      {tab === 'findings' && shown ? <RecordFindings recordId={shown.record.id} touched={touched} /> : null}
      {tab === 'history' && shown ? (
        <RecordHistory recordId={shown.record.id} touched={touched} parts={shown.record.parts} />
      ) : null}
      {shown ? (
        <FieldHistory recordId={shown.record.id} called={calledOf(form.stored)} touched={touched} />
      ) : null}
      <RecordFoot
        touched={touched}
        correcting={correcting}
        disabled={!idle}
        reason={reason}
        setReason={setReason}
        save={saveDeed}
        saveAndNew={saveAndNew}
        giveUp={forget}
      />
    </div>
  )
}
