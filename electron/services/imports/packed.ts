import { FIELD_IDS, type FieldId } from '../../../shared/catalogue/fields.ts'
import { noValues, type FieldValue, type OwnValues } from '../../../shared/catalogue/record.ts'
import type { Note } from '../../../shared/imports/tally.ts'
import type { DerivedValue, UnderstoodRow } from '../../../shared/imports/understand.ts'
import type { Known } from '../derive.ts'
import type { ReadRow } from './read-rows.ts'

/**
 * A row on its way between threads: what it is as a new object, its values by their place in FIELD_IDS instead of by name,
 * and as much besides as it takes to tell what its cells gave.
 */
export interface PackedRow {
  readonly row: number
  readonly fields: readonly FieldValue[]
  /** Of the fields, those that no cell gave: place, and place of the field it follows from; and again. */
  readonly added: readonly number[]
  /** Left out where there is nothing. */
  readonly own?: OwnValues
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly notes: readonly Note[]
  /** Of the notes, how many are remarks about cells; the others are the rules'. */
  readonly remarks: number
  readonly era: Known['era']
  readonly findings: number
  readonly marks: string
}

const PLACES = Object.fromEntries(FIELD_IDS.map((id, at) => [id, at])) as Record<FieldId, number>
const BLANK = JSON.parse(JSON.stringify(noValues)) as Record<FieldId, FieldValue>
/** In the place of a field: what follows from none. */
const NONE = -1

export function packRow({ row, understood, own, literals, extras, remarks, asNew }: ReadRow): PackedRow {
  const { given, derived } = understood()
  const added: number[] = []
  for (const { field, from } of derived) added.push(PLACES[field], PLACES[from])
  if (given.numberType === null) added.push(PLACES.numberType, NONE)
  if (given.book === null) added.push(PLACES.book, NONE)
  const { fields, notes, known } = asNew
  const { era, findings, marks } = known
  return {
    ...{ row, fields, added, literals, extras, notes },
    ...{ remarks: remarks.length, era, findings: findings.length, marks },
    ...(isNothing(own) ? {} : { own }),
  }
}

function isNothing(own: OwnValues): boolean {
  for (const _ in own) return false
  return true
}
const NO_VALUES: OwnValues = Object.freeze({})

export function unpackRow(packed: PackedRow): ReadRow {
  const { row, fields, literals, extras, notes } = packed
  const number = givenAt(packed, PLACES.number)
  const name = givenAt(packed, PLACES.name)
  return {
    row,
    number: number === null ? null : String(number),
    name: name === null ? null : String(name),
    numberType: String(fields[PLACES.numberType]),
    own: packed.own ?? NO_VALUES,
    literals,
    extras,
    remarks: packed.remarks === 0 ? NO_NOTES : notes.slice(0, packed.remarks),
    understood: () => understoodOf(packed),
    asNew: {
      fields,
      notes,
      known: { era: packed.era, findings: { length: packed.findings }, marks: packed.marks },
    },
  }
}

const NO_NOTES: readonly Note[] = []

function givenAt({ fields, added }: PackedRow, place: number): FieldValue {
  for (let at = 0; at < added.length; at += 2) if (added[at] === place) return null
  return fields[place] ?? null
}

function understoodOf(packed: PackedRow): UnderstoodRow {
  const { fields, added, literals, extras, notes, remarks } = packed
  const given = { ...BLANK }
  for (const [at, id] of FIELD_IDS.entries()) given[id] = givenAt(packed, at)
  const derived: DerivedValue[] = []
  for (let at = 0; at < added.length; at += 2) {
    const [place = NONE, from = NONE] = added.slice(at, at + 2)
    if (from !== NONE)
      derived.push({ field: fieldAt(place), value: fields[place] ?? null, from: fieldAt(from) })
  }
  const { own = NO_VALUES } = packed
  return { given, derived, own, literals, extras, notes: notes.slice(0, remarks) }
}

/** The value of a field among values laid out in the order of FIELD_IDS; null for what is no field. */
export function laidAt(fields: readonly FieldValue[], field: string): FieldValue {
  return fields[PLACES[field as FieldId]] ?? null
}

function fieldAt(place: number): FieldId {
  return FIELD_IDS[place] ?? 'number'
}
