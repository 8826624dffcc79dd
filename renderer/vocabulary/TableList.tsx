import { TABLE_NAMES, table, type TableName } from '../../shared/vocabulary/tables.ts'
import { fieldOfTable } from '../../shared/vocabulary/rules.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { showTable } from './shown.ts'
import { statusKey } from './status.ts'
import type { Uses } from './uses.ts'

const OF_FIELDS = TABLE_NAMES.filter((name) => fieldOfTable(name))
const FOR_READING = TABLE_NAMES.filter((name) => !fieldOfTable(name))

/** All tables: those that fields take their values from, and those that only help to read what is written. */
export function TableList({ now, uses }: { readonly now: TableName; readonly uses: Uses | null }) {
  const say = useWords()
  return (
    <nav className="vocabulary-tables" aria-label={say('vocabulary.tables')}>
      <h2>{say('vocabulary.tables.fields')}</h2>
      <Names names={OF_FIELDS} now={now} uses={uses} />
      <h2>{say('vocabulary.tables.reading')}</h2>
      <Names names={FOR_READING} now={now} uses={null} />
    </nav>
  )
}

function Names(props: {
  readonly names: readonly TableName[]
  readonly now: TableName
  readonly uses: Uses | null
}) {
  const say = useWords()
  const { now, uses } = props
  return (
    <ul>
      {props.names.map((name) => {
        const { values, status } = table(name)
        const own = values.filter((value) => value.own).length
        const strays = uses?.strays(name).length ?? 0
        return (
          <li key={name}>
            <button
              type="button"
              data-table={name}
              aria-current={name === now ? 'true' : undefined}
              onClick={() => showTable(name)}
            >
              <strong>{say(`vocabulary.table.${name}`)}</strong>
              <span className="soft">
                {say(statusKey(status))} · {say('vocabulary.values', { count: values.length })}
                {uses ? ` · ${say('vocabulary.inUse', { count: shownCount(uses.inUse(name)) })}` : null}
                {own === 0 ? null : ` · ${say('vocabulary.own.count', { count: own })}`}
                {strays === 0 ? null : ` · ${say('vocabulary.strays.count', { count: strays })}`}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
