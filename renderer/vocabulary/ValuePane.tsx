import { useState } from 'react'
import { choosable, fieldOfTable, storedAs, takesOwnValues } from '../../shared/vocabulary/rules.ts'
import type { TableName, VocabularyTable, VocabularyValue } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { Aliases } from './Aliases.tsx'
import { DeedForm } from './DeedForm.tsx'
import { seeHolders } from './going.ts'
import { isWithdrawn, statusKey } from './status.ts'

interface Props {
  readonly name: TableName
  readonly table: VocabularyTable
  readonly value: VocabularyValue | null
  /** A value that stands in records and in no table. */
  readonly stray: string | null
  readonly count: number | null
  readonly add: () => void
}

/** One value: what is known of it, and what can be done with it. */
export function ValuePane(props: Props) {
  const say = useWords()
  const { name, table, value, stray } = props
  const [error, setError] = useState<unknown>(null)
  const field = fieldOfTable(name)
  const status = value?.status ?? table.status
  const label = value?.label ?? stray ?? ''
  const into = value && table.values.find(({ code }) => code === value.mergedInto)
  const isMerged = value?.mergedInto !== undefined
  const setWithdrawn = async (code: string, withdrawn: boolean): Promise<void> => {
    setError(null)
    const about = { table: name, code }
    const { objects } = withdrawn
      ? await museum.vocabulary.withdraw(about)
      : await museum.vocabulary.restore(about)
    saved(withdrawn ? 'vocabulary.withdrawn' : 'vocabulary.restored', { label, count: objects })
  }
  return (
    <div className="vocabulary-form" data-testid="value">
      <h2>{label}</h2>
      <dl>
        <dt>{say('vocabulary.whose')}</dt>
        <dd>
          {say(
            stray !== null
              ? 'vocabulary.whose.nobody'
              : value?.own
                ? 'vocabulary.whose.own'
                : 'vocabulary.whose.national'
          )}
        </dd>
        {value ? (
          <>
            <dt>{say('vocabulary.column.status')}</dt>
            <dd>{say(statusKey(status))}</dd>
          </>
        ) : null}
        {value && (value.start !== undefined || value.end !== undefined) ? (
          <>
            <dt>{say('vocabulary.years')}</dt>
            <dd className="figure-left">
              {say('vocabulary.years.span', { start: value.start ?? '…', end: value.end ?? '…' })}
            </dd>
          </>
        ) : null}
        {props.count !== null && field && value ? (
          <>
            <dt>{say('vocabulary.column.objects')}</dt>
            <dd>
              {props.count === 0 ? (
                say('vocabulary.unused')
              ) : (
                <button
                  type="button"
                  className="plain"
                  onClick={() => void seeHolders(field.id, storedAs(name, value))}
                >
                  {say('vocabulary.see', { count: shownCount(props.count) })}
                </button>
              )}
            </dd>
          </>
        ) : null}
      </dl>
      {value?.note === undefined ? null : <p className="soft">{value.note}</p>}
      {into ? <Notice tone="told">{say('vocabulary.mergedInto', { label: into.label })}</Notice> : null}
      {isWithdrawn(status) && value && !isMerged ? (
        <Notice tone="told">{say('vocabulary.withdrawn.what')}</Notice>
      ) : null}
      {error === null ? null : <FaultNotice error={error} />}
      {value && field && !isMerged ? <Aliases name={name} value={value} failed={setError} /> : null}
      {value && field && !isMerged ? (
        <div className="vocabulary-deeds">
          <Button onClick={() => void setWithdrawn(value.code, !isWithdrawn(status)).catch(setError)}>
            {say(isWithdrawn(status) ? 'vocabulary.restore' : 'vocabulary.withdraw')}
          </Button>
        </div>
      ) : null}
      {stray !== null && takesOwnValues(name) ? (
        <div className="vocabulary-deeds">
          <Button onClick={props.add}>{say('vocabulary.strays.add')}</Button>
        </div>
      ) : null}
      {takesOwnValues(name) && !isMerged ? (
        <DeedForm
          name={name}
          value={value}
          from={value ? storedAs(name, value) : (stray ?? '')}
          label={label}
          targets={choosable(name, table).filter((one) => one !== value && !isWithdrawn(one.status))}
        />
      ) : null}
    </div>
  )
}
