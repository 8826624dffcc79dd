import zh from '../../../resources/words/zh-CN/fields.json' with { type: 'json' }
import en from '../../../resources/words/en/fields.json' with { type: 'json' }
import type { FieldValue, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { eraByCode } from '../../../shared/kernel/era/index.ts'
import { FIELDS, type FieldId } from '../../../shared/catalogue/fields.ts'

/** What a stranger must know of a field to read the file without this program. */
export interface GuideLine {
  readonly id: FieldId
  readonly label: string
  readonly english: string
  /** See shared/catalogue/fields.ts. */
  readonly kind: string
  /** The code table its values come from. */
  readonly table: string | null
  /** Its number among the 37 of the national registration table. */
  readonly census: number | null
  readonly required: boolean
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

/** A value, or the text beside it where it was not understood; the era by its name, not by its code. Null is nothing. */
export function said(
  { values, literals }: Pick<ObjectRecord, 'values' | 'literals'>,
  field: FieldId
): FieldValue {
  // "34 套" is written beside the pieces, which it does not count: in their place it would become a count of them
  const text = field === 'actualQuantity' && values.sets !== null ? undefined : literals[field]
  const value = values[field] ?? text ?? null
  if (value === '') return null
  return field === 'era' ? (eraByCode(String(value))?.label ?? value) : value
}

export const labelOf = (id: FieldId): string => words[`field.${id}`] ?? id
