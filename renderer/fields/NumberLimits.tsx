import { useState } from 'react'
import type { OwnDefinition } from '../../shared/fields/record.ts'
import { readNumber } from '../../shared/kernel/number.ts'
import { Input } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'
import { Labelled } from './Labelled.tsx'

type Limits = Pick<OwnDefinition, 'unit' | 'min' | 'max'>

/** Of a field of numbers: the unit, and what a number should lie between. */
export function NumberLimits(props: {
  readonly wish: Limits
  readonly fill: (change: Partial<Limits>) => void
}) {
  const say = useWords()
  const { wish, fill } = props
  return (
    <div className="own-three">
      <Labelled words={say('own.unit')}>
        {(id) => (
          <Input
            id={id}
            maxLength={20}
            value={wish.unit ?? ''}
            placeholder={say('own.unit.example')}
            onChange={(event) => fill({ unit: event.target.value })}
          />
        )}
      </Labelled>
      <Limit words={say('own.min')} value={wish.min} set={(min) => fill({ min })} />
      <Limit words={say('own.max')} value={wish.max} set={(max) => fill({ max })} />
    </div>
  )
}

/** What is typed stands as it is; only what is a number counts. */
function Limit(props: {
  readonly words: string
  readonly value: number | null
  readonly set: (value: number | null) => void
}) {
  const say = useWords()
  const [typed, setTyped] = useState(props.value === null ? '' : String(props.value))
  const isNone = typed.trim() !== '' && readNumber(typed).value === null
  return (
    <Labelled words={props.words} said={isNone ? say('own.limit.none') : null}>
      {(id) => (
        <Input
          id={id}
          maxLength={20}
          value={typed}
          aria-invalid={isNone}
          onChange={(event) => {
            setTyped(event.target.value)
            props.set(readNumber(event.target.value).value)
          }}
        />
      )}
    </Labelled>
  )
}
