import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { failed } from '../frame/status.ts'
import { Popover } from '../kit/controls.ts'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import type { Draft } from './DraftBanner.tsx'
import { dropDraft } from './drafts.ts'
import { calledOf, recordKey, startOf, type Shown } from './save.ts'
import { openNew, openRecord } from './view.ts'

/** In the status line: what is typed and not saved, each a way back to it. */
export function DraftList() {
  const say = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['catalogue', 'drafts'], queryFn: () => museum.catalogue.drafts({}) })
  const drafts = data?.drafts ?? []
  if (drafts.length === 0) return null
  const list = (
    <ul className="draft-list">
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} gone={() => setOpen(false)} />
      ))}
    </ul>
  )
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={list}
      title={say('catalogue.draft.unsaved')}
    >
      <button type="button" className="plain" data-testid="drafts">
        {say('catalogue.draft.count', { count: drafts.length })}
      </button>
    </Popover>
  )
}

function DraftRow({ draft, gone }: { readonly draft: Draft; readonly gone: () => void }) {
  const say = useWords()
  const { recordId } = draft
  const record = useQuery<Shown>({
    queryKey: recordKey(recordId ?? ''),
    queryFn: () => museum.catalogue.byId({ id: recordId ?? '' }),
    enabled: recordId !== null,
  })
  const called = calledOf({ ...record.data?.record.values, ...draft.values })
  const go = async (): Promise<void> => {
    await goTo('catalogue')
    if (recordId !== null) openRecord(recordId)
    // the draft's id carries the one the new object will have
    else openNew(draft.id.replace(/^new:/, ''), startOf())
    gone()
  }
  return (
    <li>
      <button type="button" className="plain" onClick={() => void go().catch(failed)}>
        {called || say('catalogue.record.new')}
      </button>
      <span className="soft">{shownInstant(draft.updatedAt)}</span>
      {record.error ? (
        <button type="button" className="plain" onClick={() => void dropDraft(draft.id).catch(failed)}>
          {say('catalogue.draft.discard')}
        </button>
      ) : null}
    </li>
  )
}
