import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { seriesOf, type Numbered } from '../../shared/numbers/pattern.ts'
import { museum } from '../bridge/museum.ts'
import type { Form, FormStep } from '../catalogue/form.ts'
import { pressFor } from '../frame/commands.ts'
import { Mark } from '../kit/Mark.tsx'
import { useWords } from '../kit/words.ts'
import { takeNextOrSay } from './proposals.ts'

/** How long a number must stand still before it is looked up. */
const STILL_MS = 300

/** Under a number: the way to the next free one, and a word where another record has or had this one. */
export function NumberDeeds(props: {
  readonly field: Numbered
  readonly recordId: string
  readonly form: Form
  readonly step: (step: FormStep) => void
}) {
  const say = useWords()
  const { field, recordId, form, step } = props
  const { values, stored } = form
  const number = String(values[field] ?? '').trim()
  const still = useStill(number)
  const series = seriesOf(field, values)
  const { data } = useQuery({
    queryKey: ['catalogue', 'numbers', 'usage', series, still, recordId],
    queryFn: () => museum.numbers.usage({ series, number: still, recordId }),
    enabled: still !== '' && still !== stored[field],
  })
  const told = still === number ? data : undefined
  // a number that stands is not exchanged by a stray click
  const stands = stored[field] !== null && stored[field] === values[field]
  return (
    <>
      {stands && stored.numberType === values.numberType ? null : (
        <button
          type="button"
          className="plain"
          title={pressFor(field === 'number' ? 'numbers.next' : 'numbers.nextClass') ?? undefined}
          onClick={() => takeNextOrSay(recordId, field, values, step)}
        >
          {say('numbers.next')}
        </button>
      )}
      {told?.standing ? (
        <Mark
          level="warning"
          text={say('numbers.standing', { name: told.standing.name ?? told.standing.number })}
        />
      ) : null}
      {told?.past === true && !told.standing ? <Mark level="warning" text={say('numbers.past')} /> : null}
    </>
  )
}

/** The text once it has not changed for a while. */
function useStill(text: string): string {
  const [still, setStill] = useState(text)
  useEffect(() => {
    const later = setTimeout(() => setStill(text), STILL_MS)
    return () => clearTimeout(later)
  }, [text])
  return still
}
