import { useMemo } from 'react'
import type { ObjectSet } from '../../shared/sets/contract.ts'
import { view } from '../catalogue/view.ts'
import { useDeed, useNamedDeeds } from '../frame/deeds.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { quietly } from '../views/deeds.ts'
import { openSet } from '../views/now.ts'
import { SideRow, type RowDeed } from '../views/SideRow.tsx'
import { askNewSet, removeSet, setAsking, shiftSet } from './deeds.ts'
import { useSets } from './useSets.ts'

const NONE: readonly ObjectSet[] = []

/** The sets beside the saved views. */
export function SetSide({ folded, fold }: { readonly folded: boolean; readonly fold: () => void }) {
  const say = useWords()
  const { find } = view.use()
  const sets = useSets() ?? NONE
  useDeed('sets.make', askNewSet)
  const named = useMemo(
    () =>
      sets.map(({ id, name }) => ({
        key: `set-${id}`,
        name: say('sets.chip', { name }),
        run: () => quietly(openSet(id)),
      })),
    [sets, say]
  )
  useNamedDeeds('sets', named)
  const deedsOf = (set: ObjectSet): RowDeed[] => [
    { key: 'open', words: say('views.open'), run: () => quietly(openSet(set.id)) },
    { key: 'edit', words: say('sets.edit'), run: () => setAsking.set({ kind: 'edit', set }) },
    { key: 'combine', words: say('sets.combine'), run: () => setAsking.set({ kind: 'combine', first: set }) },
    { key: 'up', words: say('views.up'), run: () => quietly(shiftSet(sets, set.id, -1)) },
    { key: 'down', words: say('views.down'), run: () => quietly(shiftSet(sets, set.id, 1)) },
    { key: 'remove', words: say('sets.remove'), danger: true, run: () => quietly(removeSet(set)) },
  ]
  return (
    <section aria-label={say('sets.title')}>
      <div className="side-head">
        <button type="button" aria-expanded={!folded} onClick={fold}>
          <Glyph name={folded ? 'right' : 'down'} />
          {say('sets.title')}
        </button>
        <button
          type="button"
          className="side-more"
          aria-label={say('sets.make')}
          title={say('sets.make')}
          onClick={askNewSet}
        >
          <Glyph name="plus" />
        </button>
      </div>
      {folded ? null : (
        <ul data-testid="sets">
          {sets.map((set) => (
            <SideRow
              key={set.id}
              name={set.name}
              title={[set.name, say(`sets.kind.${set.kind}`), set.note ?? ''].filter(Boolean).join(' · ')}
              count={set.count}
              current={find.set === set.id}
              open={() => quietly(openSet(set.id))}
              deeds={deedsOf(set)}
            />
          ))}
        </ul>
      )}
      {!folded && sets.length === 0 ? <p className="side-empty soft">{say('sets.none')}</p> : null}
    </section>
  )
}
