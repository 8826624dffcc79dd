import { useState } from 'react'
import type { z } from 'zod'
import type { quality } from '../../shared/quality/contract.ts'
import { QUALITY_RULES, type QualityRule } from '../../shared/quality/rules.ts'
import { Checkbox } from '../kit/controls.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { seeObjects } from './going.ts'

type Count = z.output<typeof quality.overview.output>['rules'][number]

/** All rules, also those that are not judged yet; a number opens the objects in the catalogue. */
export function RuleList({ counts }: { readonly counts: readonly Count[] }) {
  const say = useWords()
  const [only, setOnly] = useState(true)
  const byId = new Map(counts.map((count) => [count.id, count]))
  const found = (id: string): number => {
    const count = byId.get(id)
    return count ? count.errors + count.warnings + count.accepted : 0
  }
  const shown = only ? QUALITY_RULES.filter(({ id }) => found(id) > 0) : QUALITY_RULES
  return (
    <section aria-labelledby="quality-rules">
      <div className="room-head">
        <h2 id="quality-rules">{say('quality.rules')}</h2>
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {say('quality.rules.only')}
        </Checkbox>
      </div>
      <p className="soft">{say('quality.rules.what')}</p>
      <table className="table" data-testid="rules">
        <thead>
          <tr>
            <th scope="col">{say('quality.column.rule')}</th>
            <th scope="col">{say('quality.column.says')}</th>
            <th scope="col" className="figure">
              {say('quality.column.errors')}
            </th>
            <th scope="col" className="figure">
              {say('quality.column.warnings')}
            </th>
            <th scope="col" className="figure">
              {say('quality.column.accepted')}
            </th>
            <th scope="col">{say('quality.column.place')}</th>
            <th scope="col">{say('quality.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => (
            <Rule key={rule.id} rule={rule} count={byId.get(rule.id)} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p>{say('quality.record.none')}</p> : null}
    </section>
  )
}

function Rule({ rule, count }: { readonly rule: QualityRule; readonly count: Count | undefined }) {
  const say = useWords()
  const { id, place, levels, source } = rule
  const name = say.open(`quality.name.${id}`, {}, id)
  const way = (objects: number) =>
    objects === 0 ? (
      <span className="soft">0</span>
    ) : (
      <button
        type="button"
        className="plain"
        aria-label={say('quality.open', { rule: name, count: objects })}
        onClick={() => void seeObjects(id)}
      >
        {shownCount(objects)}
      </button>
    )
  const judged = place === 'record' || place === 'museum'
  return (
    <tr data-rule={id}>
      <th scope="row">{name}</th>
      <td>
        {say.open(`quality.rule.${id}`)}{' '}
        <span className="soft">{levels.map((level) => say(`quality.level.${level}`)).join('/')}</span>
      </td>
      <td className="figure">{judged ? way(count?.errors ?? 0) : '—'}</td>
      <td className="figure">{judged ? way(count?.warnings ?? 0) : '—'}</td>
      <td className="figure">{judged ? shownCount(count?.accepted ?? 0) : '—'}</td>
      <td>{say(`quality.place.${place}`)}</td>
      <td>{source}</td>
    </tr>
  )
}
