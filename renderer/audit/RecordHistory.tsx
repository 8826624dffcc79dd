import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldBehind } from '../../shared/audit/rules.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved, status } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { changeValue, changeWords } from './changes.ts'
import './audit.css'

/** Who changed what in a record, newest first; each entry can be taken back, which is an entry too. */
export function RecordHistory(props: {
  readonly recordId: string
  readonly touched: boolean
  /** Parts that are there now: by them the history says whose cell was changed. */
  readonly parts: readonly Part[]
}) {
  const say = useWords()
  const { recordId } = props
  const { data, error } = useQuery({
    queryKey: ['audit', 'ofRecord', recordId],
    queryFn: () => museum.audit.ofRecord({ recordId }),
  })
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const revert = async (entry: AuditEntry, fields?: string[]): Promise<void> => {
    status.set({ state: 'working', key: 'catalogue.saving' })
    const answer = await museum.audit.revert({ entryId: entry.id, ...(fields ? { fields } : {}) })
    setSkipped(answer.skipped)
    saved('audit.reverted')
  }
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="soft">{say('common.reading')}</p>
  return (
    <div className="history">
      {props.touched ? <Notice tone="told">{say('audit.saveFirst')}</Notice> : null}
      {skipped.length > 0 ? (
        <Notice tone="warned">
          {say('audit.skipped', { fields: skipped.map((key) => changeWords(say, key, props.parts)) })}
        </Notice>
      ) : null}
      <ol>
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <Entry
              entry={entry}
              parts={props.parts}
              disabled={props.touched}
              revert={(fields) => void revert(entry, fields).catch(failed)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Entry(props: {
  readonly entry: AuditEntry
  readonly parts: readonly Part[]
  readonly disabled: boolean
  readonly revert: (fields?: string[]) => void
}) {
  const say = useWords()
  const { entry } = props
  const changes = Object.entries(entry.changes)
  const words = (key: string, value: FieldValue): string =>
    changeValue(key, value, props.parts) || say('common.nothing')
  return (
    <article className="entry">
      <header>
        <strong>{say(`audit.action.${entry.action}`)}</strong>
        <span>{shownInstant(entry.at)}</span>
        <span>{entry.person}</span>
        {entry.batchName === null ? null : (
          <span className="soft">{say('audit.batch', { name: entry.batchName })}</span>
        )}
        {changes.length > 0 ? (
          <Button icon={<Glyph name="undo" />} disabled={props.disabled} onClick={() => props.revert()}>
            {say('audit.revert')}
          </Button>
        ) : null}
      </header>
      {entry.reason === null ? null : (
        <p>
          {entry.action === 'accepted' || entry.action === 'withdrawn'
            ? entry.reason
            : say('audit.reason', { reason: entry.reason })}
        </p>
      )}
      {changes.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('audit.field')}</th>
              <th scope="col">{say('audit.before')}</th>
              <th scope="col">{say('audit.after')}</th>
              {changes.length > 1 ? <th scope="col" aria-label={say('audit.revert')} /> : null}
            </tr>
          </thead>
          <tbody>
            {changes.map(([key, [before, after]]) => (
              <tr key={key}>
                <th scope="row">{changeWords(say, key, props.parts)}</th>
                <td>
                  <span className="struck">{words(key, before)}</span>
                </td>
                <td>{words(key, after)}</td>
                {changes.length > 1 ? (
                  <td>
                    {/* a text goes back with the field it was written for */}
                    {fieldBehind(key) !== key && fieldBehind(key) in entry.changes ? null : (
                      <button
                        type="button"
                        className="plain"
                        disabled={props.disabled}
                        onClick={() => props.revert([fieldBehind(key)])}
                      >
                        {say('audit.revert.field')}
                      </button>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}
