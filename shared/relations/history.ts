import type { Changes } from '../audit/rules.ts'
import type { FieldValue } from '../catalogue/record.ts'
import { part, PART_FIELDS, twiceIn, type Part, type PartField } from './parts.ts'
import { z } from 'zod'

/** Keys of a record's history: `part.<id>` a part added or taken away, `part.<id>.<field>` a cell, `part.order`. */
const PART = 'part.'
export const ORDER = 'part.order'

type Key =
  | { readonly kind: 'order' }
  | { readonly kind: 'whole'; readonly id: string }
  | { readonly kind: 'cell'; readonly id: string; readonly field: PartField }

export function readPartKey(key: string): Key | null {
  if (!key.startsWith(PART)) return null
  if (key === ORDER) return { kind: 'order' }
  const [id = '', name] = key.slice(PART.length).split('.')
  const field = PART_FIELDS.find((one) => one === name)
  if (name === undefined) return { kind: 'whole', id }
  return field === undefined ? null : { kind: 'cell', id, field }
}

/** A part as the history keeps it, with its place in the row. */
const keptPart = part.extend({ at: z.int().min(0) })

/** A part of the history, for showing; null for a text that is none. */
export function readKept(value: FieldValue): z.output<typeof keptPart> | null {
  if (typeof value !== 'string') return null
  return keptPart.safeParse(JSON.parse(value)).data ?? null
}

const kept = (one: Part, at: number): string => JSON.stringify({ ...one, at })
const orderOf = (parts: readonly Part[], among: ReadonlySet<string>): string =>
  parts
    .map(({ id }) => id)
    .filter((id) => among.has(id))
    .join()
const idsOf = (parts: readonly Part[]): ReadonlySet<string> => new Set(parts.map(({ id }) => id))

/** What becomes of a part list, as the history tells it. */
export function partChanges(before: readonly Part[], after: readonly Part[]): Changes {
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  const there = new Map(before.map((one) => [one.id, one]))
  const stays = idsOf(after)
  before.forEach((one, at) => {
    if (!stays.has(one.id)) changes[PART + one.id] = [kept(one, at), null]
  })
  after.forEach((one, at) => {
    const was = there.get(one.id)
    if (!was) changes[PART + one.id] = [null, kept(one, at)]
    else
      for (const field of PART_FIELDS)
        if (was[field] !== one[field]) changes[`${PART}${one.id}.${field}`] = [was[field], one[field]]
  })
  const both = new Set([...there.keys()].filter((id) => stays.has(id)))
  const [was, is] = [orderOf(before, both), orderOf(after, both)]
  if (was !== is) changes[ORDER] = [was, is]
  return changes
}

/** What stands at a key of the history now; null for a part that is not there. */
export function currentPart(parts: readonly Part[], key: string): FieldValue {
  const read = readPartKey(key)
  if (read?.kind === 'order') return orderOf(parts, idsOf(parts))
  const at = parts.findIndex(({ id }) => id === read?.id)
  const one = parts[at]
  if (!read || !one) return null
  return read.kind === 'cell' ? one[read.field] : kept(one, at)
}

/**
 * Takes changes of a part list back, each unless somebody has changed the same since: a part that was changed after it was
 * added stays, a number that another part has by now is not given twice. Keys of anything else are passed over.
 */
export function partsTakenBack(
  parts: readonly Part[],
  done: Changes
): { parts: readonly Part[]; changes: Changes; left: readonly string[] } {
  let list = parts
  const left: string[] = []
  for (const [key, before, after] of inOrder(done)) {
    const next = backOne(list, key, before, after)
    if (next === null || twiceIn(next) !== null) left.push(key)
    else list = next
  }
  return { parts: list, changes: partChanges(parts, list), left }
}

/** Parts that come back do so from the first on, so that each finds its place; the order is put right last. */
function inOrder(done: Changes): (readonly [key: string, before: FieldValue, after: FieldValue])[] {
  const placeOf = (key: string, before: FieldValue): number =>
    key === ORDER ? Number.MAX_SAFE_INTEGER : (readKept(before)?.at ?? -1)
  return Object.entries(done)
    .filter(([key]) => readPartKey(key) !== null)
    .map(([key, [before, after]]) => [key, before, after] as const)
    .sort(([a, was], [b, is]) => weightOf(a, was) - weightOf(b, is))
  function weightOf(key: string, before: FieldValue): number {
    return readPartKey(key)?.kind === 'cell' ? -1 : placeOf(key, before)
  }
}

function backOne(
  list: readonly Part[],
  key: string,
  before: FieldValue,
  after: FieldValue
): readonly Part[] | null {
  const read = readPartKey(key)
  if (read?.kind === 'order') return reordered(list, String(before), String(after))
  const there = list.find(({ id }) => id === read?.id)
  if (read?.kind === 'cell') {
    if (there?.[read.field] !== after) return null
    return list.map((one) => (one === there ? part.parse({ ...one, [read.field]: before }) : one))
  }
  const came = readKept(after)
  if (came) {
    const same = there && PART_FIELDS.every((field) => there[field] === came[field])
    return same ? list.filter((one) => one !== there) : null
  }
  const gone = readKept(before)
  if (!gone || there) return null
  const { at, ...back } = gone
  return [...list.slice(0, at), back, ...list.slice(at)]
}

/** The parts that were put in another order go back into the places that they hold among them. */
function reordered(list: readonly Part[], before: string, after: string): readonly Part[] | null {
  const there = idsOf(list)
  const was = before.split(',').filter((id) => there.has(id))
  const moved = new Set(was)
  if (
    orderOf(list, moved) !==
    after
      .split(',')
      .filter((id) => moved.has(id))
      .join()
  )
    return null
  const byId = new Map(list.map((one) => [one.id, one]))
  return list.map((one) => (moved.has(one.id) ? (byId.get(was.shift() ?? '') ?? one) : one))
}
