import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { useWords } from '../kit/words.ts'
import { quietly } from '../views/deeds.ts'
import { openSet } from '../views/now.ts'
import { setAsking } from './deeds.ts'

/** In which sets a record's object is, with what is noted of it in each. */
export function RecordSets({ objectId }: { readonly objectId: string }) {
  const say = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['sets', 'of', objectId],
    queryFn: () => museum.sets.ofObject({ id: objectId }),
  })
  const sets = data?.sets ?? []
  const put = (
    <Button
      size="small"
      type="text"
      onClick={() => setAsking.set({ kind: 'put', chosen: { kind: 'these', ids: [objectId] }, count: 1 })}
    >
      {say('sets.put')}
    </Button>
  )
  return (
    <section className="record-sets" aria-label={say('sets.title')} data-testid="record-sets">
      <div className="record-sets-head">
        {sets.length === 0 ? (
          <span className="soft">{say('sets.inNone')}</span>
        ) : (
          <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Glyph name={open ? 'down' : 'right'} />
            {say('sets.in', { count: sets.length, names: sets.map(({ name }) => name) })}
          </button>
        )}
        {put}
      </div>
      {open ? (
        <ul>
          {sets.map((set) => (
            <li key={`${set.id} ${set.note ?? ''}`}>
              <button type="button" className="plain" onClick={() => quietly(openSet(set.id))}>
                {set.name}
              </button>
              <MemberNote set={set} objectId={objectId} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function MemberNote(props: {
  readonly set: { readonly id: string; readonly name: string; readonly note: string | null }
  readonly objectId: string
}) {
  const say = useWords()
  const { set, objectId } = props
  const [note, setNote] = useState(set.note ?? '')
  const keep = (): void => {
    if (note.trim() === (set.note ?? '')) return
    museum.sets
      .note({ set: set.id, id: objectId, note: note.trim() === '' ? null : note })
      .then(() => saved('sets.noted', { name: set.name }), failed)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !isComposing(event.nativeEvent)) keep()
  }
  return (
    <Input
      size="small"
      maxLength={500}
      value={note}
      placeholder={say('sets.column.note')}
      aria-label={say('sets.note.in', { name: set.name })}
      onChange={(event) => setNote(event.target.value)}
      onKeyDown={press}
      onBlur={keep}
    />
  )
}
