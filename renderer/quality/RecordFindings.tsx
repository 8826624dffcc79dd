import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Weighed } from '../../shared/quality/contract.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Input } from '../kit/controls.ts'
import { Mark } from '../kit/Mark.tsx'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import './quality.css'

/** What the rules find in a record as it is saved; each finding can be accepted with a reason, and that taken back. */
export function RecordFindings(props: { readonly recordId: string; readonly touched: boolean }) {
  const say = useWords()
  const { recordId } = props
  const { data, error } = useQuery({
    queryKey: ['catalogue', 'quality', 'record', recordId],
    queryFn: () => museum.quality.ofRecord({ id: recordId }),
  })
  if (error) return <FaultNotice error={error} />
  if (!data) return <p className="record-waiting soft">{say('common.reading')}</p>
  return (
    <div className="record-findings">
      {props.touched ? <Notice tone="told">{say('quality.record.saveFirst')}</Notice> : null}
      <p className="soft">
        {say(data.findings.length === 0 ? 'quality.record.none' : 'quality.record.what')}
      </p>
      <ul>
        {data.findings.map((finding) => (
          <li key={`${finding.code} ${finding.field ?? ''}`} data-finding={finding.code}>
            <One recordId={recordId} finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function One({ recordId, finding }: { readonly recordId: string; readonly finding: Weighed }) {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { code, field, level, accepted } = finding
  const about = { id: recordId, code, field }
  const accept = async (): Promise<void> => {
    await museum.quality.accept({ ...about, reason })
    setAsking(false)
    setReason('')
    saved('quality.accepted.saved')
  }
  const withdraw = async (): Promise<void> => {
    await museum.quality.withdraw(about)
    saved('quality.withdrawn.saved')
  }
  const said = say.open(`rule.${code}`, finding.detail)
  return (
    <>
      <div className="finding-head">
        <strong>{field === null ? say('quality.record.whole') : say.open(`field.${field}`)}</strong>
        <span className="soft">{say.open(`quality.name.${finding.rule}`, {}, finding.rule)}</span>
        {accepted === null && !asking ? (
          <Button onClick={() => setAsking(true)}>{say('quality.accept')}</Button>
        ) : null}
        {accepted === null ? null : (
          <Button onClick={() => void withdraw().catch(failed)}>{say('quality.withdraw')}</Button>
        )}
      </div>
      {accepted === null ? <Mark level={level} text={said} /> : <span className="soft">{said}</span>}
      {accepted === null ? null : (
        <p>
          {say('quality.accepted', {
            person: accepted.person,
            at: shownInstant(accepted.at),
            reason: accepted.reason,
          })}
        </p>
      )}
      {asking ? (
        <form
          className="finding-reason"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void accept().catch(failed)
          }}
        >
          <Input
            autoFocus
            value={reason}
            maxLength={500}
            aria-label={say('quality.accept.reason')}
            placeholder={say('quality.accept.example')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button htmlType="submit" disabled={reason.trim() === ''}>
            {say('quality.accept.do')}
          </Button>
          <Button type="text" onClick={() => setAsking(false)}>
            {say('quality.accept.leave')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
