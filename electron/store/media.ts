import type { Insertable, Kysely } from 'kysely'
import type { Picture } from '../../shared/media/contract.ts'
import { insertRows } from './bulk.ts'
import type { Database, PictureTable } from './schema.ts'

export async function insertPictures(
  db: Kysely<Database>,
  pictures: readonly Insertable<PictureTable>[]
): Promise<void> {
  await insertRows(db, 'picture', pictures)
}

/** The pictures of an object in their order. */
export async function picturesOfObject(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<Picture[]> {
  return db
    .selectFrom('picture')
    .select(['id', 'sha256', 'view', 'caption', 'position'])
    .where('museum_id', '=', museumId)
    .where('object_id', '=', objectId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
