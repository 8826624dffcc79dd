import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { batch as batchShape } from '../../shared/imports/contract.ts'
import { museum } from '../bridge/museum.ts'
import { goTo } from '../frame/place.ts'
import { Button } from '../kit/controls.ts'
import { Empty } from '../kit/Empty.tsx'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount, shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { looked } from './batchView.ts'
import { UndoBatch } from './UndoBatch.tsx'
import './imports.css'

export type Batch = z.output<typeof batchShape>

/** All that came in as one piece, newest first; each can be taken back whole, also much later. */
export function BatchesScreen() {
  const say = useWords()
  const { data, error } = useQuery({
    queryKey: ['imports', 'batches'],
    queryFn: () => museum.imports.batches({}),
  })
  const at = looked.use()
  const batches = (data?.batches ?? []).filter(({ status }) => status !== 'rehearsed')
  const chosen = batches.find(({ id }) => id === at)
  if (error) return <FaultNotice error={error} />
  if (data && batches.length === 0) {
    return (
      <Empty
        title={say('imports.batches.none')}
        deeds={
          <Button type="primary" onClick={() => void goTo('imports')}>
            {say('catalogue.empty.import')}
          </Button>
        }
      >
        {say('imports.batches.none.what')}
      </Empty>
    )
  }
  return (
    <div className="room">
      <h1>{say('frame.room.batches')}</h1>
      <p className="soft">{say('imports.batches.what')}</p>
      {chosen ? <UndoBatch key={chosen.id} batch={chosen} /> : null}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('imports.batch.name')}</th>
            <th scope="col">{say('imports.batches.kind')}</th>
            <th scope="col">{say('imports.batches.at')}</th>
            <th scope="col">{say('imports.batches.person')}</th>
            <th scope="col" className="figure">
              {say('imports.verdict.new')}
            </th>
            <th scope="col" className="figure">
              {say('imports.verdict.change')}
            </th>
            <th scope="col">{say('imports.batches.status')}</th>
            <th scope="col" aria-label={say('imports.undo')} />
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id} className={batch.id === at ? 'looked' : undefined}>
              <th scope="row" title={batch.file ?? undefined}>
                {batch.name}
              </th>
              <td>{say(`imports.batches.kind.${batch.kind}`)}</td>
              <td>{shownInstant(batch.createdAt)}</td>
              <td>{batch.person}</td>
              <td className="figure">{shownCount(batch.counts.created)}</td>
              <td className="figure">{shownCount(batch.counts.changed)}</td>
              <td>
                {batch.undoneAt === null
                  ? say('imports.batches.standing')
                  : say('imports.batches.undone', { at: shownInstant(batch.undoneAt) })}
              </td>
              <td>
                {batch.status === 'committed' && batch.kind !== 'sample' ? (
                  <Button onClick={() => looked.set(batch.id)}>{say('imports.undo')}</Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
