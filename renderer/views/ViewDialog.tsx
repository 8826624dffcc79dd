import { useState, type KeyboardEvent } from 'react'
import { Button, Input, Modal } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { nameView, naming } from './deeds.ts'

/** Gives a view its name. */
export function ViewDialog() {
  const say = useWords()
  const now = naming.use()
  if (!now) return null
  return (
    <Modal
      open
      centered
      footer={null}
      width={440}
      title={say(now.view ? 'views.rename' : 'views.keep')}
      onCancel={() => naming.set(null)}
    >
      <NameForm name={now.view?.name ?? ''} isNew={now.view === null} />
    </Modal>
  )
}

function NameForm({ name: before, isNew }: { readonly name: string; readonly isNew: boolean }) {
  const say = useWords()
  const [name, setName] = useState(before)
  const [error, setError] = useState<unknown>(null)
  const save = (): void => {
    if (name.trim() !== '') nameView(name.trim()).catch(setError)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    save()
  }
  return (
    <div className="side-form" data-testid="view-name">
      {isNew ? <p className="soft">{say('views.keep.what')}</p> : null}
      <label>
        <span>{say('views.name')}</span>
        <Input
          autoFocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={press}
        />
      </label>
      {error === null ? null : <FaultNotice error={error} />}
      <div className="side-deeds">
        <Button onClick={() => naming.set(null)}>{say('common.cancel')}</Button>
        <Button type="primary" disabled={name.trim() === ''} onClick={save}>
          {say('views.save')}
        </Button>
      </div>
    </div>
  )
}
