import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { museum } from '../bridge/museum.ts'
import { edited } from '../catalogue/undo.ts'
import { failed, saved, status } from '../frame/status.ts'
import { Modal } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { changeWords } from './changes.ts'
import { asked } from './going.ts'
import { StoodEntry } from './StoodEntry.tsx'
import './audit.css'

/** The history of one field over the record: how it stood, since when and by whom, and the way back to any of it. */
export function FieldHistory(props: {
  readonly recordId: string
  readonly called: string
  /** Something typed is not saved yet. */
  readonly touched: boolean
}) {
  const say = useWords()
  const now = asked.use()
  if (now?.recordId !== props.recordId) return null
  const field = changeWords(say, now.key)
  return (
    <Modal
      open
      width={640}
      title={say('audit.field.of', { field, record: props.called })}
      onCancel={() => asked.set(null)}
      footer={null}
    >
      <Stood recordId={now.recordId} name={field} at={now.key} touched={props.touched} />
    </Modal>
  )
}

function Stood(props: {
  readonly recordId: string
  readonly at: string
  readonly name: string
  readonly touched: boolean
}) {
  const say = useWords()
  const { recordId, at: key } = props
  const [error, setError] = useState<unknown>(null)
  const history = useQuery({
    queryKey: ['audit', 'ofField', recordId, key],
    queryFn: () => museum.audit.ofField({ recordId, key }),
  })
  if (history.error) return <FaultNotice error={history.error} />
  if (!history.data) return <p className="soft">{say('common.reading')}</p>
  const { revision, stood } = history.data
  const restore = async (before: string, reason: string): Promise<void> => {
    status.set({ state: 'working', key: 'catalogue.saving' })
    const wish = { recordId, key, before, revision, ...(reason === '' ? {} : { reason }) }
    const { entryId } = await museum.audit.restore(wish)
    edited({ entryId, recordId, name: props.name })
    setError(null)
    saved('audit.restored', { field: props.name })
  }
  return (
    <div className="field-history" data-testid="field-history">
      {props.touched ? <Notice tone="told">{say('audit.saveFirst')}</Notice> : null}
      {error === null ? null : <FaultNotice error={error} />}
      {stood.length === 1 ? <p className="soft">{say('audit.field.never')}</p> : null}
      <ol>
        {stood.map((one, at) => (
          <StoodEntry
            key={one.until ?? 'now'}
            at={key}
            stood={one}
            later={stood.slice(0, at)}
            disabled={props.touched}
            restore={(reason) => {
              restore(one.until ?? '', reason).catch((reasonWhy: unknown) => {
                setError(reasonWhy)
                failed(reasonWhy)
              })
            }}
          />
        ))}
      </ol>
    </div>
  )
}
