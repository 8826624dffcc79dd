import { fieldOfTable } from '../../shared/vocabulary/rules.ts'
import type { TableName } from '../../shared/vocabulary/tables.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { seeHolders } from './going.ts'
import { showValue } from './shown.ts'

interface Props {
  readonly name: TableName
  readonly strays: readonly { readonly value: string; readonly count: number }[]
  readonly chosen: string | null
}

/** What stands in records and in no table: to be merged into a value, or made one of the museum's own. */
export function Strays({ name, strays, chosen }: Props) {
  const say = useWords()
  const field = fieldOfTable(name)
  if (strays.length === 0 || !field) return null
  return (
    <section aria-labelledby="strays" data-testid="strays">
      <h2 id="strays">{say('vocabulary.strays')}</h2>
      <p className="soft">{say('vocabulary.strays.what')}</p>
      <ul className="strays">
        {strays.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              className="plain"
              aria-pressed={value === chosen}
              onClick={() => showValue({ stray: value })}
            >
              {value}
            </button>
            <button
              type="button"
              className="plain"
              aria-label={say('vocabulary.open', { label: value, count: shownCount(count) })}
              onClick={() => void seeHolders(field.id, value)}
            >
              {shownCount(count)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
