import { Modal } from '../kit/controls.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { ChangeDone } from './ChangeDone.tsx'
import { ChangeFields } from './ChangeFields.tsx'
import { ChangeRehearsal } from './ChangeRehearsal.tsx'
import './changes.css'
import { changing, closeChange, committing, rehearsing } from './changing.ts'

/** From fields over a rehearsal to one batch. */
export function ChangeDialog() {
  const say = useWords()
  const now = changing.use()
  const isCommitting = committing.use().state === 'running'
  if (!now) return null
  return (
    <Modal
      open
      centered
      footer={null}
      width={960}
      mask={{ closable: false }}
      closable={!isCommitting}
      keyboard={!isCommitting}
      title={now.ofTable ?? say('changes.title', { objects: shownCount(now.count) })}
      onCancel={closeChange}
      afterOpenChange={(isOpen) => {
        // not the cross that closes it
        if (isOpen) document.querySelector<HTMLElement>('.change-fields input')?.focus()
      }}
    >
      <div className="change" data-testid="change">
        {now.done ? <ChangeDone result={now.done} name={now.name} /> : null}
        {now.rehearsed && !now.done ? (
          <ChangeRehearsal result={now.rehearsed} name={now.name} ofTable={now.ofTable !== undefined} />
        ) : null}
        {now.rehearsed || now.ofTable !== undefined ? null : (
          <ChangeFields fields={now.fields} promote={now.promote} />
        )}
        {now.rehearsed ? null : <WorkView work={rehearsing} />}
        {now.done ? null : <WorkView work={committing} />}
      </div>
    </Modal>
  )
}
