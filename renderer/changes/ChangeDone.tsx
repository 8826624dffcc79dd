import type { ChangeResult } from '../../shared/changes/contract.ts'
import { openRecord } from '../catalogue/view.ts'
import { undoLast } from '../catalogue/undo.ts'
import { goTo } from '../frame/place.ts'
import { looked } from '../imports/batchView.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { Notice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { closeChange } from './changing.ts'

/** What was done, whom it left alone, and the way back. */
export function ChangeDone({ result, name }: { readonly result: ChangeResult; readonly name: string }) {
  const say = useWords()
  const seeBatch = (): void => {
    closeChange()
    looked.set(result.batch)
    void goTo('batches')
  }
  const undo = (): void => {
    closeChange()
    undoLast()
  }
  const look = (id: string): void => {
    closeChange()
    openRecord(id)
  }
  return (
    <>
      <h3>
        <Glyph name="done" /> {name}
      </h3>
      <p role="status" data-testid="change-done">
        {say('changes.done', { objects: shownCount(result.changed) })}
      </p>
      {result.left === 0 ? null : (
        <Notice tone="warned">
          <p>{say('changes.left', { count: result.left })}</p>
          <ul className="skipped">
            {result.skipped.slice(0, 100).map((one) => (
              <li key={one.id}>
                <button type="button" className="plain" onClick={() => look(one.id)}>
                  {one.number} {one.name}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="change-foot">
        <Button onClick={seeBatch}>{say('changes.seeBatch')}</Button>
        <Button title="Ctrl+Z" onClick={undo}>
          {say('changes.undo')}
        </Button>
        <Button type="primary" onClick={closeChange}>
          {say('common.understood')}
        </Button>
      </div>
    </>
  )
}
