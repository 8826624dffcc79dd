import { EXTRA, LITERAL, typed, type Rewriting } from '../audit/rules.ts'
import {
  fitsField,
  isFieldKey,
  valueIn,
  type FieldKey,
  type FieldValue,
  type Gathered,
  type ObjectRecord,
} from '../catalogue/record.ts'
import { fitsOwn, readOwn } from '../fields/reading.ts'
import { isOwnId, type OwnField, type OwnId } from '../fields/record.ts'
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

/** What a wish makes of one record, or the field whose value it may not have: a text too long, a day that is none. */
export type Wished = Rewriting | { readonly unfit: FieldKey }
type Changeable = Pick<ObjectRecord, 'values' | 'literals' | 'extras'>

/** Texts are tidied at their ends as the form does it; what is left empty is not recorded. */
export function wished(record: Changeable, wanted: Wish, own: ReadonlyMap<OwnId, OwnField>): Wished {
  const values: Gathered = {}
  for (const [id, value] of Object.entries(wanted.set)) if (isFieldKey(id)) values[id] = trimmed(value)
  for (const one of wanted.replace) {
    const text = valueIn(record.values, one.field)
    if (typeof text !== 'string') continue
    const made = replaced(text, one)
    // ends that nobody asked to tidy stay as they are
    if (made !== text) values[one.field] = trimmed(made)
  }
  for (const id of Object.keys(values).filter(isFieldKey))
    if (!fits(id, valueIn(values, id), own)) return { unfit: id }
  return promoted(record, typed(record, values), wanted.promote, own)
}

/** A field that is not there any more takes nothing. */
function fits(key: FieldKey, value: FieldValue, own: ReadonlyMap<OwnId, OwnField>): boolean {
  if (!isOwnId(key)) return fitsField(key, value)
  const field = own.get(key)
  return field !== undefined && fitsOwn(field, value)
}

/**
 * What stood beside the record under a heading becomes the value of a field, or its text where it is no value; a field
 * that says something already keeps it, and the column stays beside the record.
 */
function promoted(
  record: Changeable,
  before: Rewriting,
  wanted: Wish['promote'],
  own: ReadonlyMap<OwnId, OwnField>
): Rewriting {
  let made = before
  for (const { heading, field: id } of wanted) {
    const field = own.get(id)
    const text = made.extras[heading]
    const taken =
      valueIn({ ...record.values, ...made.values }, id) !== null || made.literals[id] !== undefined
    if (!field || text === undefined || taken) continue
    const { value, literal } = readOwn(field, text)
    const { [heading]: _gone, ...extras } = made.extras
    made = {
      values: value === null ? made.values : { ...made.values, [id]: value },
      extras,
      literals: literal === null ? made.literals : { ...made.literals, [id]: literal },
      changes: {
        ...made.changes,
        ...(value === null ? {} : { [id]: [null, value] as const }),
        ...(literal === null ? {} : { [LITERAL + id]: [null, literal] as const }),
        [EXTRA + heading]: [text, null],
      },
    }
  }
  return made
}

/** Exactly the cells that were shown of a record, which is as it was then. */
export function asShown(
  record: Changeable,
  cells: readonly { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }[]
): Rewriting {
  const values: Gathered = {}
  for (const { field, after } of cells) if (isFieldKey(field)) values[field] = after
  const made = typed(record, values)
  const literals = new Map(Object.entries(made.literals))
  const extras = new Map(Object.entries(made.extras))
  const changes = { ...made.changes }
  for (const { field: key, before, after } of cells) {
    if (isFieldKey(key)) continue
    const isExtra = key.startsWith(EXTRA)
    const texts = isExtra ? extras : literals
    const of = key.slice(isExtra ? EXTRA.length : LITERAL.length)
    if (after === null) texts.delete(of)
    else texts.set(of, String(after))
    changes[key] = [before, after]
  }
  return { ...made, literals: Object.fromEntries(literals), extras: Object.fromEntries(extras), changes }
}

function trimmed(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value
  const text = value.trim()
  return text === '' ? null : text
}
