import { useState, type KeyboardEvent } from 'react'
import type { Chosen } from '../../shared/changes/contract.ts'
import { Input } from '../kit/controls.ts'
import { initialsMatch, useReadings } from '../kit/initials.ts'
import { isComposing } from '../kit/keys.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { shownCount } from '../kit/shown.ts'
import { useWords } from '../kit/words.ts'
import { WorkView } from '../kit/WorkView.tsx'
import { filling, makeSet, putInto } from './deeds.ts'
import { useSets } from './useSets.ts'

/** Into which set: one found by its name or initials, or a new one of the name that was typed. */
export function PutForm({ chosen }: { readonly chosen: Chosen }) {
  const say = useWords()
  useReadings()
  const sets = useSets() ?? []
  const busy = filling.use().state === 'running'
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const name = text.trim()
  const isNew = name !== '' && sets.every((set) => set.name !== name)
  const fitting = sets.filter((set) => initialsMatch(set.name, text))
  const choices = [
    ...fitting.map((set) => ({
      key: set.id,
      words: set.name,
      count: shownCount(set.count),
      run: () => putInto(set, chosen),
    })),
    ...(isNew
      ? [
          {
            key: 'new',
            words: say('sets.put.new', { name }),
            count: '',
            run: async () => putInto(await makeSet({ name, kind: 'other', note: null }), chosen),
          },
        ]
      : []),
  ]
  const picked = Math.min(at, choices.length - 1)
  const run = (index: number): void => {
    setError(null)
    if (!busy) choices[index]?.run().catch(setError)
  }
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((picked + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') run(picked)
    else return
    event.preventDefault()
  }
  return (
    <div className="palette" data-testid="put">
      <Input
        autoFocus
        value={text}
        maxLength={60}
        placeholder={say('sets.put.placeholder')}
        aria-label={say('sets.put.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="put-list"
        aria-activedescendant={choices[picked] ? `put-${choices[picked].key}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ul id="put-list" role="listbox" aria-label={say('sets.title')}>
        {choices.map(({ key, words, count }, index) => (
          <li
            key={key}
            id={`put-${key}`}
            role="option"
            aria-selected={index === picked}
            onMouseEnter={() => setAt(index)}
            onClick={() => run(index)}
          >
            <span>{words}</span>
            <span className="figure soft">{count}</span>
          </li>
        ))}
      </ul>
      {choices.length === 0 ? <p className="soft">{say('sets.put.first')}</p> : null}
      {error === null ? null : <FaultNotice error={error} />}
      <WorkView work={filling} />
    </div>
  )
}
