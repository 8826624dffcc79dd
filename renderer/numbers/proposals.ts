import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FieldId } from '../../shared/catalogue/fields.ts'
import type { AllFieldValues, FieldValue, FieldValues } from '../../shared/catalogue/record.ts'
import { NUMBERED, type Numbered } from '../../shared/numbers/pattern.ts'
import { museum } from '../bridge/museum.ts'
import type { Form, FormStep } from '../catalogue/form.ts'
import { failed, saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'

/** Numbers that the form shows as proposals, by the form's record; what is typed over one is no proposal any more. */
const proposals = shared<{ readonly recordId: string; readonly shown: FieldValues }>({
  recordId: '',
  shown: {},
})

/** What a number may be made of. */
const MADE_OF: readonly FieldId[] = [
  'numberType',
  'category',
  'acquisitionYear',
  'acquiredOn',
  'registeredOn',
]

const madeOf = (values: AllFieldValues): FieldValues =>
  Object.fromEntries(MADE_OF.map((id): [string, FieldValue] => [id, values[id]]))

const shownIn = (recordId: string): FieldValues => {
  const now = proposals.get()
  return now.recordId === recordId ? now.shown : {}
}

function show(recordId: string, field: Numbered, number: string): void {
  proposals.set({ recordId, shown: { ...shownIn(recordId), [field]: number } })
}

/** Which fields of the form still show what was proposed: the service gives them their real numbers. */
export function proposedIn(recordId: string, values: FieldValues): Numbered[] {
  const shown = shownIn(recordId)
  return NUMBERED.filter((field) => shown[field] !== undefined && shown[field] === values[field])
}

/** Fills in the numbers of a new record by the museum's patterns, and again when what they are made of changes. */
export function useProposals(
  recordId: string,
  isNew: boolean,
  form: Form,
  step: (step: FormStep) => void
): void {
  const made = madeOf(form.values)
  const { data } = useQuery({
    queryKey: ['catalogue', 'numbers', 'next', made],
    queryFn: () => museum.numbers.next({ values: made }),
    enabled: isNew,
    placeholderData: (before) => before,
  })
  const { number, classNumber } = form.values
  useEffect(() => {
    if (!isNew || !data) return
    const now: FieldValues = { number, classNumber }
    for (const field of NUMBERED) {
      const offer = data[field]
      const shown = shownIn(recordId)[field]
      const isOurs = shown !== undefined && shown === now[field]
      if (offer.number === null || offer.number === shown) continue
      if (
        now[field] === offer.number ||
        (isOurs ? true : offer.auto && now[field] === null && shown === undefined)
      ) {
        show(recordId, field, offer.number)
        if (now[field] !== offer.number) step({ kind: 'propose', field, value: offer.number })
      }
    }
  }, [data, isNew, recordId, number, classNumber, step])
}

/** The next free number into a field, on request. */
export async function takeNext(
  recordId: string,
  field: Numbered,
  values: AllFieldValues,
  step: (step: FormStep) => void
): Promise<void> {
  const { [field]: offer } = await museum.numbers.next({ values: madeOf(values) })
  if (offer.number === null) {
    saved(offer.lacks === 'category' ? 'numbers.lacks.category' : 'numbers.lacks.pattern')
    return
  }
  show(recordId, field, offer.number)
  step({ kind: 'fill', field, value: offer.number })
  saved('numbers.proposed', { number: offer.number })
}

export const takeNextOrSay = (...wish: Parameters<typeof takeNext>): void =>
  void takeNext(...wish).catch(failed)
