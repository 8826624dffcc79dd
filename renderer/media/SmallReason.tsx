import { useState } from 'react'
import { Button, Input } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { useWords } from '../kit/words.ts'

/** Why pictures that are too small come in all the same: of old objects there may be no other. */
export function SmallReason(props: { readonly count: number; readonly take: (reason: string) => void }) {
  const say = useWords()
  const [text, setText] = useState('')
  const reason = text.trim()
  const take = (): void => {
    if (reason !== '') props.take(reason)
  }
  return (
    <div className="small-reason">
      <p>{say('media.small.how', { count: props.count })}</p>
      <div>
        <Input
          aria-label={say('media.small.reason')}
          placeholder={say('media.small.example')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={(event) => {
            if (!isComposing(event.nativeEvent)) take()
          }}
        />
        <Button disabled={reason === ''} onClick={take}>
          {say('media.small.take')}
        </Button>
      </div>
    </div>
  )
}
