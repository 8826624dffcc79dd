import { useState } from 'react'
import type { Facet } from '../../shared/catalogue/fields.ts'
import { isOwnId, type OwnId } from '../../shared/fields/record.ts'
import { anyField } from '../fields/own.ts'
import { Checkbox, Input } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { initialsMatch } from '../kit/initials.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { choicesFor, shownValue } from './choices.ts'
import { choose, chooseOwn } from './view.ts'

interface Counted {
  readonly value: string | null
  readonly count: number
}

/** A facet of the national table, or a code list of the museum's own. */
export type Counting = Facet | OwnId

const AT_FIRST = 7
const SEARCH_FROM = 14

/** Chosen values stand on top; a short code table keeps its own order, longer lists go by count. */
function arranged(
  facet: Counting,
  counts: readonly Counted[],
  chosen: readonly (string | null)[]
): Counted[] {
  const missing = chosen
    .filter((value) => !counts.some((one) => one.value === value))
    .map((value) => ({ value, count: 0 }))
  const field = anyField(facet)
  const order = field === undefined || field.kind === 'era' ? [] : choicesFor(field)
  const places = new Map(order.length <= AT_FIRST ? order.map(({ value, ordinal }) => [value, ordinal]) : [])
  const rank = ({ value }: Counted): number => (value === null ? 99 : (places.get(value) ?? 0))
  const all = [...counts, ...missing].map((one, at) => ({ one, at }))
  all.sort(
    (a, b) =>
      Number(chosen.includes(b.one.value)) - Number(chosen.includes(a.one.value)) ||
      rank(a.one) - rank(b.one) ||
      a.at - b.at
  )
  return all.map(({ one }) => one)
}

export function FacetList(props: {
  readonly facet: Counting
  readonly counts: readonly Counted[]
  readonly chosen: readonly (string | null)[]
  readonly folded: boolean
  readonly fold: (facet: Counting) => void
}) {
  const say = useWords()
  const { facet, chosen, folded } = props
  const [all, setAll] = useState(false)
  const [text, setText] = useState('')
  const values = folded ? [] : arranged(facet, props.counts, chosen)
  const words = (value: string | null): string =>
    value === null ? say('catalogue.facet.none') : shownValue(facet, value)
  const fitting = text === '' ? values : values.filter(({ value }) => initialsMatch(words(value), text))
  const shown = all || text !== '' ? fitting : fitting.slice(0, Math.max(AT_FIRST, chosen.length))
  const take = (values: readonly (string | null)[]): void =>
    isOwnId(facet) ? chooseOwn(facet, values) : choose(facet, values)
  const toggle = (value: string | null): void =>
    take(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <div className="facet" data-facet={facet}>
      <button type="button" className="facet-head" aria-expanded={!folded} onClick={() => props.fold(facet)}>
        <Glyph name={folded ? 'right' : 'down'} />
        {say.open(`field.${facet}`)}
        {chosen.length === 0 ? null : <span className="facet-chosen">{chosen.length}</span>}
      </button>
      {folded ? null : (
        <>
          {values.length >= SEARCH_FROM ? (
            <Input
              allowClear
              value={text}
              placeholder={say('catalogue.facet.search')}
              aria-label={say('catalogue.facet.search.in', { facet: say.open(`field.${facet}`) })}
              onChange={(event) => setText(event.target.value)}
            />
          ) : null}
          <ul>
            {shown.map(({ value, count }) => (
              <li key={value ?? ''}>
                <Checkbox checked={chosen.includes(value)} onChange={() => toggle(value)}>
                  <span className={value === null ? 'soft' : undefined} title={words(value)}>
                    {words(value)}
                  </span>
                </Checkbox>
                <span className="figure soft">{shownCount(count)}</span>
              </li>
            ))}
          </ul>
          {fitting.length > shown.length || (all && text === '' && fitting.length > AT_FIRST) ? (
            <button type="button" className="plain" onClick={() => setAll(!all)}>
              {all
                ? say('catalogue.facet.fewer')
                : say('catalogue.facet.more', { count: fitting.length - shown.length })}
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}
