import { useMemo, useState } from 'react'
import { MOST_PARTS, newPart, proposeNumbers, type Part } from '../../shared/relations/parts.ts'
import { typedParts } from '../../shared/relations/typing.ts'
import { mintId } from '../bridge/mintId.ts'
import { Button, Input } from '../kit/controls.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'

/** Several parts at once: so many with the next numbers, or as they are typed and pasted, a line each. */
export function MakeParts(props: {
  readonly whole: string
  readonly parts: readonly Part[]
  readonly enter: (fresh: readonly Part[]) => void
}) {
  const say = useWords()
  const { whole, parts } = props
  const [count, setCount] = useState('2')
  const [text, setText] = useState<string | null>(null)
  const read = useMemo(() => typedParts(text ?? '', whole, parts, mintId), [text, whole, parts])
  const room = MOST_PARTS - parts.length
  const wanted = /^\d{1,3}$/u.test(count.trim()) ? Number(count) : 0
  const make = (): void => {
    const numbers = proposeNumbers(
      whole,
      parts.map(({ number }) => number),
      wanted
    )
    props.enter(numbers.map((number) => newPart(mintId(), number)))
  }
  if (text === null)
    return (
      <form
        className="parts-make"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted > 0 && wanted <= room) make()
        }}
      >
        <Button htmlType="submit" disabled={wanted === 0 || wanted > room}>
          {say('relations.parts.make')}
        </Button>
        <Input
          value={count}
          maxLength={3}
          inputMode="numeric"
          aria-label={say('relations.parts.make.count')}
          onChange={(event) => setCount(event.target.value)}
        />
        <span>{say('relations.parts.make.unit')}</span>
        <Button type="text" onClick={() => setText('')}>
          {say('relations.parts.paste')}
        </Button>
      </form>
    )
  const isReady = read.parts.length > 0 && read.parts.length <= room && read.taken.length === 0
  return (
    <div className="parts-paste">
      <p className="soft">{say('relations.parts.paste.what')}</p>
      <Input.TextArea
        autoFocus
        value={text}
        rows={6}
        aria-label={say('relations.parts.paste')}
        placeholder={say('relations.parts.paste.example')}
        onChange={(event) => setText(event.target.value)}
      />
      {read.taken.length === 0 ? null : (
        <Mark level="error" text={say('relations.parts.paste.taken', { numbers: read.taken })} />
      )}
      <div className="part-foot">
        <Button
          disabled={!isReady}
          onClick={() => {
            props.enter(read.parts)
            setText(null)
          }}
        >
          {say('relations.parts.paste.do')}
        </Button>
        <Button type="text" onClick={() => setText(null)}>
          {say('common.cancel')}
        </Button>
        <span className="soft" role="status">
          {say('relations.parts.paste.count', { parts: read.parts.length })}
        </span>
      </div>
    </div>
  )
}
