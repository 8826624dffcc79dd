import { useState } from 'react'
import type { KnownParty } from '../../shared/people/contract.ts'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { MergesInto } from './MergesInto.tsx'
import { PartyObjects } from './PartyObjects.tsx'
import { PartyPicker } from './PartyPicker.tsx'
import { merging } from './view.ts'

/** What hangs on a party: its objects, what was merged into it, its history, and the ways to merge or remove it. */
export function PartyBeside({ known, touched }: { readonly known: KnownParty; readonly touched: boolean }) {
  const say = useWords()
  const { party, roles, merges } = known
  const [choosing, setChoosing] = useState(false)
  const [history, setHistory] = useState(false)
  const remove = async (removed: boolean): Promise<void> => {
    await museum.people.remove({ id: party.id, revision: party.revision, removed })
    saved(removed ? 'people.remove.done' : 'people.remove.backDone')
  }
  if (party.removedAt !== null) {
    const back = <Button onClick={() => void remove(false).catch(failed)}>{say('people.remove.back')}</Button>
    return (
      <Notice tone="warned" deeds={back} testId="party-removed">
        {say('people.removed')}
      </Notice>
    )
  }
  return (
    <>
      <PartyObjects id={party.id} roles={roles} />
      <MergesInto merges={merges} />
      <section aria-label={say('people.history')}>
        <h3>
          {say('people.history')}{' '}
          <button
            type="button"
            className="plain"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {say(history ? 'people.history.hide' : 'people.history.show')}
          </button>
        </h3>
        {history ? <RecordHistory recordId={party.id} touched={touched} parts={[]} /> : null}
      </section>
      <div className="party-deeds" data-apart>
        <Button disabled={touched} onClick={() => setChoosing(!choosing)}>
          {say('people.merge')}
        </Button>
        <Button type="text" disabled={touched} onClick={() => void remove(true).catch(failed)}>
          {say('people.remove')}
        </Button>
        {choosing ? (
          <PartyPicker
            label={say('people.merge.into')}
            except={party.id}
            choose={(kept) => {
              setChoosing(false)
              merging.set({ gone: party.id, kept: kept.id })
            }}
          />
        ) : null}
      </div>
    </>
  )
}
