import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { draftIdOf } from './drafts.ts'
import { RecordDesk } from './RecordDesk.tsx'
import { recordKey, type Shown } from './save.ts'
import { closeRecord, type Open } from './view.ts'

/** Reads the record that lies open, and whether somebody began to change it. */
export function RecordPane({ open }: { readonly open: Open }) {
  const say = useWords()
  const isNew = open.kind === 'new'
  const record = useQuery<Shown>({
    queryKey: recordKey(open.id),
    queryFn: () => museum.catalogue.byId({ id: open.id }),
    enabled: !isNew,
  })
  const drafts = useQuery({ queryKey: ['catalogue', 'drafts'], queryFn: () => museum.catalogue.drafts({}) })
  const error = record.error ?? drafts.error
  if (error) {
    const away = <Button onClick={closeRecord}>{say('common.close')}</Button>
    return <FaultNotice error={error} deeds={away} />
  }
  if (!drafts.data || (!isNew && !record.data))
    return <p className="record-waiting soft">{say('common.reading')}</p>
  const draftId = draftIdOf(open.kind, open.id)
  return (
    <RecordDesk
      open={open}
      shown={isNew ? null : (record.data ?? null)}
      draft={drafts.data.drafts.find(({ id }) => id === draftId) ?? null}
    />
  )
}
