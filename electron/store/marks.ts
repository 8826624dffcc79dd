import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import { mark, type Mark } from '../../shared/media/marks.ts'
import type { Database } from './schema.ts'
import type { MarkTable } from './tables/media.ts'

export type MarkRow = Selectable<MarkTable>

export async function insertMark(db: Kysely<Database>, row: Insertable<MarkTable>): Promise<void> {
  await db.insertInto('mark').values(row).execute()
}

/** The marks on a picture in the order they were drawn, without those taken away. */
export async function marksOn(db: Kysely<Database>, museumId: string, pictureId: string): Promise<Mark[]> {
  const rows = await db
    .selectFrom('mark')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('picture_id', '=', pictureId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) =>
    mark.parse({
      id: row.id,
      pictureId: row.picture_id,
      shape: row.shape,
      points: JSON.parse(row.points) as unknown,
      words: row.words,
      createdAt: row.created_at,
      createdBy: row.created_by,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
    })
  )
}

/** Also one that was taken away. */
export async function markById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<MarkRow | undefined> {
  return db
    .selectFrom('mark')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function updateMark(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  set: Updateable<MarkTable>
): Promise<void> {
  await db.updateTable('mark').set(set).where('museum_id', '=', museumId).where('id', '=', id).execute()
}
