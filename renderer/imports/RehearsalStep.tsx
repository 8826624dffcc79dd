import { useState } from 'react'
import type { VERDICTS } from '../../shared/imports/contract.ts'
import { Button, Input } from '../kit/controls.ts'
import { shownCount, shownSeconds } from '../kit/shown.ts'
import { Tabs } from '../kit/Tabs.tsx'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { Lines } from './Lines.tsx'
import { commit, committing, journey, rehearse, rehearsing, walkTo } from './journey.ts'
import { Refusals } from './Refusals.tsx'
import { UnderstoodColumns } from './UnderstoodColumns.tsx'

export type Verdict = (typeof VERDICTS)[number]
type Look = 'columns' | Verdict

/** What would happen: column by column, row by row. Nothing has been written yet. */
export function RehearsalStep() {
  const say = useWords()
  const { rehearsed, name } = journey.use()
  const { state } = committing.use()
  const again = rehearsing.use().state
  const [look, setLook] = useState<Look>('columns')
  const [code, setCode] = useState<string | null>(null)
  const busy = state === 'running'
  if (!rehearsed) {
    return (
      <>
        <WorkView work={rehearsing} />
        {again === 'running' ? null : (
          <footer className="imports-foot">
            <Button onClick={() => walkTo('columns')}>{say('common.back')}</Button>
            <Button onClick={() => void rehearse()}>{say('imports.rehearse.again')}</Button>
          </footer>
        )}
      </>
    )
  }
  const counts: Readonly<Record<Verdict, number>> = {
    new: rehearsed.created,
    change: rehearsed.changed,
    same: rehearsed.unchanged,
    refused: rehearsed.refused,
  }
  const verdicts = Object.keys(counts) as Verdict[]
  return (
    <>
      <p data-testid="rehearsal-summary">
        {say('imports.rehearsal.summary', {
          rows: shownCount(rehearsed.rows),
          created: shownCount(counts.new),
          changed: shownCount(counts.change),
          same: shownCount(counts.same),
          refused: shownCount(counts.refused),
          left: shownCount(rehearsed.leftOut.length),
          seconds: shownSeconds(rehearsed.ms),
        })}
      </p>
      <Tabs<Look>
        label={say('imports.rehearsal')}
        chosen={look}
        choose={(next) => {
          setLook(next)
          setCode(null)
        }}
        tabs={[
          { key: 'columns', words: say('imports.tab.columns') },
          ...verdicts.map((verdict) => ({
            key: verdict,
            words: say('imports.tab', {
              verdict: say(`imports.verdict.${verdict}`),
              rows: shownCount(counts[verdict]),
            }),
          })),
        ]}
      />
      {look === 'columns' ? (
        <UnderstoodColumns
          result={rehearsed}
          lookAt={(wanted) => {
            setLook(counts.new > 0 ? 'new' : 'change')
            setCode(wanted)
          }}
        />
      ) : (
        <Lines
          key={`${rehearsed.batch} ${look} ${code ?? ''}`}
          batch={rehearsed.batch}
          verdict={look}
          code={code}
          codes={look === 'refused' ? refusalCodes(rehearsed.refusals) : Object.keys(rehearsed.warnings)}
          setCode={setCode}
        />
      )}
      {look === 'refused' && counts.refused > 0 ? (
        <Refusals batch={rehearsed.batch} rows={counts.refused} />
      ) : null}
      <WorkView work={committing} />
      <footer className="imports-foot">
        <Button disabled={busy} onClick={() => walkTo('columns')}>
          {say('common.back')}
        </Button>
        <label className="imports-name">
          <span>{say('imports.batch.name')}</span>
          <Input
            value={name}
            maxLength={200}
            disabled={busy}
            onChange={(event) => journey.set((now) => ({ ...now, name: event.target.value }))}
          />
        </label>
        <Button
          type="primary"
          disabled={busy || name.trim() === '' || rehearsed.imported === 0}
          onClick={() => void commit()}
        >
          {say('imports.commit', { rows: shownCount(rehearsed.imported) })}
        </Button>
        {rehearsed.imported === 0 ? <span className="soft">{say('imports.commit.nothing')}</span> : null}
      </footer>
    </>
  )
}

const refusalCodes = (refusals: readonly { readonly code: string }[]): string[] => [
  ...new Set(refusals.map(({ code }) => code)),
]
