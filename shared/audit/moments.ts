import { fieldOf, isFieldId } from '../catalogue/fields.ts'
import type { FieldValue, ObjectRecord } from '../catalogue/record.ts'
import type { AuditEntry, Stood } from './contract.ts'
import { EXTRA, LITERAL, type Rewriting } from './rules.ts'

/** All that is said of a record at a moment: field, `literals.…`, `extras.…`, `picture.…` → value; nothing is null. */
export type Standing = ReadonlyMap<string, FieldValue>

type Said = Pick<ObjectRecord, 'values' | 'literals' | 'extras'>

/** The record as it is. */
export function standingNow({ values, literals, extras }: Said): Map<string, FieldValue> {
  const standing = new Map<string, FieldValue>(Object.entries(values))
  for (const [field, text] of Object.entries(literals)) standing.set(LITERAL + field, text)
  for (const [heading, text] of Object.entries(extras)) standing.set(EXTRA + heading, text)
  return standing
}

/**
 * How it stood before `undone`, its newest entries, newest first. Keys that the present does not know are taken from the
 * history alone.
 */
export function standingBefore(now: Standing, undone: readonly Pick<AuditEntry, 'changes'>[]): Standing {
  const standing = new Map(now)
  for (const { changes } of undone)
    for (const [key, [before]] of Object.entries(changes)) standing.set(key, before)
  return standing
}

/** What the history last said of keys that the present does not know of. `entries` are newest first. */
export function withHistory(now: Standing, entries: readonly Pick<AuditEntry, 'changes'>[]): Standing {
  const standing = new Map(now)
  for (const { changes } of entries)
    for (const [key, [, after]] of Object.entries(changes)) if (!standing.has(key)) standing.set(key, after)
  return standing
}

const literalOf = (standing: Standing, key: string): string | null => {
  const text = standing.get(LITERAL + key) ?? null
  return text === null ? null : String(text)
}

/**
 * A correction that was printed in the ledger is taken back by another correction alone (china-standards 1.10): going
 * back over it needs a reason. `since` are the entries that touched the field from then on.
 */
export function needsReason(key: string, since: readonly Pick<AuditEntry, 'reason'>[]): boolean {
  return isFieldId(key) && fieldOf(key).ledger === true && since.some(({ reason }) => reason !== null)
}

/** How one field stood over time, newest first. `entries` are all of the record's, newest first. */
export function stoodOver(now: Standing, entries: readonly AuditEntry[], key: string): Stood[] {
  const touching = entries.filter(({ changes }) => key in changes || LITERAL + key in changes)
  const cameIn = entries.at(-1)
  return [...touching.keys(), touching.length].map((at): Stood => {
    const standing = standingBefore(now, touching.slice(0, at))
    const brought = touching[at] ?? (isArrival(cameIn) ? cameIn : undefined)
    return {
      value: standing.get(key) ?? null,
      literal: literalOf(standing, key),
      since: brought ? told(brought) : null,
      until: touching[at - 1]?.id ?? null,
      needsReason: needsReason(key, touching.slice(0, at)),
    }
  })
}

const told = ({ changes: _changes, ...entry }: AuditEntry): Omit<AuditEntry, 'changes'> => entry

/** How the record came in: the oldest entry, and one that changed nothing. */
function isArrival(entry: AuditEntry | undefined): entry is AuditEntry {
  return entry !== undefined && Object.keys(entry.changes).length === 0
}

/** What bringing one field back to `then` makes of the record; null for a key that is no text or value of it. */
export function broughtBack(record: Said, key: string, then: Standing): Rewriting | null {
  const value = then.get(key) ?? null
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  const note = (changed: string, before: FieldValue, after: FieldValue): void => {
    if (before !== after) changes[changed] = [before, after]
  }
  if (key.startsWith(EXTRA)) {
    const heading = key.slice(EXTRA.length)
    const { [heading]: before = null, ...others } = record.extras
    note(key, before, value)
    const extras = value === null ? others : { ...others, [heading]: String(value) }
    return { values: {}, literals: record.literals, extras, changes }
  }
  if (!isFieldId(key)) return null
  const literal = literalOf(then, key)
  const { [key]: written = null, ...others } = record.literals
  note(key, record.values[key], value)
  note(LITERAL + key, written, literal)
  const literals = literal === null ? others : { ...others, [key]: literal }
  return { values: { [key]: value }, literals, extras: record.extras, changes }
}
