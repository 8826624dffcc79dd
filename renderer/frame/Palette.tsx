import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import { Input, Modal } from '../kit/controls.ts'
import { initialsMatch, useReadings } from '../kit/initials.ts'
import { isComposing } from '../kit/keys.ts'
import { Keys } from '../kit/Keys.tsx'
import { useWords } from '../kit/words.ts'
import { COMMANDS } from './commands.ts'
import { run, useDeed, useNamed, usePossible, type NamedDeed } from './deeds.ts'

const FOCUS = { focusTriggerAfterClose: false }

/** Ctrl+K: every deed with its shortcut, found by words or pinyin initials. */
export function Palette() {
  const [open, setOpen] = useState(false)
  const cameFrom = useRef<Element | null>(null)
  const say = useWords()
  const close = useCallback(() => {
    setOpen(false)
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus()
    cameFrom.current = null
  }, [])
  useDeed(
    'palette',
    useCallback(() => {
      if (cameFrom.current) close()
      else {
        cameFrom.current = document.activeElement
        setOpen(true)
      }
    }, [close])
  )
  return (
    <Modal
      open={open}
      onCancel={close}
      // by itself it would do so when it has faded away, into what has been opened meanwhile
      focusable={FOCUS}
      footer={null}
      closable={false}
      title={say('frame.palette')}
      destroyOnHidden
      width={520}
      style={{ top: 60 }}
    >
      <Deeds close={close} />
    </Modal>
  )
}

interface Offered extends NamedDeed {
  readonly keys: string | null
}

function Deeds({ close }: { readonly close: () => void }) {
  const say = useWords()
  const possible = usePossible()
  useReadings()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const own = useNamed()
  const deeds = COMMANDS.filter(({ id }) => id !== 'palette' && possible.has(id)).map(
    ({ id, words, press: keys }): Offered => ({ key: id, name: say(words), keys, run: () => run(id) })
  )
  const found = [...deeds, ...own.map((deed): Offered => ({ ...deed, keys: null }))].filter(({ name }) =>
    initialsMatch(name, text)
  )
  const chosen = Math.min(at, found.length - 1)
  const doIt = (deed: NamedDeed): void => {
    close()
    // when the focus is where it was
    setTimeout(() => deed.run(), 0)
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
      doIt(command)
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
        aria-activedescendant={found[chosen] ? `palette-${found[chosen].key}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ul id="palette-list" role="listbox" aria-label={say('frame.palette')}>
        {found.map((deed, index) => (
          <li
            key={deed.key}
            id={`palette-${deed.key}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
            onMouseEnter={() => setAt(index)}
            onClick={() => doIt(deed)}
          >
            <span>{deed.name}</span>
            {deed.keys === null ? null : <Keys press={deed.keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="soft">{say('frame.palette.none')}</p> : null}
    </div>
  )
}
