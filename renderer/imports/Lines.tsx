import { Button, Select } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { LineRow } from './LineRow.tsx'
import { aboutWords } from './notes.ts'
import type { Verdict } from './RehearsalStep.tsx'
import { useLines } from './useLines.ts'

/** Row by row: what each would become, what changes, and what is remarked about it. */
export function Lines(props: {
  readonly batch: string
  readonly verdict: Verdict
  readonly code: string | null
  readonly codes: readonly string[]
  readonly setCode: (code: string | null) => void
}) {
  const say = useWords()
  const { batch, verdict, code } = props
  const { lines, total, shown } = useLines(batch, verdict, code)
  return (
    <div className="lines">
      {props.codes.length === 0 ? null : (
        <Select<string>
          className="lines-filter"
          allowClear
          value={code}
          placeholder={say('imports.lines.all')}
          aria-label={say('imports.lines.filter')}
          options={props.codes.map((one) => ({ value: one, label: aboutWords(say, one) }))}
          onChange={(next: string | undefined) => props.setCode(next ?? null)}
        />
      )}
      {lines.error ? <FaultNotice error={lines.error} /> : null}
      {lines.data && total === 0 ? <Empty title={say(`imports.lines.none.${verdict}`)} /> : null}
      {shown.length === 0 ? null : (
        <div className="lines-table" tabIndex={0} role="region" aria-label={say('imports.lines')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('imports.row')}</th>
                <th scope="col">{say('field.number')}</th>
                <th scope="col">{say('field.name')}</th>
                <th scope="col">{say('imports.lines.notes')}</th>
                <th scope="col">{say('imports.lines.changes')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <LineRow key={line.position} line={line} />
              ))}
            </tbody>
          </table>
          {lines.hasNextPage ? (
            <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
              {say('imports.lines.more', { shown: shownCount(shown.length), rows: shownCount(total) })}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  )
}
