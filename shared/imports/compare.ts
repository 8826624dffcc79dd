import { EXTRA, LITERAL } from '../audit/rules.ts'
import { FIELD_IDS, type FieldId } from '../catalogue/fields.ts'
import type { FieldValue, ObjectRecord } from '../catalogue/record.ts'
import type { ImportLine } from './contract.ts'
import type { UnderstoodRow } from './understand.ts'

type Change = ImportLine['changes'][number]

/** What a row would make of a record that is there already. `changes` is empty where it says nothing new. */
export interface Comparison {
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly changes: readonly Change[]
}

/**
 * Compares cell by cell. An empty cell erases nothing; a cell that was not understood leaves a value alone and only
 * replaces the text of an earlier one that was not understood either. What is worked out (bands, classes) follows its
 * source where that changes.
 */
export function compare(
  row: UnderstoodRow,
  record: Pick<ObjectRecord, 'values' | 'literals' | 'extras'>
): Comparison {
  const changes: Change[] = []
  const values: Partial<Record<FieldId, FieldValue>> = {}
  const literals = new Map(Object.entries(record.literals))
  const put = (field: FieldId, after: FieldValue): void => {
    const literal = row.literals[field] ?? null
    changes.push({ field, literal, before: record.values[field], after })
    values[field] = after
    const old = literals.get(field)
    if (old !== undefined && old !== literal) {
      changes.push({ field: LITERAL + field, literal: null, before: old, after: literal })
    }
    if (literal === null) literals.delete(field)
    else literals.set(field, literal)
  }
  for (const field of FIELD_IDS) {
    const after = row.given[field]
    if (after !== null && record.values[field] !== after) put(field, after)
  }
  for (const { field, value, from } of row.derived) {
    if (record.values[field] !== value && from in values) put(field, value)
  }
  for (const [key, literal] of Object.entries(row.literals)) {
    const field = key as FieldId
    if (row.given[field] !== null || record.values[field] !== null || record.literals[field] === literal)
      continue
    changes.push({ field: LITERAL + field, literal, before: record.literals[field] ?? null, after: literal })
    literals.set(field, literal)
  }
  const extras: Record<string, string> = { ...record.extras }
  for (const [heading, text] of Object.entries(row.extras)) {
    if (extras[heading] === text) continue
    changes.push({ field: EXTRA + heading, literal: text, before: extras[heading] ?? null, after: text })
    extras[heading] = text
  }
  return { values, literals: Object.fromEntries(literals), extras, changes }
}
