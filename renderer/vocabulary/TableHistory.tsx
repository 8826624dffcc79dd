import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { vocabulary } from '../../shared/vocabulary/contract.ts'
import { table, TABLE_NAMES } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords, type Say } from '../kit/words.ts'
import { isWithdrawn } from './status.ts'

type Entry = z.output<typeof vocabulary.history.output>['entries'][number]

/** What was changed in the tables of late, by whom. */
export function TableHistory() {
  const say = useWords()
  const { data } = useQuery({
    queryKey: ['vocabulary', 'history'],
    queryFn: () => museum.vocabulary.history({ limit: 20 }),
  })
  if (!data || data.entries.length === 0) return null
  return (
    <section aria-labelledby="table-history" data-testid="table-history">
      <h2 id="table-history">{say('vocabulary.history')}</h2>
      <ul className="table-history">
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <span className="soft">
              {shownInstant(entry.at)} {entry.person}
            </span>{' '}
            {aboutWords(say, entry)}{' '}
            {Object.entries(entry.changes)
              .map(([what, change]) => deedWords(say, what, change))
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

function aboutWords(say: Say, entry: Entry): string {
  const name = TABLE_NAMES.find((one) => one === entry.table)
  if (!name) return entry.table
  const label = table(name).values.find(({ code }) => code === entry.code)?.label ?? entry.code
  return say('vocabulary.history.about', { table: say(`vocabulary.table.${name}`), label })
}

function deedWords(say: Say, what: string, [before, after]: Entry['changes'][string]): string {
  const said = { before: before ?? '', after: after ?? '' }
  if (what === 'label')
    return say(before === null ? 'vocabulary.history.added' : 'vocabulary.history.renamed', said)
  if (what === 'alias')
    return say(before === null ? 'vocabulary.history.alias' : 'vocabulary.history.noAlias', said)
  if (what === 'merged')
    return say(before === null ? 'vocabulary.history.merged' : 'vocabulary.history.unmerged', said)
  return say(
    after !== null && isWithdrawn(after) ? 'vocabulary.history.withdrawn' : 'vocabulary.history.restored'
  )
}
