import { useState } from 'react'
import { parentFits } from '../../shared/vocabulary/rules.ts'
import { table, type TableName } from '../../shared/vocabulary/tables.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { Button, Input } from '../kit/controls.ts'
import { FaultNotice } from '../kit/Notice.tsx'
import { useWords } from '../kit/words.ts'
import { isWithdrawn } from './status.ts'
import { ValueSelect } from './ValueSelect.tsx'
import { yearOf } from './yearOf.ts'

interface Props {
  readonly name: TableName
  readonly parent: string | null
  readonly label: string
  readonly leave: () => void
  readonly added: (code: string) => void
}

/** A value of the museum's own: its label, what it stands under, other words for it. */
export function AddValue({ name, parent, label: given, leave, added }: Props) {
  const say = useWords()
  const here = table(name)
  const fitting = here.values.filter(
    ({ code, status }) => !isWithdrawn(status) && parentFits(name, here, code)
  )
  const [label, setLabel] = useState(given)
  const [under, setUnder] = useState(fitting.some(({ code }) => code === parent) ? parent : null)
  const [aliases, setAliases] = useState('')
  const [start, setStart] = useState('')
  const [end, setEnd] = useState('')
  const [pieces, setPieces] = useState('')
  const [error, setError] = useState<unknown>(null)
  const needsParent = !parentFits(name, here, null)
  const years = [yearOf(start), yearOf(end)] as const
  const count = pieces.trim() === '' ? null : /^\d{1,4}$/.test(pieces.trim()) ? Number(pieces) : undefined
  const isReady =
    label.trim() !== '' &&
    (!needsParent || under !== null) &&
    !years.includes(undefined) &&
    count !== undefined
  const add = async (): Promise<void> => {
    setError(null)
    const words = aliases
      .split(/[、,，;；\n]/u)
      .map((word) => word.trim())
      .filter((word) => word !== '')
    const more = { start: years[0] ?? null, end: years[1] ?? null, pieces: count ?? null }
    const { code } = await museum.vocabulary.add({
      table: name,
      label,
      parent: under,
      aliases: words,
      ...more,
    })
    saved('vocabulary.added', { label: label.trim() })
    added(code)
  }
  return (
    <form
      className="vocabulary-form"
      data-testid="add-value"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void add().catch(setError)
      }}
    >
      <h2>{say('vocabulary.add.title')}</h2>
      <label>
        {say('vocabulary.column.label')}
        <Input autoFocus value={label} maxLength={60} onChange={(event) => setLabel(event.target.value)} />
      </label>
      <label>
        {say(needsParent ? 'vocabulary.add.parent' : 'vocabulary.add.parent.optional')}
        <ValueSelect values={fitting} value={under} label={say('vocabulary.add.parent')} choose={setUnder} />
      </label>
      <label>
        {say('vocabulary.add.aliases')}
        <Input value={aliases} maxLength={400} onChange={(event) => setAliases(event.target.value)} />
      </label>
      {name === 'era' ? (
        <>
          <label>
            {say('vocabulary.add.start')}
            <Input
              value={start}
              maxLength={16}
              aria-invalid={years[0] === undefined}
              onChange={(event) => setStart(event.target.value)}
            />
          </label>
          <label>
            {say('vocabulary.add.end')}
            <Input
              value={end}
              maxLength={16}
              aria-invalid={years[1] === undefined}
              onChange={(event) => setEnd(event.target.value)}
            />
          </label>
          <p className="soft">{say('vocabulary.add.years')}</p>
        </>
      ) : null}
      {name === 'quantity-unit' ? (
        <label>
          {say('vocabulary.add.pieces')}
          <Input
            value={pieces}
            maxLength={4}
            aria-invalid={count === undefined}
            onChange={(event) => setPieces(event.target.value)}
          />
        </label>
      ) : null}
      {error === null ? null : <FaultNotice error={error} />}
      <div className="vocabulary-deeds">
        <Button type="primary" htmlType="submit" disabled={!isReady}>
          {say('vocabulary.add.do')}
        </Button>
        <Button onClick={leave}>{say('vocabulary.leave')}</Button>
      </div>
    </form>
  )
}
