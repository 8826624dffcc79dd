import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { ObjectSet, SetKind } from '../../shared/sets/contract.ts'
import type { Database } from './schema.ts'
import type { ObjectSetTable, SavedViewTable } from './tables/sets.ts'

export type SetRow = Selectable<ObjectSetTable>
export type ViewRow = Selectable<SavedViewTable>

/** Saved views and sets are kept alike: named, ordered by hand, removed but not erased. */
type Kept = 'saved_view' | 'object_set'

export async function insertSet(db: Kysely<Database>, row: Insertable<ObjectSetTable>): Promise<void> {
  await db.insertInto('object_set').values(row).execute()
}

export async function insertView(db: Kysely<Database>, row: Insertable<SavedViewTable>): Promise<void> {
  await db.insertInto('saved_view').values(row).execute()
}

/** All that are not removed, in their order. */
export const allSets = (db: Kysely<Database>, museumId: string): Promise<SetRow[]> =>
  db
    .selectFrom('object_set')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

export const allViews = (db: Kysely<Database>, museumId: string): Promise<ViewRow[]> =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Also a removed one. */
export const setById = (db: Kysely<Database>, museumId: string, id: string): Promise<SetRow | undefined> =>
  db
    .selectFrom('object_set')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()

export const viewById = (db: Kysely<Database>, museumId: string, id: string): Promise<ViewRow | undefined> =>
  db
    .selectFrom('saved_view')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function updateSet(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  columns: Updateable<ObjectSetTable>
): Promise<void> {
  await db
    .updateTable('object_set')
    .set(columns)
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .execute()
}

export async function updateView(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  columns: Updateable<SavedViewTable>
): Promise<void> {
  await db
    .updateTable('saved_view')
    .set(columns)
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .execute()
}

/** Is that name borne by another one that is not removed? */
export async function isNameTaken(
  db: Kysely<Database>,
  table: Kept,
  museumId: string,
  name: string,
  exceptId: string
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('museum_id', '=', museumId)
    .where('name', '=', name)
    .where('id', '!=', exceptId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The place behind the last one. */
export async function lastPlace(db: Kysely<Database>, table: Kept, museumId: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((of) => of.fn.max('position').as('most'))
    .where('museum_id', '=', museumId)
    .executeTakeFirst()
  return (row?.most ?? 0) + 1
}

/** Those named come first, in that order; the others keep theirs behind them. */
export async function arrange(
  db: Kysely<Database>,
  table: Kept,
  museumId: string,
  ids: readonly string[]
): Promise<void> {
  const rows = await (table === 'object_set' ? allSets(db, museumId) : allViews(db, museumId))
  const named = new Map(ids.map((id, at) => [id, at]))
  const ordered = rows
    .map(({ id }, at) => ({ id, rank: named.get(id) ?? ids.length + at }))
    .sort((one, other) => one.rank - other.rank)
  for (const [at, { id }] of ordered.entries()) {
    await db
      .updateTable(table)
      .set({ position: at + 1 })
      .where('museum_id', '=', museumId)
      .where('id', '=', id)
      .execute()
  }
}

/** How many are in each set, and how many left it with a batch. */
export async function memberCounts(
  db: Kysely<Database>,
  museumId: string
): Promise<Map<string, { readonly count: number; readonly gone: number }>> {
  const inside = await db
    .selectFrom('set_member')
    .select(['set_id', (of) => of.fn.count<number | string>('seq').as('n')])
    .where('museum_id', '=', museumId)
    .groupBy('set_id')
    .execute()
  const left = await db
    .selectFrom('set_member')
    .select(['set_id', (of) => of.fn.countAll<number | string>().as('n')])
    .where('museum_id', '=', museumId)
    .where('seq', 'is', null)
    .where('gone_number', 'is not', null)
    .groupBy('set_id')
    .execute()
  const gone = new Map(left.map(({ set_id, n }) => [set_id, Number(n)]))
  return new Map(inside.map(({ set_id, n }) => [set_id, { count: Number(n), gone: gone.get(set_id) ?? 0 }]))
}

const NONE = { count: 0, gone: 0 }

export const readSet = (
  row: SetRow,
  counts: ReadonlyMap<string, { readonly count: number; readonly gone: number }>
): ObjectSet => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  // only `make` and `amend` write it, from the closed list
  kind: row.kind as SetKind,
  note: row.note,
  ...(counts.get(row.id) ?? NONE),
  person: row.person,
  updatedAt: row.updated_at,
})

/** The sets that an object is in, in their order. */
export async function setsOfObject(db: Kysely<Database>, museumId: string, objectId: string) {
  const rows = await db
    .selectFrom('set_member')
    .innerJoin('object_set', (join) =>
      join
        .onRef('object_set.museum_id', '=', 'set_member.museum_id')
        .onRef('object_set.id', '=', 'set_member.set_id')
    )
    .select(['object_set.id', 'object_set.name', 'object_set.kind', 'set_member.note'])
    .where('set_member.museum_id', '=', museumId)
    .where('set_member.object_id', '=', objectId)
    .where('set_member.seq', 'is not', null)
    .where('object_set.removed_at', 'is', null)
    .orderBy('object_set.position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as SetKind }))
}
