import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Held } from './roles.ts'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { rolesInWords } from './roles.ts'
import { seeObject, seeObjectsOf } from './view.ts'

const AT_ONCE = 50

/** The objects of a party by role; each opens in the catalogue. */
export function PartyObjects({ id, roles }: { readonly id: string; readonly roles: readonly Held[] }) {
  const say = useWords()
  const [limit, setLimit] = useState(AT_ONCE)
  const { data, error } = useQuery({
    queryKey: ['people', 'objects', id, limit],
    queryFn: () => museum.people.objects({ id, limit }),
    placeholderData: keepPreviousData,
  })
  if (error) return <FaultNotice error={error} />
  return (
    <section aria-label={say('people.objects')} data-testid="party-objects">
      <h3>
        {say('people.objects')} <span className="soft">{rolesInWords(say, roles)}</span>{' '}
        {data && data.total > 0 ? (
          <button type="button" className="plain" onClick={() => void seeObjectsOf(id)}>
            {say('people.objects.see')}
          </button>
        ) : null}
      </h3>
      {data?.total === 0 ? <p className="soft">{say('people.objects.none')}</p> : null}
      <ul className="party-objects">
        {(data?.rows ?? []).map((row) => (
          <li key={row.link}>
            <span className="soft">{say(`people.role.${row.role}`)}</span>
            <button
              type="button"
              className="plain"
              aria-label={say('people.objects.open', { number: row.number })}
              onClick={() => void seeObject(row.objectId)}
            >
              {row.number} {row.name}
            </button>
            <span className="soft">{row.note}</span>
          </li>
        ))}
      </ul>
      {data && data.rows.length < data.total && limit < 500 ? (
        <Button onClick={() => setLimit(Math.min(500, limit * 4))}>{say('people.more')}</Button>
      ) : null}
    </section>
  )
}
