import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { promoteHeading } from './promote.ts'

/** Columns that came in with the museum's files and are no field: each may become one, for all records that have it. */
export function HeadingsBeside() {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['catalogue', 'headings'],
    queryFn: () => museum.fields.headings({}),
  })
  const headings = data?.headings ?? []
  if (headings.length === 0) return null
  return (
    <section className="own-headings" aria-label={say('own.headings')}>
      <h3>{say('own.headings')}</h3>
      <p className="soft">{say('own.headings.what')}</p>
      <ul>
        {headings.map(({ heading, objects }) => (
          <li key={heading}>
            <span>{heading}</span>
            <span className="soft figure">
              {say('own.headings.objects', { objects: shownCount(objects) })}
            </span>
            <button type="button" className="plain" onClick={() => promoteHeading(heading, [])}>
              {say('own.promote')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
