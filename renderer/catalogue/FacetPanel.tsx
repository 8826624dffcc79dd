import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import { FACETS } from '../../shared/catalogue/fields.ts'
import { ownId } from '../../shared/fields/record.ts'
import { museum } from '../bridge/museum.ts'
import { useSetting } from '../bridge/useSetting.ts'
import { useOwnFields } from '../fields/own.ts'
import { tables } from '../bridge/tables.ts'
import { settled } from '../kit/later.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { FacetList, type Counting } from './FacetList.tsx'
import { chooseRedHint, view } from './view.ts'

const foldedShape = z.array(z.union([z.enum(FACETS), ownId]))
const FOLDED: Counting[] = ['completeness', 'condition', 'source', 'redRelic']

/** Counts beside the list: each facet with the other facets applied. */
export function FacetPanel() {
  const say = useWords()
  tables.use()
  const { find } = view.use()
  const own = useOwnFields().filter(({ kind }) => kind === 'code')
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'facets', find],
    queryFn: () => museum.catalogue.facets({ find }),
    placeholderData: keepPreviousData,
    enabled: settled.use(),
  })
  const [folded, keep] = useSetting('catalogue.folded', foldedShape, FOLDED)
  const fold = useCallback(
    (facet: Counting) => {
      keep(folded.includes(facet) ? folded.filter((one) => one !== facet) : [...folded, facet])
    },
    [folded, keep]
  )
  return (
    <section className="facets" aria-label={say('catalogue.facets')}>
      {error ? <FaultNotice error={error} /> : null}
      {data
        ? FACETS.map((facet) => (
            <FacetList
              key={facet}
              facet={facet}
              counts={data.facets[facet] ?? []}
              chosen={find.facets[facet] ?? []}
              folded={folded.includes(facet)}
              fold={fold}
            />
          ))
        : null}
      {data ? (
        <button
          type="button"
          className="plain facet-hint"
          title={say('catalogue.red.what')}
          aria-pressed={find.redHint === true}
          onClick={() => chooseRedHint(find.redHint === undefined)}
        >
          {say('catalogue.red.survey')}
        </button>
      ) : null}
      {data
        ? own.map(({ id }) => (
            <FacetList
              key={id}
              facet={id}
              counts={data.own[id] ?? []}
              chosen={find.own?.[id] ?? []}
              folded={folded.includes(id)}
              fold={fold}
            />
          ))
        : null}
    </section>
  )
}
