import { LITERAL, type Rewriting } from '../audit/rules.ts'
import { valueIn, type FieldValue, type Gathered, type ObjectRecord } from '../catalogue/record.ts'
import { fitsOwn, readOwn } from './reading.ts'
import { isOwnId, type OwnField } from './record.ts'

/**
 * A rewriting as the museum's own fields now are: an old value that is taken back may be of another kind than its field
 * has become, and is read anew or kept as its text; a field that is gone takes nothing.
 */
export function settled(
  before: Pick<ObjectRecord, 'values'>,
  rewriting: Rewriting,
  own: readonly OwnField[]
): Rewriting {
  const strays = Object.keys(rewriting.values).filter((key) => isOwnId(key) && !stands(key, rewriting, own))
  if (strays.length === 0) return rewriting
  const values: Gathered = { ...rewriting.values }
  const literals = { ...rewriting.literals }
  const changes: Record<string, readonly [FieldValue, FieldValue]> = { ...rewriting.changes }
  for (const id of strays) {
    if (!isOwnId(id)) continue
    const was = valueIn(before.values, id)
    const field = own.find((one) => one.id === id)
    const { value, literal } = field
      ? readOwn(field, String(values[id] ?? ''))
      : { value: was, literal: null }
    values[id] = value
    if (was === value) delete changes[id]
    else changes[id] = [was, value]
    if (literal !== null) {
      changes[LITERAL + id] = [changes[LITERAL + id]?.[0] ?? null, literal]
      literals[id] = literal
    }
  }
  return { ...rewriting, values, literals, changes }
}

function stands(key: string, { values }: Rewriting, own: readonly OwnField[]): boolean {
  const field = own.find(({ id }) => id === key)
  return field !== undefined && isOwnId(key) && fitsOwn(field, valueIn(values, key))
}
