import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuditEntry, Moment } from '../../shared/audit/contract.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved, status } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { changeWords } from './changes.ts'
import { Comparison } from './Comparison.tsx'
import { Entry } from './Entry.tsx'
import './audit.css'

/** Two moments that are held against each other. */
export interface Pair {
  readonly then: Moment
  readonly now: Moment
}

/**
 * Who changed what in a record, newest first; each entry can be taken back, which is an entry too. Any two moments can be
 * compared.
 */
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
  const [pair, setPair] = useState<Pair | null>(null)
  const revert = async (entry: AuditEntry, fields?: string[]): Promise<void> => {
    status.set({ state: 'working', key: 'catalogue.saving' })
    const answer = await museum.audit.revert({ entryId: entry.id, ...(fields ? { fields } : {}) })
    setSkipped(answer.skipped)
    saved('audit.reverted')
  }
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="soft">{say('common.reading')}</p>
  const [newest] = data.entries
  const oldest = data.entries.at(-1)
  return (
    <div className="history">
      {props.touched ? <Notice tone="told">{say('audit.saveFirst')}</Notice> : null}
      {skipped.length > 0 ? (
        <Notice tone="warned">
          {say('audit.skipped', { fields: skipped.map((key) => changeWords(say, key, props.parts)) })}
        </Notice>
      ) : null}
      {pair ? (
        <Comparison
          recordId={recordId}
          parts={props.parts}
          entries={data.entries}
          pair={pair}
          choose={setPair}
          close={() => setPair(null)}
        />
      ) : (
        <p className="history-deeds">
          <Button
            disabled={!newest}
            onClick={() => setPair({ then: { entry: oldest?.id ?? '' }, now: { now: true } })}
          >
            {say('audit.compare')}
          </Button>
          <span className="soft">{say('audit.compare.what')}</span>
        </p>
      )}
      <ol>
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <Entry
              entry={entry}
              parts={props.parts}
              disabled={props.touched}
              revert={(fields) => void revert(entry, fields).catch(failed)}
              compare={() => setPair({ then: { entry: entry.id }, now: { now: true } })}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
