import type { Insertable, Kysely, Selectable } from 'kysely'
import type { PartyMergeTable } from './tables/people.ts'
import type { Database } from './schema.ts'

export type MergeRow = Selectable<PartyMergeTable>

export async function insertMerge(db: Kysely<Database>, row: Insertable<PartyMergeTable>): Promise<void> {
  await db.insertInto('party_merge').values(row).execute()
}

export async function mergeById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<MergeRow | undefined> {
  return db
    .selectFrom('party_merge')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What was merged into a party, newest first. */
export async function mergesInto(
  db: Kysely<Database>,
  museumId: string,
  keptId: string
): Promise<MergeRow[]> {
  return db
    .selectFrom('party_merge')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('kept_id', '=', keptId)
    .orderBy('id', 'desc')
    .execute()
}

export async function endMerge(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  by: { readonly undone_at: string; readonly undone_by: string }
): Promise<void> {
  await db.updateTable('party_merge').set(by).where('museum_id', '=', museumId).where('id', '=', id).execute()
}

/** Has the party ever been part of a merge that still stands? */
export async function isMerged(db: Kysely<Database>, museumId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('party_merge')
    .select('id')
    .where('museum_id', '=', museumId)
    .where((of) => of.or([of('gone_id', '=', id), of('kept_id', '=', id)]))
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
