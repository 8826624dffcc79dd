import { clearFind } from '../catalogue/view.ts'
import { goTo } from '../frame/place.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { shownCount, shownSeconds } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { looked } from './batchView.ts'
import { journey, startOver } from './journey.ts'
import { Refusals } from './Refusals.tsx'

/** It is in the catalogue: what came of it, and the ways on. */
export function DoneStep() {
  const say = useWords()
  const { committed, name } = journey.use()
  if (!committed) return null
  const seeObjects = async (): Promise<void> => {
    clearFind()
    await goTo('catalogue')
  }
  const seeBatch = async (): Promise<void> => {
    looked.set(committed.batch)
    await goTo('batches')
  }
  return (
    <div className="imports-done">
      <h2>
        <Glyph name="done" />
        {say('imports.done', { name })}
      </h2>
      <p data-testid="import-done">
        {say('imports.done.what', {
          created: shownCount(committed.created),
          changed: shownCount(committed.changed),
          same: shownCount(committed.unchanged),
          refused: shownCount(committed.refused),
          seconds: shownSeconds(committed.ms),
        })}
      </p>
      <div className="imports-foot">
        <Button type="primary" onClick={() => void seeObjects()}>
          {say('imports.done.see')}
        </Button>
        <Button onClick={() => void seeBatch()}>{say('imports.done.undo')}</Button>
        <Button onClick={() => void startOver().catch(failed)}>{say('imports.done.another')}</Button>
      </div>
      {committed.refused > 0 ? <Refusals batch={committed.batch} rows={committed.refused} /> : null}
    </div>
  )
}
