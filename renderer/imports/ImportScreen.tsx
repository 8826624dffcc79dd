import { useEffect } from 'react'
import { Fault } from '../../shared/contract/faults.ts'
import { dropped } from '../bridge/museum.ts'
import { Button, Steps } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { failed } from '../frame/status.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import { committing, givenFile, journey, refusedDrop, startOver, STEPS, type Step } from './journey.ts'
import { RehearsalStep } from './RehearsalStep.tsx'
import { SheetsStep } from './SheetsStep.tsx'
import './imports.css'

const SCREENS: Readonly<Record<Step, () => React.JSX.Element | null>> = {
  file: FileStep,
  sheets: SheetsStep,
  columns: ColumnsStep,
  rehearsal: RehearsalStep,
  done: DoneStep,
}

/** A museum's own file becomes records: choose, look, match, rehearse, enter. */
export function ImportScreen() {
  const say = useWords()
  const { step, file } = journey.use()
  const error = refusedDrop.use()
  const { state: entering } = committing.use()
  useEffect(() => listenForDrops(), [])
  const Screen = SCREENS[step]
  return (
    <div className="room imports">
      <header className="room-head">
        <h1>{say('frame.room.imports')}</h1>
        {file ? <span className="imports-file">{file.name}</span> : null}
        {step === 'file' ? null : (
          <Button disabled={entering === 'running'} onClick={() => void startOver().catch(failed)}>
            {say('imports.startOver')}
          </Button>
        )}
      </header>
      <Steps
        size="small"
        className="imports-steps"
        current={STEPS.indexOf(step)}
        items={STEPS.map((one) => ({ title: say(`imports.step.${one}`) }))}
      />
      {error === null ? null : <FaultNotice error={error} />}
      <Screen />
    </div>
  )
}

/** A file may be dropped anywhere on this screen; the answer stops listening. */
function listenForDrops(): () => void {
  const over = (event: DragEvent): void => event.preventDefault()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (!file) return
    refusedDrop.set(null)
    dropped(file, 'table').then(givenFile, (error: unknown) => refusedDrop.set(namedAfter(file, error)))
  }
  window.addEventListener('dragover', over)
  window.addEventListener('drop', drop)
  return () => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', drop)
  }
}

/** The refusal with the file's name, which the page knows best. */
function namedAfter(file: File, error: unknown): unknown {
  return error instanceof Fault ? new Fault(error.code, { file: file.name, ...error.detail }) : error
}
