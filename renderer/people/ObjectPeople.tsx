import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import { PARTY_ROLES, type PartyRole } from '../../shared/people/record.ts'
import { roleOfSource } from '../../shared/people/texts.ts'
import { mintId } from '../bridge/mintId.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { PartyPicker, type Picked } from './PartyPicker.tsx'
import { seeParty } from './view.ts'
import './objectPeople.css'

/** 相关人物 of an object: who gave, made, sold it. Each is saved by itself, at once. */
export function ObjectPeople({
  objectId,
  source,
}: {
  readonly objectId: string
  readonly source: FieldValue
}) {
  const say = useWords()
  const [adding, setAdding] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['people', 'ofObject', objectId],
    queryFn: () => museum.people.ofObject({ objectId }),
  })
  const unlink = async (id: string): Promise<void> => {
    await museum.people.unlink({ id })
    saved('people.ofObject.unlinked')
  }
  return (
    <section
      className="object-people"
      data-apart
      data-testid="object-people"
      aria-label={say('people.ofObject')}
    >
      <h3>
        {say('people.ofObject')}
        {adding ? null : (
          <button type="button" className="plain" onClick={() => setAdding(true)}>
            {say('people.ofObject.add')}
          </button>
        )}
      </h3>
      {error ? <FaultNotice error={error} /> : null}
      {data?.links.length === 0 && !adding ? <p className="soft">{say('people.ofObject.none')}</p> : null}
      <ul>
        {(data?.links ?? []).map((link) => (
          <li key={link.id}>
            <span className="soft">{say(`people.role.${link.role}`)}</span>
            <span>
              <button type="button" className="plain" onClick={() => void seeParty(link.partyId)}>
                {link.name}
              </button>{' '}
              <span className="soft">
                {link.lived} {link.note}
              </span>
            </span>
            <Button
              type="text"
              size="small"
              icon={<Glyph name="close" />}
              aria-label={say('people.ofObject.unlink', { name: link.name })}
              onClick={() => void unlink(link.id).catch(failed)}
            />
          </li>
        ))}
      </ul>
      {adding ? <NewLink objectId={objectId} source={source} end={() => setAdding(false)} /> : null}
    </section>
  )
}

function NewLink(props: {
  readonly objectId: string
  readonly source: FieldValue
  readonly end: () => void
}) {
  const say = useWords()
  const [id] = useState(() => mintId())
  const [role, setRole] = useState<PartyRole>(() =>
    roleOfSource(props.source === null ? null : String(props.source))
  )
  const [picked, setPicked] = useState<Picked | null>(null)
  const [note, setNote] = useState('')
  const link = async (): Promise<void> => {
    if (picked === null) return
    const { fresh } = picked
    const who = { objectId: props.objectId, partyId: picked.id, ...(fresh ? { fresh } : {}) }
    await museum.people.link({ id, ...who, role, note: note.trim() === '' ? null : note })
    saved('people.ofObject.linked')
    props.end()
  }
  return (
    <div className="object-people-new" data-testid="new-link">
      <Select
        aria-label={say('people.ofObject.role')}
        value={role}
        onChange={(chosen: PartyRole) => setRole(chosen)}
        options={PARTY_ROLES.map((value) => ({ value, label: say(`people.role.${value}`) }))}
      />
      <PartyPicker label={say('people.ofObject.who')} fresh picked={picked} choose={setPicked} />
      <Input
        aria-label={say('people.ofObject.note')}
        placeholder={say('people.ofObject.note.example')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          void link().catch(failed)
        }}
      />
      <Button disabled={picked === null} onClick={() => void link().catch(failed)}>
        {say('people.ofObject.link')}
      </Button>
      <Button type="text" onClick={props.end}>
        {say('people.ofObject.leave')}
      </Button>
    </div>
  )
}
