import { useEffect, useRef, type KeyboardEvent } from 'react'
import { storedAs, fieldOfTable } from '../../shared/vocabulary/rules.ts'
import type { TableName, VocabularyTable } from '../../shared/vocabulary/tables.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { seeHolders } from './going.ts'
import { showValue } from './shown.ts'
import { isWithdrawn, statusKey } from './status.ts'
import { aliasText, type Row } from './tree.ts'
import type { Uses } from './uses.ts'

interface Props {
  readonly name: TableName
  readonly table: VocabularyTable
  readonly rows: readonly Row[]
  readonly chosen: string | null
  readonly folded: ReadonlySet<string>
  readonly fold: (code: string) => void
  readonly uses: Uses | null
}

/** The values of a table as a tree: arrows walk, left and right fold, Tab goes on to the number and the value’s deeds. */
export function ValueTree({ name, table, rows, chosen, folded, fold, uses }: Props) {
  const say = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const at = rows.findIndex(({ value }) => value.code === chosen)
  // what was just added or is chosen elsewhere is brought into view
  useEffect(() => {
    if (chosen === null) return
    body.current?.querySelector(`tr[data-code="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const walkTo = (place: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))]
    if (!row) return
    showValue(row.value.code)
    body.current?.querySelector<HTMLElement>(`tr[data-code="${CSS.escape(row.value.code)}"]`)?.focus()
  }
  const press = (event: KeyboardEvent, place: number, row: Row): void => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return
    const isFolded = folded.has(row.value.code)
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walkTo(place + 1),
      ArrowUp: () => walkTo(place - 1),
      Home: () => walkTo(0),
      End: () => walkTo(rows.length - 1),
      ArrowRight: () => (row.below > 0 && isFolded ? fold(row.value.code) : walkTo(place + 1)),
      ArrowLeft: () =>
        row.below > 0 && !isFolded
          ? fold(row.value.code)
          : walkTo(rows.findLastIndex((one, here) => here < place && one.depth < row.depth)),
      Enter: () => showValue(row.value.code),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  return (
    <table className="table value-tree" role="treegrid" aria-label={say(`vocabulary.table.${name}`)}>
      <thead>
        <tr>
          <th scope="col">{say('vocabulary.column.label')}</th>
          <th scope="col">{say('vocabulary.column.code')}</th>
          <th scope="col">{say('vocabulary.column.aliases')}</th>
          <th scope="col">{say('vocabulary.column.status')}</th>
          <th scope="col" className="figure">
            {say('vocabulary.column.objects')}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, place) => {
          const { value, depth, below } = row
          const isChosen = value.code === chosen
          const status = value.status ?? table.status
          const count = uses?.of(name, value) ?? null
          const field = fieldOfTable(name)
          return (
            <tr
              key={value.code}
              data-code={value.code}
              className={isWithdrawn(status) ? 'gone' : undefined}
              aria-level={depth + 1}
              aria-selected={isChosen}
              aria-expanded={below === 0 ? undefined : !folded.has(value.code)}
              tabIndex={isChosen || (at < 0 && place === 0) ? 0 : -1}
              onClick={() => showValue(value.code)}
              onKeyDown={(event) => press(event, place, row)}
            >
              <th scope="row">
                <span className={`tree-place depth-${Math.min(depth, 5)}`}>
                  {below === 0 ? (
                    <span className="tree-leaf" />
                  ) : (
                    <button
                      type="button"
                      tabIndex={-1}
                      className="plain tree-fold"
                      aria-label={say(folded.has(value.code) ? 'vocabulary.unfold' : 'vocabulary.fold', {
                        label: value.label,
                      })}
                      onClick={(event) => {
                        event.stopPropagation()
                        fold(value.code)
                      }}
                    >
                      <Glyph name={folded.has(value.code) ? 'right' : 'down'} />
                    </button>
                  )}
                  <span className="tree-label">{value.label}</span>
                  {value.own ? <span className="own-mark">{say('vocabulary.own')}</span> : null}
                </span>
              </th>
              <td className="figure-left">{value.own ? '—' : value.code}</td>
              <td className="tree-aliases">
                <span title={value.aliases.map(aliasText).join('、')}>
                  {value.aliases.map(aliasText).join('、')}
                </span>
              </td>
              <td className="tree-status">{say(statusKey(status))}</td>
              <td className="figure">
                {count === null || count === 0 || !field ? (
                  <span className="soft">{count ?? '—'}</span>
                ) : (
                  <button
                    type="button"
                    className="plain"
                    tabIndex={isChosen ? 0 : -1}
                    aria-label={say('vocabulary.open', { label: value.label, count: shownCount(count) })}
                    onClick={() => void seeHolders(field.id, storedAs(name, value))}
                  >
                    {shownCount(count)}
                  </button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
