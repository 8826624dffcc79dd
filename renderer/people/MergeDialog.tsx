import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MergePreview } from '../../shared/people/contract.ts'
import { mergedFields } from '../../shared/people/merging.ts'
import type { PartyField } from '../../shared/people/record.ts'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button, Modal, Radio } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { rolesInWords } from './roles.ts'
import { merging, openParty } from './view.ts'

/** Two parties side by side before they become one; where they differ a person chooses. */
export function MergeDialog() {
  const say = useWords()
  const now = merging.use()
  const { data, error } = useQuery({
    queryKey: ['people', 'mergePreview', now?.gone, now?.kept],
    queryFn: () => museum.people.mergePreview({ gone: now?.gone ?? '', kept: now?.kept ?? '' }),
    enabled: now !== null,
    gcTime: 0,
  })
  return (
    <Modal
      open={now !== null}
      title={say('people.merge.title')}
      width={860}
      footer={null}
      destroyOnHidden
      onCancel={() => merging.set(null)}
    >
      {error ? <FaultNotice error={error} /> : null}
      {data && now ? (
        <Merge key={`${now.gone} ${data.gone.revision} ${data.kept.revision}`} preview={data} />
      ) : null}
    </Modal>
  )
}

function Merge({ preview }: { readonly preview: MergePreview }) {
  const say = useWords()
  const { gone, kept, moved, already } = preview
  const [take, setTake] = useState<ReadonlySet<PartyField>>(new Set())
  const [refused, setRefused] = useState<unknown>(null)
  const fields = mergedFields(gone.values, kept.values, take).filter(
    (one) => one.gone !== null || one.kept !== null || one.after !== null
  )
  const merge = async (): Promise<void> => {
    try {
      const revisions = { goneRevision: gone.revision, keptRevision: kept.revision }
      await museum.people.merge({ gone: gone.id, kept: kept.id, ...revisions, take: [...take] })
      merging.set(null)
      saved('people.merge.done')
      openParty(kept.id)
    } catch (error) {
      setRefused(error)
      failed(error)
    }
  }
  const choose = (field: PartyField, theirs: boolean): void => {
    const next = new Set(take)
    if (theirs) next.add(field)
    else next.delete(field)
    setTake(next)
  }
  const words = (field: PartyField, value: string | null): string => {
    if (value === null) return say('common.nothing')
    return field === 'kind' ? say.open(`people.kind.${value}`) : value
  }
  return (
    <div className="merge" data-testid="merge">
      <p>{say('people.merge.what', { gone: gone.values.name, kept: kept.values.name })}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('people.merge.field')}</th>
            <th scope="col">{say('people.merge.kept', { name: kept.values.name })}</th>
            <th scope="col">{say('people.merge.gone', { name: gone.values.name })}</th>
            <th scope="col">{say('people.merge.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => {
            const { field, conflict } = one
            const side = (value: string | null, theirs: boolean) =>
              conflict ? (
                <Radio checked={take.has(field) === theirs} onChange={() => choose(field, theirs)}>
                  {words(field, value)}
                </Radio>
              ) : (
                words(field, value)
              )
            return (
              <tr key={field} data-merge={field}>
                <th scope="row">
                  {say(`people.field.${field}`)}
                  {conflict ? <span className="merge-conflict">{say('people.merge.conflict')}</span> : null}
                </th>
                <td>{side(one.kept, false)}</td>
                <td>{side(one.gone, true)}</td>
                <td>{words(field, one.after)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>
        {moved.length === 0
          ? say('people.merge.moved.none')
          : say('people.merge.moved', { roles: rolesInWords(say, moved) })}{' '}
        {already > 0 ? say('people.merge.already', { count: already }) : null}
      </p>
      {refused === null ? null : <FaultNotice error={refused} />}
      <div className="party-deeds">
        <Button type="primary" onClick={() => void merge()}>
          {say('people.merge.do')}
        </Button>
        <Button onClick={() => merging.set({ gone: kept.id, kept: gone.id })}>
          {say('people.merge.swap')}
        </Button>
        <Button type="text" onClick={() => merging.set(null)}>
          {say('common.cancel')}
        </Button>
      </div>
    </div>
  )
}
