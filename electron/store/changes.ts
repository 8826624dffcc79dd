import type { Kysely } from 'kysely'
import type { Chosen } from '../../shared/changes/contract.ts'
import { fieldOf, type FieldId, type FieldKind } from '../../shared/catalogue/fields.ts'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
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

/** What follows from the values, whichever of them were changed. */
const FOLLOWING: readonly (readonly [NewColumn, (object: WrittenObject) => unknown])[] = [
  [{ name: 'revision', type: 'integer' }, ({ revision }) => revision],
  [{ name: 'warnings', type: 'integer' }, ({ warnings }) => warnings],
  [{ name: 'findings', type: 'text' }, ({ findings }) => findings],
  [{ name: 'literals', type: 'text' }, ({ literals }) => JSON.stringify(literals)],
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
  fields: readonly FieldId[],
  objects: readonly WrittenObject[],
  searched: readonly WrittenObject[]
): Promise<void> {
  const [first] = objects
  if (!first) return
  const columns = [
    ...fields.map((id): NewColumn => ({ name: columnOf(id), type: TYPES[fieldOf(id).kind] ?? 'text' })),
    ...FOLLOWING.map(([column]) => column),
  ]
  const rows = objects.map((object) => [
    ...[object.id, object.revision - 1],
    ...fields.map((id) => object.values[id]),
    ...FOLLOWING.map(([, of]) => of(object)),
  ])
  const written = await updateObjectRows(db, museumId, columns, rows)
  if (written !== objects.length)
    throw new Fault('record.changedMeanwhile', { number: String(first.values.number ?? '') })
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
