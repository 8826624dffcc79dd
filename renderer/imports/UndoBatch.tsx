import { useQuery } from '@tanstack/react-query'
import type { UndoResult } from '../../shared/imports/contract.ts'
import { asking } from '../bridge/asking.ts'
import { museum } from '../bridge/museum.ts'
import { Button } from '../kit/controls.ts'
import { FaultNotice, Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { useWords } from '../kit/words.ts'
import { seeObject, seeParty } from '../people/view.ts'
import type { Batch } from './BatchesScreen.tsx'
import { looked } from './batchView.ts'
import { undoing } from './journey.ts'

/** What taking a batch back would do, before it is done; records touched since are named and left alone. */
export function UndoBatch({ batch }: { readonly batch: Batch }) {
  const say = useWords()
  const { state, answer } = undoing.use()
  const done = state === 'finished' && answer?.batch === batch.id ? answer : null
  const preview = useQuery({
    queryKey: ['imports', 'undoPreview', batch.id],
    queryFn: () => museum.imports.undoPreview({ batch: batch.id }),
    enabled: batch.status === 'committed',
  })
  const undo = async (): Promise<void> => {
    await undoing.start(() => museum.imports.undo({ batch: batch.id }))
    await asking.invalidateQueries({ queryKey: ['imports'] })
  }
  const close = (): void => {
    undoing.clear()
    looked.set(null)
  }
  if (done) {
    return (
      <Notice tone="told" testId="undone" deeds={<Button onClick={close}>{say('common.understood')}</Button>}>
        {say('imports.undo.done', { name: batch.name, count: done.undone })}
        <Skipped skipped={done.skipped} />
      </Notice>
    )
  }
  if (batch.status !== 'committed') return null
  if (preview.error) return <FaultNotice error={preview.error} />
  if (!preview.data) return <p className="soft">{say('common.reading')}</p>
  return (
    <>
      <Notice
        tone="warned"
        testId="undo-preview"
        deeds={
          <>
            <Button danger disabled={state === 'running'} onClick={() => void undo()}>
              {say('imports.undo.do', { rows: shownCount(preview.data.undone) })}
            </Button>
            <Button onClick={close}>{say('imports.undo.leave')}</Button>
          </>
        }
      >
        {say('imports.undo.preview', { name: batch.name, count: preview.data.undone })}
        <Skipped skipped={preview.data.skipped} />
      </Notice>
      <WorkView work={undoing} />
    </>
  )
}

function Skipped({ skipped }: { readonly skipped: UndoResult['skipped'] }) {
  const say = useWords()
  if (skipped.length === 0) return null
  return (
    <div>
      <p>{say('imports.undo.skipped', { count: skipped.length })}</p>
      <ul className="skipped">
        {skipped.slice(0, 100).map(({ id, of, number, name }) => (
          <li key={id}>
            <button
              type="button"
              className="plain"
              onClick={() => void (of === 'party' ? seeParty(id) : seeObject(id))}
            >
              {number} {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
