import { promoteHeading } from '../fields/promote.ts'
import { useWords } from '../kit/words.ts'

/** Columns of the museum's own file that are none of our fields, as they stood there. */
export function Extras({ extras }: { readonly extras: Readonly<Record<string, string>> }) {
  const say = useWords()
  const entries = Object.entries(extras)
  if (entries.length === 0) return null
  return (
    <section className="extras">
      <h3>{say('catalogue.extras')}</h3>
      <dl>
        {entries.map(([heading, text]) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>
              {text}{' '}
              <button type="button" className="plain" onClick={() => promoteHeading(heading, [text])}>
                {say('own.promote')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
