import { formerNameAfter } from '../catalogue/formerName.ts'
import {
  isFieldKey,
  valueIn,
  type AllFieldValues,
  type FieldValue,
  type FieldValues,
  type Gathered,
  type ObjectRecord,
} from '../catalogue/record.ts'
import { currentPart, partsTakenBack, readPartKey } from '../relations/history.ts'
import type { Part } from '../relations/parts.ts'

/** Keys of changes that are texts beside the fields: `literals.grade` is what was written, `extras.展厅` a column of its own. */
export const LITERAL = 'literals.'
export const EXTRA = 'extras.'

/** Field, `literals.<field>` or `extras.<heading>` → before and after. */
export type Changes = Readonly<Record<string, readonly [before: FieldValue, after: FieldValue]>>

/** What becomes of a record: some values, all of the texts beside them, and the changes as the history tells them. */
export interface Rewriting {
  readonly values: FieldValues
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  /** The part list; absent, it is as it was. */
  readonly parts?: readonly Part[]
  readonly changes: Changes
}

type Changeable = Pick<ObjectRecord, 'values' | 'literals' | 'extras' | 'parts'>

/** The field that a text was written for; any other key as it is. */
export const fieldBehind = (key: string): string =>
  key.startsWith(LITERAL) ? key.slice(LITERAL.length) : key

export function currentOf(record: Changeable, key: string): FieldValue {
  if (isFieldKey(key)) return valueIn(record.values, key)
  if (readPartKey(key)) return currentPart(record.parts, key)
  if (key.startsWith(LITERAL)) return record.literals[key.slice(LITERAL.length)] ?? null
  return record.extras[key.slice(EXTRA.length)] ?? null
}

/**
 * Fields typed anew. A text that stood beside such a field goes with the old value, and into the history with it, so
 * that taking the change back brings both; the name that an object had goes into 原名 (N8) unless that is typed too.
 * `values` may name fields that do not change.
 */
export function typed(record: Omit<Changeable, 'parts'>, wanted: FieldValues): Rewriting {
  const values = renamed(record.values, wanted)
  const literals = new Map(Object.entries(record.literals))
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  const changed: Gathered = {}
  for (const [key, after] of Object.entries(values)) {
    if (!isFieldKey(key) || valueIn(record.values, key) === after) continue
    changes[key] = [valueIn(record.values, key), after]
    changed[key] = after
    const literal = literals.get(key)
    if (literal === undefined) continue
    changes[LITERAL + key] = [literal, null]
    literals.delete(key)
  }
  return { values: changed, literals: Object.fromEntries(literals), extras: record.extras, changes }
}

function renamed(before: AllFieldValues, wanted: FieldValues): FieldValues {
  const { name, formerName = before.formerName } = wanted
  if (name === undefined || formerName !== before.formerName) return wanted
  const former = formerNameAfter(before, name)
  return former === null ? wanted : { ...wanted, formerName: former }
}

/**
 * Takes changes of the history back: each cell to what it was, unless somebody has changed it since; those are named in
 * `left`, by key.
 */
export function takenBack(record: Changeable, done: Changes): { back: Rewriting; left: readonly string[] } {
  const values: Gathered = {}
  const literals = new Map(Object.entries(record.literals))
  const extras = new Map(Object.entries(record.extras))
  const ofParts = partsTakenBack(record.parts, done)
  const changes: Record<string, readonly [FieldValue, FieldValue]> = { ...ofParts.changes }
  const left: string[] = [...ofParts.left]
  const set = (texts: Map<string, string>, key: string, text: FieldValue): void => {
    if (text === null) texts.delete(key)
    else texts.set(key, String(text))
  }
  for (const [key, [before, after]] of Object.entries(done)) {
    if (readPartKey(key)) continue
    if (currentOf(record, key) !== after) {
      left.push(key)
      continue
    }
    changes[key] = [after, before]
    if (isFieldKey(key)) {
      values[key] = before
      if (LITERAL + key in done) continue
      const literal = literals.get(key)
      if (literal !== undefined) changes[LITERAL + key] = [literal, null]
      literals.delete(key)
    } else if (key.startsWith(LITERAL)) set(literals, key.slice(LITERAL.length), before)
    else if (key.startsWith(EXTRA)) set(extras, key.slice(EXTRA.length), before)
  }
  const texts = { literals: Object.fromEntries(literals), extras: Object.fromEntries(extras) }
  return { back: { values, ...texts, parts: ofParts.parts, changes }, left }
}
