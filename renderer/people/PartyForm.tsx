import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { KnownParty, PartyDraft } from '../../shared/people/contract.ts'
import { PARTY_KINDS, type PartyField } from '../../shared/people/record.ts'
import { focusForm, focusNext } from '../catalogue/focus.ts'
import { pressFor } from '../frame/commands.ts'
import { useDeed } from '../frame/deeds.ts'
import { Button, Input, Radio } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { AlikeHints } from './AlikeHints.tsx'
import { partyDrafts } from './drafts.ts'
import { LifeYears } from './LifeYears.tsx'
import { PartyBeside } from './PartyBeside.tsx'
import { useParty } from './useParty.ts'
import { show } from './view.ts'

const LONG: readonly PartyField[] = ['otherNames', 'notes']
const MOST: Readonly<Partial<Record<PartyField, number>>> = {
  address: 1000,
  otherNames: 32_767,
  notes: 32_767,
}

/** Enter goes to the next field, safe under an input method; in a text of several lines it is a new line. */
function pressed(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
  if (isComposing(event.nativeEvent) || !(event.target instanceof HTMLInputElement)) return
  if (focusNext(event.target, event.shiftKey ? -1 : 1)) event.preventDefault()
}

/** The record of a party: what is said of it, how it is reached, and beside that its objects, merges and history. */
export function PartyForm(props: {
  readonly id: string
  readonly known: KnownParty | null
  readonly draft: PartyDraft | null
}) {
  const say = useWords()
  const { id, known } = props
  const { values, changes, touched, restored, refused, draftId, fill, save, giveUp } = useParty(
    id,
    known,
    props.draft
  )
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!known) focusForm('name')
  }, [known])
  const close = useCallback(() => {
    void partyDrafts.keepNow(draftId)
    show({ open: null })
  }, [draftId])
  const saveDeed = useCallback(() => void save(), [save])
  useDeed('record.save', saveDeed)
  useDeed('record.close', close)
  const field = (name: PartyField, beside?: ReactNode) => {
    const common = {
      id: `party-${name}`,
      value: values[name] ?? '',
      maxLength: MOST[name] ?? 200,
      onChange: (event: { target: { value: string } }) => fill(name, event.target.value),
    }
    return (
      <div className={name in changes ? 'field changed' : 'field'} data-field={name}>
        <label htmlFor={common.id}>
          {say(`people.field.${name}`)}
          {name === 'name' ? <span className="required">*</span> : null}
        </label>
        <div className="field-input">
          {LONG.includes(name) ? <Input.TextArea className="long-text" {...common} /> : <Input {...common} />}
          {beside}
        </div>
      </div>
    )
  }
  const behind = refused?.code === 'party.changedMeanwhile' && known
  return (
    <div className="party" data-testid="party">
      <header className="people-desk-head">
        <h2>{values.name.trim() === '' ? say('people.new') : values.name}</h2>
        <Button type="text" onClick={close}>
          {say('people.close')}
        </Button>
      </header>
      {restored && touched ? <Notice tone="told">{say('people.draft.restored')}</Notice> : null}
      {behind ? (
        <Notice
          tone="refused"
          deeds={<Button onClick={() => void save(known.party.revision)}>{say('people.theirs.over')}</Button>}
        >
          {say('people.theirs')}
        </Notice>
      ) : refused ? (
        <FaultNotice error={refused} />
      ) : null}
      <div
        className="party-form"
        data-form="record"
        ref={form}
        onKeyDown={pressed}
        onBlur={() => void partyDrafts.keepNow(draftId)}
      >
        <div className="field" data-kind={values.kind}>
          <span className="field-label">{say('people.field.kind')}</span>
          <Radio.Group
            value={values.kind}
            onChange={(event: { target: { value?: unknown } }) => fill('kind', String(event.target.value))}
            options={PARTY_KINDS.map((kind) => ({ value: kind, label: say(`people.kind.${kind}`) }))}
          />
        </div>
        {field(
          'name',
          <AlikeHints
            values={values}
            except={known ? id : null}
            asked={
              !known ||
              'name' in changes ||
              'otherNames' in changes ||
              'phone' in changes ||
              'idNumber' in changes
            }
          />
        )}
        {field('otherNames', <span className="soft">{say('people.field.otherNames.what')}</span>)}
        {field('born', <LifeYears text={values.born} />)}
        {field('died', <LifeYears text={values.died} />)}
        {field('notes')}
        <fieldset>
          <legend>{say('people.contact')}</legend>
          <p className="soft">{say('people.contact.what')}</p>
          {field('phone')}
          {field('address')}
          {field('idNumber')}
        </fieldset>
        <div className="party-deeds">
          <Button type="primary" title={pressFor('record.save') ?? undefined} onClick={saveDeed}>
            {say('people.save')}
          </Button>
          {touched ? (
            <Button type="text" onClick={giveUp}>
              {say('people.giveUp')}
            </Button>
          ) : null}
          <span className="soft" data-testid="party-state">
            {touched ? say('people.touched') : known ? say('people.clean') : null}
          </span>
        </div>
        {known ? <PartyBeside known={known} touched={touched} /> : null}
      </div>
    </div>
  )
}
