import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { SeenRelation } from '../../shared/relations/contract.ts'
import { RELATION_KINDS, sideWords, type Side } from '../../shared/relations/kinds.ts'
import { museum } from '../bridge/museum.ts'
import { openRecord } from '../catalogue/view.ts'
import { failed } from '../frame/status.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { languageNow, useWords } from '../kit/words.ts'
import { noted, related, unrelated, type Owner } from './deeds.ts'
import { ObjectPicker, type PickedObject } from './ObjectPicker.tsx'

/** What the other object may be to this one: of a kind with two ends, each is a choice. */
const CHOICES = RELATION_KINDS.flatMap(({ code, to }) =>
  (to ? (['to', 'from'] as const) : (['to'] as const)).map((side) => ({ kind: code, side }))
)
const keyOf = ({ kind, side }: { readonly kind: string; readonly side: Side }): string => `${kind} ${side}`
const USUAL = CHOICES.find(({ kind }) => kind === 'pair')

/** What an object has to do with others, both ways, and how to say so. */
export function RelationList({ owner }: { readonly owner: Owner }) {
  const say = useWords()
  const label = useId()
  const [choice, setChoice] = useState(USUAL ?? CHOICES[0])
  const [error, setError] = useState<unknown>(null)
  const asked = useQuery({
    queryKey: ['relations', 'ofObject', owner.id],
    queryFn: () => museum.relations.ofObject({ objectId: owner.id }),
  })
  const known = asked.data?.relations ?? []
  const relate = (other: PickedObject): void => {
    setError(null)
    if (choice) related(owner, other, choice.kind, choice.side).catch(setError)
  }
  return (
    <section className="related" aria-labelledby="related" data-testid="related">
      <header>
        <h3 id="related">{say('relations.related.count', { count: known.length })}</h3>
      </header>
      {asked.error ? <FaultNotice error={asked.error} /> : null}
      {asked.data && known.length === 0 ? <p className="soft">{say('relations.related.none')}</p> : null}
      <ul className="related-list">
        {known.map((relation) => (
          <li key={relation.id}>
            <One owner={owner} relation={relation} />
          </li>
        ))}
      </ul>
      <div className="related-new">
        <label htmlFor={label}>{say('relations.kind')}</label>
        <Select<string>
          id={label}
          value={choice ? keyOf(choice) : null}
          options={CHOICES.map((one) => ({
            value: keyOf(one),
            label: sideWords(one.kind, one.side, languageNow()),
          }))}
          popupMatchSelectWidth={false}
          onChange={(key) => setChoice(CHOICES.find((one) => keyOf(one) === key))}
        />
        <ObjectPicker except={owner.id} pick={relate} />
      </div>
      {error === null ? null : <FaultNotice error={error} />}
    </section>
  )
}

function One({ owner, relation }: { readonly owner: Owner; readonly relation: SeenRelation }) {
  const say = useWords()
  const [note, setNote] = useState<string | null>(null)
  const { kind, side, other } = relation
  const { number } = other
  const keep = (): void => {
    if (note !== null) noted(owner, relation, note).catch(failed)
    setNote(null)
  }
  return (
    <>
      <span className="related-kind">{sideWords(kind, side, languageNow())}</span>
      <button
        type="button"
        className="plain"
        title={say('relations.open', { number })}
        onClick={() => openRecord(other.id)}
      >
        {number} {other.name ?? say('relations.pick.unnamed')}
      </button>
      {note === null ? (
        <button
          type="button"
          className="plain soft related-note"
          aria-label={say('relations.note.of', { number })}
          onClick={() => setNote(relation.note ?? '')}
        >
          {relation.note ?? say('relations.note.add')}
        </button>
      ) : (
        <form
          className="related-note"
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <Input
            autoFocus
            value={note}
            maxLength={500}
            aria-label={say('relations.note')}
            onChange={(event) => setNote(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              event.preventDefault()
              setNote(null)
            }}
          />
        </form>
      )}
      <Button
        type="text"
        aria-label={say('relations.remove.of', { number })}
        onClick={() => void unrelated(owner, relation).catch(failed)}
      >
        {say('relations.remove')}
      </Button>
    </>
  )
}
