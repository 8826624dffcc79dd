import { useQuery } from '@tanstack/react-query'
import type { Twin } from '../../shared/quality/contract.ts'
import { museum } from '../bridge/museum.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { seeObject } from './going.ts'

const AT_ONCE = 30
/** What twins are told apart by; name, size and pieces are the same and stand above them. */
const APART = ['era', 'grade', 'place', 'source'] as const
const FIELD = { era: 'eraText', grade: 'grade', place: 'place', source: 'source' } as const

/** N7: objects of the same name, size and number of pieces, beside each other. */
export function Twins() {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'quality', 'twins'],
    queryFn: () => museum.quality.duplicates({ limit: AT_ONCE }),
  })
  if (error) return <FaultNotice error={error} />
  if (!data || data.total === 0) return null
  return (
    <section aria-labelledby="quality-twins" data-testid="twins">
      <div className="room-head">
        <h2 id="quality-twins">{say('quality.twins')}</h2>
        <span className="soft">
          {say('quality.twins.total', { count: data.total })}
          {data.total > data.groups.length
            ? ` · ${say('quality.twins.shown', { count: data.groups.length })}`
            : null}
        </span>
      </div>
      <p className="soft">{say('quality.twins.what')}</p>
      {data.groups.map((group) => (
        <Group key={group[0]?.id} group={group} />
      ))}
    </section>
  )
}

function Group({ group }: { readonly group: readonly Twin[] }) {
  const say = useWords()
  const [first] = group
  if (!first) return null
  return (
    <article className="twins">
      <h3>
        {first.name} <span className="soft">{first.size}</span>{' '}
        <span className="soft">
          {say('quality.twins.pieces')}{' '}
          {first.pieces === null ? say('common.nothing') : shownCount(first.pieces)}
        </span>
      </h3>
      <div className="twins-beside">
        {group.map((twin) => (
          <dl key={twin.id}>
            <dt>{say('field.number')}</dt>
            <dd>
              <button
                type="button"
                className="plain"
                aria-label={say('quality.twins.open', { number: twin.number })}
                onClick={() => void seeObject('N7', twin.id)}
              >
                {twin.number}
              </button>
            </dd>
            {APART.map((key) => (
              <div key={key} className={group.some((one) => one[key] !== first[key]) ? 'apart' : undefined}>
                <dt>{say(`field.${FIELD[key]}`)}</dt>
                <dd>{twin[key] ?? <span className="soft">{say('common.nothing')}</span>}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </article>
  )
}
