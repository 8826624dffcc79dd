import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { museum } from '../bridge/museum.ts'
import { failed, saved } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { openParty, seeObject } from './view.ts'

/** What undoing a merge would bring back and what it would leave alone, and the deed itself. */
export function UnmergePreview({ merge, leave }: { readonly merge: string; readonly leave?: () => void }) {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['people', 'unmerge', merge],
    queryFn: () => museum.people.unmergePreview({ merge }),
  })
  const told = useRef<HTMLDivElement>(null)
  // asked for at the foot of a long record, it must not come up unseen
  useEffect(() => told.current?.scrollIntoView({ block: 'nearest' }), [data])
  const undo = async (): Promise<void> => {
    const { gone } = await museum.people.unmerge({ merge })
    saved('people.unmerge.done')
    openParty(gone)
  }
  if (error) return <FaultNotice error={error} />
  if (!data) return null
  const fields = (list: typeof data.fields): string[] => list.map((field) => say(`people.field.${field}`))
  return (
    <div ref={told}>
      <Notice
        tone="warned"
        testId="unmerge"
        deeds={
          <>
            <Button danger onClick={() => void undo().catch(failed)}>
              {say('people.unmerge.do')}
            </Button>
            {leave ? <Button onClick={leave}>{say('people.unmerge.leave')}</Button> : null}
          </>
        }
      >
        <p>{say('people.unmerge.preview', { gone: data.goneName, count: data.links })}</p>
        {data.fields.length > 0 ? (
          <p>{say('people.unmerge.fields', { kept: data.keptName, fields: fields(data.fields) })}</p>
        ) : null}
        {data.leftFields.length > 0 ? (
          <p>{say('people.unmerge.leftFields', { fields: fields(data.leftFields) })}</p>
        ) : null}
        {data.leftLinks.length > 0 ? (
          <>
            <p>{say('people.unmerge.leftLinks', { count: data.leftLinks.length })}</p>
            <ul>
              {data.leftLinks.slice(0, 100).map((link) => (
                <li key={`${link.objectId} ${link.role}`}>
                  <button type="button" className="plain" onClick={() => void seeObject(link.objectId)}>
                    {link.number} {link.name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Notice>
    </div>
  )
}
