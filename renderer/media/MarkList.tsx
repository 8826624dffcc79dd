import { useState, type KeyboardEvent } from 'react'
import { movedPoints, SHAPES, type Mark, type MarkPlace, type MarkShape } from '../../shared/media/marks.ts'
import { failed } from '../frame/status.ts'
import { Button, Checkbox, Input, Segmented } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { shownInstant } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import type { Owner } from './deeds.ts'
import { amended, marksShown, unmarked } from './marking.ts'

/** A hundredth of the picture at a press, a thousandth with Shift. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowUp: [0, -0.01],
  ArrowDown: [0, 0.01],
}

/** What is marked on the picture: the tool to draw with, and each mark with its words. */
export function MarkList(props: {
  readonly owner: Owner
  readonly marks: readonly Mark[]
  readonly tool: MarkShape | null
  readonly take: (tool: MarkShape | null) => void
  readonly choose: (id: string | null) => void
  /** A mark on its way: drawn where it is, kept when the key is let go. */
  readonly move: (id: string, points: readonly MarkPlace[] | null) => void
}) {
  const say = useWords()
  const isShown = marksShown.use()
  const { owner, marks, tool } = props
  return (
    <section className="mark-list" aria-label={say('media.marks')}>
      <header>
        <h3>{say('media.marks')}</h3>
        <Checkbox checked={isShown} onChange={(event) => marksShown.set(event.target.checked)}>
          {say('media.marks.show')}
        </Checkbox>
      </header>
      <Segmented
        size="small"
        aria-label={say('media.marks.tool')}
        value={tool ?? 'look'}
        options={[
          { value: 'look', label: say('media.marks.look') },
          ...SHAPES.map((shape) => ({ value: shape, label: say(`media.marks.${shape}`) })),
        ]}
        onChange={(value) => {
          const shape = SHAPES.find((one) => one === value) ?? null
          if (shape !== null) marksShown.set(true)
          props.take(shape)
        }}
      />
      {marks.length === 0 ? <p className="soft">{say('media.marks.none')}</p> : null}
      <ol>
        {marks.map((mark, at) => (
          <li key={mark.id} onFocus={() => props.choose(mark.id)} onBlur={() => props.choose(null)}>
            <One owner={owner} mark={mark} at={at + 1} move={(points) => props.move(mark.id, points)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function One(props: {
  readonly owner: Owner
  readonly mark: Mark
  readonly at: number
  readonly move: (points: readonly MarkPlace[] | null) => void
}) {
  const say = useWords()
  const { owner, mark, at, move } = props
  const [isMoving, setMoving] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const keep = (): void => {
    if (text === null) return
    if (text.trim() !== (mark.words ?? '')) amended(owner, mark.id, { words: text }).catch(failed)
    setText(null)
  }
  const pressed = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const [x, y] = event.shiftKey ? [step[0] / 10, step[1] / 10] : step
    setMoving(true)
    move(movedPoints(mark.points, x, y))
  }
  const settle = (): void => {
    if (!isMoving) return
    setMoving(false)
    amended(owner, mark.id, { points: mark.points })
      .catch(failed)
      .finally(() => move(null))
  }
  return (
    <>
      <button
        type="button"
        className="mark-number"
        title={say('media.marks.move', { at })}
        aria-label={say('media.marks.move', { at })}
        onKeyDown={pressed}
        onKeyUp={settle}
        onBlur={settle}
      >
        {at}
      </button>
      <Input
        size="small"
        aria-label={say('media.marks.words', { at })}
        placeholder={say('media.marks.placeholder')}
        maxLength={500}
        value={text ?? mark.words ?? ''}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onPressEnter={(event) => {
          if (!isComposing(event.nativeEvent)) keep()
        }}
      />
      <Button
        size="small"
        type="text"
        icon={<Glyph name="close" />}
        aria-label={say('media.marks.remove', { at })}
        title={say('media.marks.remove', { at })}
        onClick={() => void unmarked(owner, mark).catch(failed)}
      />
      <span className="soft mark-by">
        {say('media.marks.by', {
          who: mark.changedBy ?? mark.createdBy,
          when: shownInstant(mark.changedAt ?? mark.createdAt),
        })}
      </span>
    </>
  )
}
