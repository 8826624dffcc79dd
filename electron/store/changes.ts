import type { Kysely } from 'kysely'
import type { Chosen } from '../../shared/changes/contract.ts'
import { fieldOf, isFieldId, type FieldId, type FieldKind } from '../../shared/catalogue/fields.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import { ownIn, type FieldKey, type FieldValues, type ObjectRecord } from '../../shared/catalogue/record.ts'
import { updateObjectRows, type NewColumn } from './bulk.ts'
import {
  columnOf,
  newVersion,
  readObject,
  searchEntry,
  seqsOf,
  type Searched,
  type WrittenObject,
} from './catalogue.ts'
import { ownJson } from './own.ts'
import { enterSearch, leaveSearch } from './expressions.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { countObjects } from './facets.ts'
import { matching } from './find.ts'
import type { Database } from './schema.ts'
import { objectsByIds } from './undo.ts'

const CHUNK = 500

/** How many records are chosen. */
export async function countChosen(db: Kysely<Database>, museumId: string, chosen: Chosen): Promise<number> {
  if (chosen.kind === 'these') return new Set(chosen.ids).size
  return Math.max(0, (await countObjects(db, museumId, chosen.find)) - new Set(chosen.except).size)
}

/** The chosen records, in pieces; those that are no longer there are left out. */
export async function* chosenRecords(
  db: Kysely<Database>,
  museumId: string,
  chosen: Chosen
): AsyncGenerator<ObjectRecord[]> {
  if (chosen.kind === 'these') {
    const ids = [...new Set(chosen.ids)]
    for (let at = 0; at < ids.length; at += CHUNK)
      yield [...(await objectsByIds(db, museumId, ids.slice(at, at + CHUNK))).values()]
    return
  }
  const except = new Set(chosen.except)
  let after = -1
  for (;;) {
    const rows = await matching(db, museumId, chosen.find, true)
      .selectAll('object')
      .where('object.seq', '>', after)
      .orderBy('object.seq')
      .limit(CHUNK)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    yield rows.filter(({ id }) => !except.has(id)).map(readObject)
  }
}

/** Rehearsals of bulk changes that nobody came back to: made before that instant. */
export async function forsakenRehearsals(
  db: Kysely<Database>,
  museumId: string,
  before: string
): Promise<string[]> {
  const rows = await db
    .selectFrom('batch')
    .select('id')
    .where('museum_id', '=', museumId)
    .where('kind', '=', 'bulk')
    .where('status', '=', 'rehearsed')
    .where('created_at', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

const TYPES: Readonly<Partial<Record<FieldKind, NewColumn['type']>>> = {
  integer: 'integer',
  year: 'integer',
  decimal: 'double precision',
}

/** A change of some fields of a record of which it is known what the rules find afterwards; its search index stays. */
export interface JudgedChange {
  readonly id: string
  /** The one that was shown. */
  readonly revision: number
  readonly values: FieldValues
  readonly changes: Changes
  readonly warnings: number
  readonly findings: string
}

const columnsFor = (fields: readonly FieldId[]): NewColumn[] =>
  fields.map((id) => ({ name: columnOf(id), type: TYPES[fieldOf(id).kind] ?? 'text' }))

/**
 * Writes such changes, each record one revision further. Fault: `record.changedMeanwhile` where one has another revision
 * than the one that was shown.
 */
export async function updateJudged(
  db: Kysely<Database>,
  museumId: string,
  many: readonly JudgedChange[],
  at: string
): Promise<void> {
  // one statement for all that change the same fields
  const alike = new Map<string, JudgedChange[]>()
  for (const one of many) {
    const key = Object.keys(one.values).join()
    const some = alike.get(key)
    if (some) some.push(one)
    else alike.set(key, [one])
  }
  for (const some of alike.values()) {
    const fields = Object.keys(some[0]?.values ?? {}).filter(isFieldId)
    const columns: NewColumn[] = [
      ...columnsFor(fields),
      { name: 'revision', type: 'integer' },
      { name: 'warnings', type: 'integer' },
      { name: 'findings', type: 'text' },
      { name: 'updated_at', type: 'text' },
    ]
    const rows = some.map((one) => [
      ...[one.id, one.revision],
      ...fields.map((id) => one.values[id] ?? null),
      ...[one.revision + 1, one.warnings, one.findings, at],
    ])
    await updateAll(db, museumId, columns, rows)
  }
  await newVersion(db, museumId)
}

async function updateAll(
  db: Kysely<Database>,
  museumId: string,
  columns: readonly NewColumn[],
  rows: readonly (readonly unknown[])[]
): Promise<void> {
  if ((await updateObjectRows(db, museumId, columns, rows)) !== rows.length)
    throw new Fault('record.changedMeanwhile', { number: '' })
}

/** The revisions of objects by their ids; those that are gone are left out. */
export async function revisionsOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('object')
    .select(['id', 'revision'])
    .where('museum_id', '=', museumId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

/** What follows from the values, whichever of them were changed. */
const FOLLOWING: readonly (readonly [NewColumn, (object: WrittenObject) => unknown])[] = [
  [{ name: 'revision', type: 'integer' }, ({ revision }) => revision],
  [{ name: 'warnings', type: 'integer' }, ({ warnings }) => warnings],
  [{ name: 'findings', type: 'text' }, ({ findings }) => findings],
  [{ name: 'literals', type: 'text' }, ({ literals }) => JSON.stringify(literals)],
  [{ name: 'extras', type: 'text' }, ({ extras }) => JSON.stringify(extras)],
  [{ name: 'own', type: 'text' }, ({ values }) => ownJson(ownIn(values))],
  [{ name: 'updated_at', type: 'text' }, ({ updatedAt }) => updatedAt],
  [{ name: 'era_start', type: 'integer' }, ({ eraStart }) => eraStart],
  [{ name: 'era_end', type: 'integer' }, ({ eraEnd }) => eraEnd],
  [{ name: 'era_certainty', type: 'text' }, ({ eraCertainty }) => eraCertainty],
  [{ name: 'name_key', type: 'text' }, ({ nameKey }) => nameKey],
]

/**
 * Writes those fields of many objects anew, each of them one revision further than it was, with what follows from them;
 * never their numbers. `searched` are those whose search index has other words now.
 */
export async function updateObjects(
  db: Kysely<Database>,
  museumId: string,
  fields: readonly FieldKey[],
  objects: readonly WrittenObject[],
  searched: readonly WrittenObject[]
): Promise<void> {
  if (objects.length === 0) return
  const national = fields.filter(isFieldId)
  const columns = [...columnsFor(national), ...FOLLOWING.map(([column]) => column)]
  const rows = objects.map((object) => [
    ...[object.id, object.revision - 1],
    ...national.map((id) => object.values[id]),
    ...FOLLOWING.map(([, of]) => of(object)),
  ])
  await updateAll(db, museumId, columns, rows)
  await searchAnew(db, museumId, searched)
  await newVersion(db, museumId)
}

/** Puts the words of these objects into the search index in place of what stood there. */
export async function searchAnew(
  db: Kysely<Database>,
  museumId: string,
  searched: readonly Searched[]
): Promise<void> {
  for (let at = 0; at < searched.length; at += 500) {
    const chunk = searched.slice(at, at + 500)
    const found = await seqsOf(
      db,
      museumId,
      chunk.map(({ id }) => id)
    )
    const seqs = new Map(found.map(({ id, seq }) => [id, seq]))
    await leaveSearch(db, museumId, [...seqs.values()])
    await enterSearch(
      db,
      chunk.map((object) => searchEntry(object, seqs.get(object.id)))
    )
  }
}
