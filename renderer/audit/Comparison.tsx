import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { audit, AuditEntry } from '../../shared/audit/contract.ts'
import { FIELD_IDS } from '../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { readThingKey } from '../../shared/media/keys.ts'
import { museum } from '../bridge/museum.ts'
import { Button, Checkbox } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { changeWords, toldValue } from './changes.ts'
import { MomentChoice } from './MomentChoice.tsx'
import type { Pair } from './RecordHistory.tsx'

type Answer = z.output<typeof audit.compare.output>
type Line = Answer['lines'][number]

const ORDER = new Map<string, number>(FIELD_IDS.map((id, at) => [id, at]))
const lastly = FIELD_IDS.length
/** Fields in the order of the form, each with its text beside it; then all else as it comes. */
const placeOf = ({ key }: Line): number =>
  ORDER.get(key) ?? (ORDER.get(key.replace(/^literals\./, '')) ?? lastly) + 0.5

/** A record at two moments: what differs, or all that either says; pictures as pictures. */
export function Comparison(props: {
  readonly recordId: string
  readonly parts: readonly Part[]
  readonly entries: readonly AuditEntry[]
  readonly pair: Pair
  readonly choose: (pair: Pair) => void
  readonly close: () => void
}) {
  const say = useWords()
  const { recordId, entries, pair } = props
  const [all, setAll] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['audit', 'compare', recordId, pair],
    queryFn: () => museum.audit.compare({ recordId, ...pair }),
  })
  const differing = data?.lines.filter(({ then, now }) => then !== now) ?? []
  const shown = [...(all ? (data?.lines ?? []) : differing)].sort((a, b) => placeOf(a) - placeOf(b))
  return (
    <section className="comparison" aria-label={say('audit.compare')} data-testid="comparison">
      <div className="comparison-head">
        <MomentChoice
          label={say('audit.compare.then')}
          moment={pair.then}
          entries={entries}
          choose={(then) => props.choose({ ...pair, then })}
        />
        <MomentChoice
          label={say('audit.compare.now')}
          moment={pair.now}
          entries={entries}
          choose={(now) => props.choose({ ...pair, now })}
        />
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          {say('audit.compare.all')}
        </Checkbox>
        <Button onClick={props.close}>{say('audit.compare.close')}</Button>
      </div>
      {error ? <FaultNotice error={error} /> : null}
      {data?.thenThere === false ? <p className="soft">{say('audit.compare.thenGone')}</p> : null}
      {data?.nowThere === false ? <p className="soft">{say('audit.compare.nowGone')}</p> : null}
      {data && differing.length === 0 ? <p>{say('audit.compare.same')}</p> : null}
      {shown.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('audit.field')}</th>
              <th scope="col">{say('audit.compare.then')}</th>
              <th scope="col">{say('audit.compare.now')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr
                key={line.key}
                className={line.then === line.now ? undefined : 'differs'}
                data-key={line.key}
              >
                <th scope="row">{changeWords(say, line.key, props.parts)}</th>
                <td>
                  <Said at={line.key} value={line.then} parts={props.parts} pictures={data?.pictures ?? {}} />
                </td>
                <td>
                  <Said at={line.key} value={line.now} parts={props.parts} pictures={data?.pictures ?? {}} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Said(props: {
  readonly at: string
  readonly value: FieldValue
  readonly parts: readonly Part[]
  readonly pictures: Answer['pictures']
}) {
  const say = useWords()
  const thing = readThingKey(props.at)
  const file = thing?.thing === 'picture' && thing.part === null ? props.pictures[thing.id] : undefined
  const words = toldValue(say, props.at, props.value, props.parts)
  if (words === '') return <span className="soft">{say('common.nothing')}</span>
  if (file === undefined) return words
  return (
    <figure className="compared-picture">
      <img src={`app://media/${file}?w=320`} alt={words} loading="lazy" />
      <figcaption>{words}</figcaption>
    </figure>
  )
}
