import zh from '../../../resources/words/zh-CN/fields.json' with { type: 'json' }
import en from '../../../resources/words/en/fields.json' with { type: 'json' }
import type { FieldKey, FieldValue, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { inUse, type OwnField } from '../../../shared/fields/record.ts'
import { eraByCode } from '../../../shared/kernel/era/index.ts'
import { FIELDS, type FieldId } from '../../../shared/catalogue/fields.ts'

/** What a stranger must know of a field to read the file without this program. */
export interface GuideLine {
  readonly id: FieldKey
  readonly label: string
  readonly english: string
  /** See shared/catalogue/fields.ts. */
  readonly kind: string
  /** The code table its values come from. */
  readonly table: string | null
  /** Its number among the 37 of the national registration table. */
  readonly census: number | null
  readonly required: boolean
  /** Of a field that the museum has added: what its numbers are told in. */
  readonly unit?: string | null
}

const words: Readonly<Record<string, string>> = zh
const english: Readonly<Record<string, string>> = en

/** All fields in the order of the record. */
export const GUIDE: readonly GuideLine[] = FIELDS.map(({ id, kind, table, census, required }) => ({
  id,
  label: words[`field.${id}`] ?? id,
  english: english[`field.${id}`] ?? id,
  kind,
  table: table ?? null,
  census: census ?? null,
  required: required ?? false,
}))

/** The fields that a museum has added, in their order; its own code lists are told with their values. */
export const ownGuide = (own: readonly OwnField[]): GuideLine[] =>
  own.map(({ id, name, english: inEnglish, kind, codes, unit, required }) => ({
    id,
    label: name,
    english: inEnglish ?? name,
    kind,
    table: codes.length === 0 ? null : codes.map(({ label }) => label).join('；'),
    census: null,
    required,
    unit,
  }))

/** A value of any field with the name of its column. */
export interface Column {
  readonly id: FieldKey
  readonly label: string
}
/** All columns of a list: the fields of the national table, then those in use that the museum has added. */
export const columnsWith = (own: readonly OwnField[]): readonly Column[] => [
  ...GUIDE,
  ...ownGuide(inUse(own)),
]

/** A value, or the text beside it where it was not understood; the era by its name, not by its code. Null is nothing. */
export function said(
  { values, literals }: Pick<ObjectRecord, 'values' | 'literals'>,
  field: FieldKey
): FieldValue {
  // "34 套" is written beside the pieces, which it does not count: in their place it would become a count of them
  const text = field === 'actualQuantity' && values.sets !== null ? undefined : literals[field]
  const value = values[field] ?? text ?? null
  if (value === '') return null
  return field === 'era' ? (eraByCode(String(value))?.label ?? value) : value
}

export const labelOf = (id: FieldId): string => words[`field.${id}`] ?? id
