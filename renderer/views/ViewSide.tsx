import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import type { SavedView } from '../../shared/views/contract.ts'
import { museum } from '../bridge/museum.ts'
import { useSetting } from '../bridge/useSetting.ts'
import { isNarrowed, view } from '../catalogue/view.ts'
import { useNamedDeeds } from '../frame/deeds.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { settled } from '../kit/later.tsx'
import { useWords } from '../kit/words.ts'
import { SetSide } from '../sets/SetSide.tsx'
import { BUILT_IN } from './builtIn.ts'
import { useFreshCounts } from './counting.ts'
import { keepAs, quietly } from './deeds.ts'
import { openView, standing, type Opening } from './now.ts'
import { ViewRow } from './ViewRow.tsx'
import './views.css'

const NONE: readonly SavedView[] = []
const foldedShape = z.array(z.enum(['views', 'sets']))

/** Saved views and sets, where a registrar looks first: above the facets. */
export function ViewSide() {
  const say = useWords()
  const stands = standing.use()
  const { find } = view.use()
  const { data } = useQuery({
    queryKey: ['views', 'list'],
    queryFn: () => museum.views.list({}),
    enabled: settled.use(),
  })
  useFreshCounts()
  const saved = data?.views ?? NONE
  const [folded, keep] = useSetting('sideFolded', foldedShape, [])
  const fold = (part: 'views' | 'sets'): void =>
    keep(folded.includes(part) ? folded.filter((one) => one !== part) : [...folded, part])
  const all = useMemo((): readonly Opening[] => {
    // the museum's own stand before the rest of the program's
    const [whole, ...others] = BUILT_IN.map((one) => ({ ...one, name: null, revision: null }))
    return [...(whole ? [whole] : []), ...saved, ...others]
  }, [saved])
  const deeds = useMemo(
    () =>
      all.map((one) => ({
        key: `view-${one.id}`,
        name: say('views.stands', { name: one.name ?? say.open(`views.builtIn.${one.id}`) }),
        run: () => quietly(openView(one)),
      })),
    [all, say]
  )
  useNamedDeeds('views', deeds)
  const current = stands?.id ?? (isNarrowed(find) ? null : 'all')
  const isFolded = folded.includes('views')
  return (
    <div className="side">
      <section aria-label={say('views.title')}>
        <div className="side-head">
          <button type="button" aria-expanded={!isFolded} onClick={() => fold('views')}>
            <Glyph name={isFolded ? 'right' : 'down'} />
            {say('views.title')}
          </button>
          <button
            type="button"
            className="side-more"
            aria-label={say('views.keep')}
            title={say('views.keep')}
            onClick={keepAs}
          >
            <Glyph name="plus" />
          </button>
        </div>
        {isFolded ? null : (
          <ul data-testid="views">
            {all.map((one) => (
              <ViewRow
                key={one.id}
                view={one}
                saved={saved}
                isStart={data?.start === one.id}
                current={current === one.id}
              />
            ))}
          </ul>
        )}
      </section>
      <SetSide folded={folded.includes('sets')} fold={() => fold('sets')} />
    </div>
  )
}
