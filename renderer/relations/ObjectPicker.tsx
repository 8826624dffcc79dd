import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { museum } from '../bridge/museum.ts'
import { Input } from '../kit/controls.ts'
import { isComposing } from '../kit/keys.ts'
import { useWords } from '../kit/words.ts'

const SHOWN = 10

export interface PickedObject {
  readonly id: string
  readonly number: string
  readonly name: string
}

/** An object by its number, name or pinyin initials: type, arrow keys, Enter. `except` is not offered. */
export function ObjectPicker(props: {
  readonly except: string
  readonly pick: (object: PickedObject) => void
}) {
  const say = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const sought = useDeferredValue(text.trim())
  const { data } = useQuery({
    queryKey: ['catalogue', 'pick', sought],
    queryFn: () =>
      museum.catalogue.page({ find: { text: sought, facets: {} }, limit: SHOWN + 1, count: false }),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  })
  const found = (sought === '' ? [] : (data?.rows ?? []))
    .filter(({ id }) => id !== props.except)
    .map(({ id, values }) => ({ id, number: String(values.number ?? ''), name: String(values.name ?? '') }))
    // the very number comes before those that only hold it
    .sort((a, b) => Number(b.number === sought) - Number(a.number === sought))
    .slice(0, SHOWN)
  const chosen = Math.min(at, found.length - 1)
  const pick = (object: PickedObject): void => {
    setText('')
    props.pick(object)
  }
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const object = found[chosen]
    if (step !== 0) setAt((chosen + step + found.length) % Math.max(1, found.length))
    else if (event.key === 'Enter' && object && sought === text.trim()) pick(object)
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="object-picker">
      <Input
        value={text}
        maxLength={200}
        placeholder={say('relations.pick')}
        aria-label={say('relations.pick')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="object-picker-list"
        aria-activedescendant={found[chosen] ? `picked-${found[chosen].id}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      <ul id="object-picker-list" role="listbox" aria-label={say('relations.pick')}>
        {found.map((object, index) => (
          <li
            key={object.id}
            id={`picked-${object.id}`}
            role="option"
            aria-selected={index === chosen}
            onMouseEnter={() => setAt(index)}
            onClick={() => pick(object)}
          >
            <span className="figure">{object.number}</span> {object.name || say('relations.pick.unnamed')}
          </li>
        ))}
      </ul>
      {sought !== '' && data && found.length === 0 ? (
        <p className="soft">{say('relations.pick.none')}</p>
      ) : null}
    </div>
  )
}
