import { useCallback, useState, type KeyboardEvent } from 'react'
import { Input, Modal } from '../kit/controls.ts'
import { initialsMatch, useReadings } from '../kit/initials.ts'
import { isComposing } from '../kit/keys.ts'
import { Keys } from '../kit/Keys.tsx'
import { useWords } from '../kit/words.ts'
import { COMMANDS, type CommandId } from './commands.ts'
import { run, useDeed, usePossible } from './deeds.ts'

/** Ctrl+K: every deed with its shortcut, found by words or pinyin initials. */
export function Palette() {
  const [open, setOpen] = useState(false)
  const say = useWords()
  useDeed(
    'palette',
    useCallback(() => setOpen((now) => !now), [])
  )
  return (
    <Modal
      open={open}
      onCancel={() => setOpen(false)}
      footer={null}
      closable={false}
      title={say('frame.palette')}
      destroyOnHidden
      width={520}
      style={{ top: 60 }}
    >
      <Deeds close={() => setOpen(false)} />
    </Modal>
  )
}

function Deeds({ close }: { readonly close: () => void }) {
  const say = useWords()
  const possible = usePossible()
  useReadings()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = COMMANDS.filter(
    ({ id, words }) => id !== 'palette' && possible.has(id) && initialsMatch(say(words), text)
  )
  const chosen = Math.min(at, found.length - 1)
  const doIt = (id: CommandId): void => {
    close()
    // after the dialog has given the focus back
    setTimeout(() => run(id), 0)
  }
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((chosen + step + found.length) % Math.max(1, found.length))
    }
    const command = found[chosen]
    if (event.key === 'Enter' && command) {
      event.preventDefault()
      doIt(command.id)
    }
  }
  return (
    <div className="palette">
      <Input
        autoFocus
        value={text}
        placeholder={say('frame.palette.placeholder')}
        aria-label={say('frame.palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${found[chosen].id}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ul id="palette-list" role="listbox" aria-label={say('frame.palette')}>
        {found.map(({ id, words, press: keys }, index) => (
          <li
            key={id}
            id={`palette-${id}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
            onMouseEnter={() => setAt(index)}
            onClick={() => doIt(id)}
          >
            <span>{say(words)}</span>
            {keys === null ? null : <Keys press={keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="soft">{say('frame.palette.none')}</p> : null}
    </div>
  )
}
