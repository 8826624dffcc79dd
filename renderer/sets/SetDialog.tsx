import { Modal } from '../kit/controls.ts'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { CombineForm } from './CombineForm.tsx'
import { filling, saveSet, setAsking } from './deeds.ts'
import { PutForm } from './PutForm.tsx'
import { SetForm } from './SetForm.tsx'

const close = (): void => {
  if (filling.get().state !== 'running') setAsking.set(null)
}

/** Whatever is asked about sets, one at a time. */
export function SetDialog() {
  const say = useWords()
  const now = setAsking.use()
  const busy = filling.use().state === 'running'
  if (!now) return null
  const title =
    now.kind === 'put'
      ? say('sets.put.title', { objects: shownCount(now.count) })
      : now.kind === 'combine'
        ? say('sets.combine.title', { name: now.first.name })
        : say(now.set ? 'sets.edit' : 'sets.make')
  return (
    <Modal
      open
      centered
      footer={null}
      width={480}
      title={title}
      closable={!busy}
      keyboard={!busy}
      onCancel={close}
    >
      {now.kind === 'put' ? <PutForm chosen={now.chosen} /> : null}
      {now.kind === 'combine' ? <CombineForm first={now.first} close={close} /> : null}
      {now.kind === 'edit' ? (
        <SetForm
          start={now.set ?? { name: '', kind: 'exhibit', note: null }}
          close={close}
          save={(wish) => saveSet(now.set, wish)}
        />
      ) : null}
    </Modal>
  )
}
