import { LITERAL, type Rewriting } from '../audit/rules.ts'
import { valueIn, type Gathered, type ObjectRecord } from '../catalogue/record.ts'
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
  const literals = new Map(Object.entries(rewriting.literals))
  const changes = new Map(Object.entries(rewriting.changes))
  for (const id of strays.filter(isOwnId)) {
    const was = valueIn(before.values, id)
    const field = own.find((one) => one.id === id)
    const read = field ? readOwn(field, String(valueIn(values, id) ?? '')) : { value: was, literal: null }
    values[id] = read.value
    if (was === read.value) changes.delete(id)
    else changes.set(id, [was, read.value])
    if (read.literal === null) continue
    changes.set(LITERAL + id, [changes.get(LITERAL + id)?.[0] ?? null, read.literal])
    literals.set(id, read.literal)
  }
  return {
    ...rewriting,
    values,
    literals: Object.fromEntries(literals),
    changes: Object.fromEntries(changes),
  }
}

function stands(key: string, { values }: Rewriting, own: readonly OwnField[]): boolean {
  const field = own.find(({ id }) => id === key)
  return field !== undefined && isOwnId(key) && fitsOwn(field, valueIn(values, key))
}
