import { FIELD_IDS, type FieldId } from '../../../shared/catalogue/fields.ts'
import { noValues, type FieldValue } from '../../../shared/catalogue/record.ts'
import type { Note } from '../../../shared/imports/tally.ts'
import type { Known } from '../derive.ts'
import { newValues, type ReadRow } from './read-rows.ts'

/**
 * A row on its way between threads: values by their place in FIELD_IDS instead of by name, for the names of forty fields
 * would be copied with every row.
 */
export interface PackedRow {
  readonly row: number
  readonly numberType: string
  readonly given: readonly FieldValue[]
  /** Field, value, field it follows from; and again. */
  readonly worked: readonly FieldValue[]
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly notes: readonly Note[]
  /** Of the notes, how many are remarks about cells; the others are the rules'. */
  readonly remarks: number
  readonly era: Known['era']
  readonly findings: number
  readonly marks: string
}

const PLACES: Readonly<Record<string, number>> = Object.fromEntries(FIELD_IDS.map((id, at) => [id, at]))
const BLANK = JSON.parse(JSON.stringify(noValues)) as Record<FieldId, FieldValue>

export function packRow({ row, numberType, understood, asNew }: ReadRow): PackedRow {
  const worked: FieldValue[] = []
  for (const { field, value, from } of understood.derived)
    worked.push(PLACES[field] ?? 0, value, PLACES[from] ?? 0)
  return {
    row,
    numberType,
    given: FIELD_IDS.map((id) => understood.given[id]),
    worked,
    literals: understood.literals,
    extras: understood.extras,
    notes: asNew.notes,
    remarks: understood.notes.length,
    era: asNew.known.era,
    findings: asNew.known.findings.length,
    marks: asNew.known.marks,
  }
}

export function unpackRow(packed: PackedRow): ReadRow {
  const { row, numberType, literals, extras, notes, remarks } = packed
  const given = { ...BLANK }
  for (let at = 0; at < FIELD_IDS.length; at++) {
    const value = packed.given[at] ?? null
    if (value !== null) given[fieldAt(at)] = value
  }
  const derived: { field: FieldId; value: FieldValue; from: FieldId }[] = []
  for (let at = 0; at < packed.worked.length; at += 3) {
    const [field, value = null, from] = packed.worked.slice(at, at + 3)
    derived.push({ field: fieldAt(Number(field)), value, from: fieldAt(Number(from)) })
  }
  const understood = { given, derived, literals, extras, notes: notes.slice(0, remarks) }
  const values = newValues(understood, numberType)
  const known = { era: packed.era, findings: { length: packed.findings }, marks: packed.marks }
  return { row, numberType, understood, asNew: { values, notes, known } }
}

function fieldAt(place: number): FieldId {
  return FIELD_IDS[place] ?? 'number'
}
