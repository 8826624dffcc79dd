import { useQuery } from '@tanstack/react-query'
import { museum } from '../bridge/museum.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { PartyForm } from './PartyForm.tsx'
import { PartyMerged } from './PartyMerged.tsx'
import type { PeopleView } from './view.ts'

type Open = NonNullable<PeopleView['open']>

/** One party, read with its draft; a merged one can only be looked at. */
export function PartyDesk({ open }: { readonly open: Open }) {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['people', 'byId', open.id],
    queryFn: () => museum.people.byId({ id: open.id }),
    enabled: !open.isNew,
  })
  const drafts = useQuery({ queryKey: ['people', 'drafts'], queryFn: () => museum.people.drafts({}) })
  if (error) return <FaultNotice error={error} />
  if ((!open.isNew && !data) || !drafts.data)
    return <p className="soft people-choose">{say('common.reading')}</p>
  if (data?.party.mergedInto) return <PartyMerged known={data} />
  const draftId = open.isNew ? `new:${open.id}` : open.id
  const draft = drafts.data.drafts.find(({ id }) => id === draftId) ?? null
  return <PartyForm key={draftId} id={open.id} known={data ?? null} draft={draft} />
}
