import { useState } from 'react'
import type { KnownParty } from '../../shared/people/contract.ts'
import { Button } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { UnmergePreview } from './UnmergePreview.tsx'

/** What was merged into a party, newest first; each can be undone at any time. */
export function MergesInto({ merges }: { readonly merges: KnownParty['merges'] }) {
  const say = useWords()
  const [looked, setLooked] = useState<string | null>(null)
  if (merges.length === 0) return null
  return (
    <section aria-label={say('people.merges')} data-testid="merges">
      <h3>{say('people.merges')}</h3>
      <ul className="party-merges">
        {merges.map((merge) => (
          <li key={merge.id}>
            <strong>{merge.goneName}</strong>{' '}
            <span className="soft">
              {say('people.merges.one', {
                at: shownInstant(merge.at),
                person: merge.person,
                count: merge.links,
              })}
            </span>{' '}
            {merge.undoneAt === null ? (
              <Button onClick={() => setLooked(merge.id)}>{say('people.merges.undo')}</Button>
            ) : (
              <span className="soft">
                {say('people.merges.undone', { at: shownInstant(merge.undoneAt) })}
              </span>
            )}
            {looked === merge.id && merge.undoneAt === null ? (
              <UnmergePreview merge={merge.id} leave={() => setLooked(null)} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
