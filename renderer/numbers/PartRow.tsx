import type { PatternPart } from '../../shared/numbers/pattern.ts'
import { Button, Input, Select } from '../kit/controls.ts'
import { useWords } from '../kit/words.ts'

const WIDTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** One part of a number: what it is, how it is written, and its place among the others. */
export function PartRow(props: {
  readonly part: PatternPart
  readonly at: number
  readonly last: number
  readonly set: (part: PatternPart) => void
  readonly remove: () => void
  /** One place further to the front. */
  readonly forward: () => void
}) {
  const say = useWords()
  const { part, at, last } = props
  return (
    <li className="pattern-part" data-kind={part.kind}>
      <span className="pattern-kind">{say(`numbers.part.${part.kind}`)}</span>
      <Writing part={part} set={props.set} />
      <Button size="small" type="text" disabled={at === 0} onClick={props.forward}>
        {say('numbers.part.forward')}
      </Button>
      <Button size="small" type="text" disabled={last === 0} onClick={props.remove}>
        {say('numbers.part.remove')}
      </Button>
    </li>
  )
}

function Writing({ part, set }: { readonly part: PatternPart; readonly set: (part: PatternPart) => void }) {
  const say = useWords()
  switch (part.kind) {
    case 'text':
      return (
        <Input
          aria-label={say('numbers.part.text')}
          value={part.text}
          maxLength={20}
          onChange={(event) => set({ kind: 'text', text: event.target.value })}
        />
      )
    case 'year':
      return (
        <Select
          aria-label={say('numbers.part.digits')}
          value={part.digits}
          onChange={(digits) => set({ kind: 'year', digits })}
          options={([4, 2] as const).map((digits) => ({
            value: digits,
            label: say('numbers.part.digits.count', { digits }),
          }))}
        />
      )
    case 'running':
      return (
        <Select
          aria-label={say('numbers.part.width')}
          value={part.width}
          onChange={(width) => set({ kind: 'running', width })}
          options={WIDTHS.map((width) => ({
            value: width,
            label: say('numbers.part.width.count', { width }),
          }))}
        />
      )
    default:
      return <span className="soft">{say('numbers.part.category.what')}</span>
  }
}
