import { Button, Modal } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { Files } from './Files.tsx'
import { saveOutFolder, savingOut } from './saveOut.ts'
import './media.css'

/** How the saving of pictures goes, and what came of it. */
export function SaveOutDialog() {
  const say = useWords()
  const name = saveOutFolder.use()
  const { answer, state } = savingOut.use()
  if (name === null) return null
  const close = (): void => saveOutFolder.set(null)
  return (
    <Modal
      open
      centered
      title={say('media.saveOut.title')}
      onCancel={close}
      footer={<Button onClick={close}>{say('common.close')}</Button>}
    >
      <div className="photos-told" data-testid="saved-out">
        <WorkView work={savingOut} />
        {state === 'finished' && answer ? (
          <>
            <Notice tone="told">
              {answer.saved + answer.failed.length === 0
                ? say('media.saveOut.none')
                : say('media.saveOut.done', { name, objects: answer.objects, saved: answer.saved })}
            </Notice>
            <Files
              heading={say('media.saveOut.failed')}
              files={answer.failed.map((one) => say.fault(one.code, one))}
            />
          </>
        ) : null}
      </div>
    </Modal>
  )
}
