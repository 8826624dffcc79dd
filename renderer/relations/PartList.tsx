import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import { MOST_PARTS, newPart, proposeNumbers, type Part } from '../../shared/relations/parts.ts'
import { mintId } from '../bridge/mintId.ts'
import { beforeLeaving } from '../frame/place.ts'
import { failed } from '../frame/status.ts'
import { Button } from '../kit/controls.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { isComposing } from '../kit/keys.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { arranged, ownerOf } from './deeds.ts'
import { MakeParts } from './MakeParts.tsx'
import { PartEditor } from './PartEditor.tsx'
import { PartRow } from './PartRow.tsx'

/** The part list of an object: every change is saved as it is made, and Ctrl+Z takes it back. */
export function PartList(props: {
  readonly record: ObjectRecord
  readonly revision: number
  readonly stored: (record: ObjectRecord) => void
}) {
  const say = useWords()
  const { record, revision, stored } = props
  const { parts } = record
  const whole = String(record.values.number ?? '')
  const count = record.values.actualQuantity
  const list = useRef<HTMLTableElement>(null)
  /** The part that is being changed, as it was when that began; a new one is in the list only once it is saved. */
  const [open, setOpen] = useState<Part | null>(null)
  /** What the open part says now, to be saved whatever happens next. */
  const typed = useRef<Part | null>(null)

  const arrange = useCallback(
    async (next: readonly Part[]): Promise<void> => stored(await arranged(ownerOf(record), revision, next)),
    [record, revision, stored]
  )
  const close = useCallback(async (): Promise<void> => {
    const part = typed.current
    if (part !== null) await arrange(withPart(parts, part))
    // only now: a number that is refused stays to be put right
    typed.current = null
    setOpen(null)
  }, [parts, arrange])
  const keep = useRef(close)
  useEffect(() => {
    keep.current = close
  }, [close])
  // leaving the record, the room or the window saves what is typed
  useEffect(() => {
    const stop = beforeLeaving(() => keep.current())
    return () => {
      stop()
      keep.current().catch(failed)
    }
  }, [])

  const hear = useCallback((next: Part | null) => {
    typed.current = next
  }, [])

  const look = (part: Part | null): void =>
    void close()
      .then(() => setOpen(part))
      .catch(failed)
  const add = (): void => {
    const numbers = [...parts, ...(typed.current ? [typed.current] : [])].map(({ number }) => number)
    const [number = ''] = proposeNumbers(whole, numbers, 1)
    look(newPart(mintId(), number))
  }
  const enter = async (fresh: readonly Part[]): Promise<void> => {
    const part = typed.current
    await arrange([...(part === null ? parts : withPart(parts, part)), ...fresh])
    typed.current = null
    setOpen(null)
  }
  const move = (part: Part, step: 1 | -1): void => {
    const at = parts.indexOf(part)
    if (at + step < 0 || at + step >= parts.length) return
    const others = parts.filter((one) => one !== part)
    arrange([...others.slice(0, at + step), part, ...others.slice(at + step)])
      .then(() => focusRow(list.current, part.id))
      .catch(failed)
  }
  const remove = (part: Part): void => {
    const next = parts[parts.indexOf(part) + 1] ?? parts[parts.indexOf(part) - 1]
    arrange(parts.filter((one) => one !== part))
      .then(() => focusRow(list.current, next?.id))
      .catch(failed)
  }
  const pressed = (event: KeyboardEvent, part: Part): void => {
    if (isComposing(event.nativeEvent)) return
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
    if (step !== undefined) move(part, step)
    else if (event.key === 'Delete') remove(part)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isNew = open !== null && !parts.some(({ id }) => id === open.id)
  const editor =
    open === null ? null : (
      <tr key={`${open.id} open`}>
        <td colSpan={4}>
          <PartEditor
            part={open}
            objectId={record.id}
            typed={hear}
            save={(next) => {
              hear(next)
              close().catch(failed)
            }}
            another={() => add()}
            leave={() => {
              typed.current = null
              setOpen(null)
            }}
          />
        </td>
      </tr>
    )
  return (
    <section className="parts" aria-labelledby="parts" data-testid="parts">
      <header>
        <h3 id="parts">{say('relations.parts.count', { parts: parts.length })}</h3>
        {parts.length === 0 || typeof count !== 'number' ? null : count === parts.length ? (
          <span className="soft">{say('relations.parts.agree', { count })}</span>
        ) : (
          <Mark level="warning" text={say('relations.parts.differ', { count, parts: parts.length })} />
        )}
        <Button icon={<Glyph name="plus" />} disabled={parts.length >= MOST_PARTS} onClick={add}>
          {say('relations.parts.add')}
        </Button>
      </header>
      {parts.length === 0 && open === null ? <p className="soft">{say('relations.parts.none')}</p> : null}
      {parts.length === 0 && open === null ? null : (
        <table className="table" ref={list}>
          <thead>
            <tr>
              <th scope="col">{say('relations.part.number')}</th>
              <th scope="col">{say('relations.part.name')}</th>
              <th scope="col">{say('relations.part.state')}</th>
              <th scope="col">
                <span className="unseen">{say('relations.part.deeds')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.flatMap((part, at) => [
              <PartRow
                key={part.id}
                part={part}
                isFirst={at === 0}
                isLast={at === parts.length - 1}
                open={() => look(open?.id === part.id ? null : part)}
                isOpen={open?.id === part.id}
                pressed={(event) => pressed(event, part)}
                move={(step) => move(part, step)}
                remove={() => remove(part)}
              />,
              ...(open?.id === part.id ? [editor] : []),
            ])}
            {isNew ? editor : null}
          </tbody>
        </table>
      )}
      {parts.length === 0 ? null : <p className="soft">{say('relations.parts.keys')}</p>}
      <MakeParts whole={whole} parts={parts} enter={(fresh) => void enter(fresh).catch(failed)} />
    </section>
  )
}

const withPart = (parts: readonly Part[], part: Part): readonly Part[] =>
  parts.some(({ id }) => id === part.id)
    ? parts.map((one) => (one.id === part.id ? part : one))
    : [...parts, part]

/** Once it is drawn: the row stands elsewhere by then. */
function focusRow(list: HTMLElement | null, id: string | undefined): void {
  requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-part="${id ?? ''}"] button`)?.focus())
}
