import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { SET_KINDS } from '../../shared/sets/contract.ts'
import { Button, Input, Radio } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import type { SetWish } from './deeds.ts'

/** Name, kind and note of a set; `children` is what else a dialog asks. */
export function SetForm(props: {
  readonly start: SetWish
  readonly save: (wish: SetWish) => Promise<void>
  readonly close: () => void
  readonly children?: ReactNode
}) {
  const say = useWords()
  const { name: first, kind: given, note: noted } = props.start
  const [wish, setWish] = useState<SetWish>({ name: first, kind: given, note: noted })
  const [error, setError] = useState<unknown>(null)
  const ready = wish.name.trim() !== ''
  const save = (): void => {
    setError(null)
    if (ready) props.save({ ...wish, name: wish.name.trim() }).catch(setError)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    save()
  }
  return (
    <div className="side-form" data-testid="set-form">
      <label>
        <span>{say('sets.name')}</span>
        <Input
          autoFocus
          maxLength={60}
          value={wish.name}
          placeholder={say('sets.name.example')}
          onChange={(event) => setWish({ ...wish, name: event.target.value })}
          onKeyDown={press}
        />
      </label>
      <div className="side-field">
        <span>{say('sets.kind')}</span>
        <Radio.Group
          value={wish.kind}
          options={SET_KINDS.map((kind) => ({ value: kind, label: say(`sets.kind.${kind}`) }))}
          onChange={(event) => {
            const kind = SET_KINDS.find((one) => one === event.target.value)
            if (kind) setWish({ ...wish, kind })
          }}
        />
      </div>
      <label>
        <span>{say('sets.note')}</span>
        <Input.TextArea
          maxLength={500}
          rows={3}
          value={wish.note ?? ''}
          onChange={(event) => setWish({ ...wish, note: event.target.value })}
        />
      </label>
      {props.children}
      {error === null ? null : <FaultNotice error={error} />}
      <div className="side-deeds">
        <Button onClick={props.close}>{say('common.cancel')}</Button>
        <Button type="primary" disabled={!ready} onClick={save}>
          {say('views.save')}
        </Button>
      </div>
    </div>
  )
}
