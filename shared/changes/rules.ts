import { fieldOf, isFieldId, type FieldId } from '../catalogue/fields.ts'
import {
  allFieldValues,
  type AllFieldValues,
  type FieldValue,
  type FieldValues,
} from '../catalogue/record.ts'
import { foldWidth } from '../kernel/fold.ts'
import type { Replacement, Wish } from './wish.ts'

const foldSign = (sign: string): string => foldWidth(sign).toLowerCase()

/** A text folded sign by sign, with the place in the text of each folded sign; -1 inside a sign that became several. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = ''
  let at = 0
  const places: number[] = []
  for (const sign of text) {
    const made = foldSign(sign)
    for (let part = 0; part < made.length; part += 1) places.push(part === 0 ? at : -1)
    folded += made
    at += sign.length
  }
  places.push(at)
  return { folded, places }
}

/** The text with every `find` in it replaced, from the left; as it was where there is none. */
export function replaced(text: string, { find, by, folded, whole }: Omit<Replacement, 'field'>): string {
  if (whole) return (folded ? foldAll(text) === foldAll(find) : text === find) ? by : text
  if (!folded) return text.split(find).join(by)
  const sought = foldAll(find)
  if (sought === '') return text
  const { folded: inText, places } = foldedWithPlaces(text)
  let made = ''
  let kept = 0
  let from = inText.indexOf(sought)
  while (from >= 0) {
    const begins = places[from] ?? -1
    const ends = places[from + sought.length] ?? -1
    const isWholeSigns = begins >= 0 && ends >= 0
    if (isWholeSigns) {
      made += text.slice(kept, begins) + by
      kept = ends
    }
    from = inText.indexOf(sought, isWholeSigns ? from + sought.length : from + 1)
  }
  return made + text.slice(kept)
}

const foldAll = (text: string): string => foldedWithPlaces(text).folded

/** What a wish makes of one record: its new values, or the field whose text would become longer than it may be. */
export type Wished = { readonly values: FieldValues } | { readonly tooLong: FieldId }

/** Texts are tidied at their ends as the form does it; what is left empty is not recorded. */
export function wished(before: AllFieldValues, wanted: Wish): Wished {
  const values: Partial<Record<FieldId, FieldValue>> = {}
  for (const [id, value] of Object.entries(wanted.set)) if (isFieldId(id)) values[id] = trimmed(value)
  for (const one of wanted.replace) {
    const text = before[one.field]
    if (typeof text !== 'string') continue
    const made = replaced(text, one)
    // ends that nobody asked to tidy stay as they are
    if (made !== text) values[one.field] = trimmed(made)
    if (!allFieldValues.shape[one.field].safeParse(values[one.field] ?? null).success)
      return { tooLong: one.field }
  }
  return { values }
}

function trimmed(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value
  const text = value.trim()
  return text === '' ? null : text
}

/** The fields a wish names, in its order. */
export const fieldsIn = (wanted: Wish): FieldId[] => [
  ...Object.keys(wanted.set).filter(isFieldId),
  ...wanted.replace.map(({ field }) => fieldOf(field).id),
]
