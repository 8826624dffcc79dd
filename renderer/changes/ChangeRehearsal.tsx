import { useState } from 'react'
import type { ChangeResult } from '../../shared/changes/contract.ts'
import { changeValue, changeWords } from '../audit/changes.ts'
import { aboutWords } from '../imports/notes.ts'
import { Button, Input, Segmented } from '../kit/controls.ts'
import { Mark } from '../kit/Mark.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { ChangeLines } from './ChangeLines.tsx'
import { backToFields, changing, commit, committing } from './changing.ts'

const PAIRS = 8

/** What would become of the records: counts, which values become which, and every cell. Nothing is done yet. */
export function ChangeRehearsal(props: {
  readonly result: ChangeResult
  readonly name: string
  /** A code table changes with the records. */
  readonly ofTable: boolean
}) {
  const { result, name, ofTable } = props
  const say = useWords()
  const [verdict, setVerdict] = useState<'change' | 'refused'>(result.changed === 0 ? 'refused' : 'change')
  const isRunning = committing.use().state === 'running'
  const codes = Object.entries(result.findings)
  return (
    <>
      <p role="status" data-testid="change-rehearsed">
        {say('changes.rehearsed', {
          changed: shownCount(result.changed),
          same: shownCount(result.unchanged),
          refused: shownCount(result.refused),
        })}
      </p>
      <div className="change-tallies">
        {result.fields.map((field) => (
          <FieldTally key={field.field} tally={field} />
        ))}
      </div>
      {codes.length === 0 ? null : (
        <ul className="change-findings" aria-label={say('changes.findings')}>
          {codes.map(([code, count]) => (
            <li key={code}>
              <Mark
                level="warning"
                text={say('changes.finding', { about: aboutWords(say, code), objects: shownCount(count) })}
              />
            </li>
          ))}
        </ul>
      )}
      {result.refused === 0 ? null : (
        <Segmented
          aria-label={say('changes.shown')}
          value={verdict}
          options={(['change', 'refused'] as const).map((one) => ({
            value: one,
            label: say(`imports.verdict.${one}`),
          }))}
          onChange={setVerdict}
        />
      )}
      {result.changed + result.refused === 0 ? (
        <p className="soft">
          {ofTable
            ? say('changes.onlyTable', { objects: shownCount(result.unchanged) })
            : say('changes.nothing')}
        </p>
      ) : (
        <ChangeLines batch={result.batch} verdict={verdict} />
      )}
      <div className="change-foot">
        <Button disabled={isRunning} onClick={backToFields}>
          {say(ofTable ? 'changes.leave' : 'changes.back')}
        </Button>
        <label className="change-name">
          <span>{say('imports.batch.name')}</span>
          <Input
            value={name}
            maxLength={200}
            disabled={isRunning}
            onChange={(event) => {
              const typed = event.target.value
              changing.set((now) => now && { ...now, name: typed })
            }}
          />
        </label>
        <Button
          type="primary"
          disabled={isRunning || (result.changed === 0 && !ofTable) || name.trim() === ''}
          onClick={() => void commit()}
        >
          {say('changes.commit', { objects: shownCount(result.changed) })}
        </Button>
      </div>
    </>
  )
}

function FieldTally({ tally }: { readonly tally: ChangeResult['fields'][number] }) {
  const say = useWords()
  const { field, pairs } = tally
  const shown = pairs.slice(0, PAIRS)
  const others = tally.changed - shown.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="change-tally">
      <h3>{say('changes.tally', { field: changeWords(say, field), objects: shownCount(tally.changed) })}</h3>
      <ul>
        {shown.map(({ before, after, count }) => (
          <li key={JSON.stringify([before, after])}>
            <span className="struck">{changeValue(field, before) || say('common.nothing')}</span> →{' '}
            {changeValue(field, after) || say('common.nothing')}
            <span className="figure soft"> {say('changes.times', { objects: shownCount(count) })}</span>
          </li>
        ))}
        {others > 0 ? (
          <li className="soft">{say('changes.others', { objects: shownCount(others) })}</li>
        ) : null}
      </ul>
    </section>
  )
}
