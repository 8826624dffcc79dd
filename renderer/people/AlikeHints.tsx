import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { noParty, type PartyValues } from '../../shared/people/record.ts'
import { tidyParty } from '../../shared/people/rules.ts'
import { museum } from '../bridge/museum.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useWords } from '../kit/words.ts'
import { openParty } from './view.ts'

/** Parties that may be the one being typed, each with why and a way to it. */
export function AlikeHints(props: {
  readonly values: PartyValues
  readonly except: string | null
  readonly asked: boolean
}) {
  const say = useWords()
  const { kind, name, otherNames, phone, idNumber, born, died } = useDeferredValue(props.values)
  const values = tidyParty(noParty, { kind, name, otherNames, phone, idNumber, born, died })
  const { data } = useQuery({
    queryKey: ['people', 'alike', values, props.except],
    queryFn: () => museum.people.alike({ values, except: props.except }),
    enabled: props.asked && (name !== '' || phone !== null || idNumber !== null),
  })
  if (!props.asked || !data || data.alike.length === 0) return null
  return (
    <div className="alike" role="status" data-testid="alike">
      <p className="mark-warning">
        <Glyph name="warning" />
        {say('people.alike')}
      </p>
      <ul>
        {data.alike.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain" onClick={() => openParty(one.id)}>
              {one.name}
            </button>{' '}
            <span className="soft">
              {one.lived} {say(`people.kind.${one.kind}`)}{' '}
              {say('people.objects.count', { count: one.objects })}
            </span>{' '}
            {one.reasons.map((why) => say(`people.why.${why}`)).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
