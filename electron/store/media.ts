import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { Picture } from '../../shared/media/contract.ts'
import { insertRows } from './bulk.ts'
import type { Database } from './schema.ts'
import type { PictureTable } from './tables/media.ts'

export type PictureRow = Selectable<PictureTable>

export async function insertPictures(
  db: Kysely<Database>,
  pictures: readonly Insertable<PictureTable>[]
): Promise<void> {
  await insertRows(db, 'picture', pictures)
}

const present = (db: Kysely<Database>, museumId: string) =>
  db.selectFrom('picture').where('museum_id', '=', museumId).where('removed_at', 'is', null)

const SHOWN = [
  'id',
  'sha256',
  'type',
  'bytes',
  'name',
  'view',
  'caption',
  'position',
  'width',
  'height',
  'taken',
  'created_at',
  'created_by',
  'photographer',
  'scale_card',
  'small_reason',
] as const

const shown = (row: Pick<PictureRow, (typeof SHOWN)[number]>): Picture => {
  const { created_at, created_by, scale_card, small_reason, ...same } = row
  const scaleCard = scale_card === null ? null : scale_card === 1
  return { ...same, createdAt: created_at, createdBy: created_by, scaleCard, smallReason: small_reason }
}

/** The pictures of an object in their order, without those taken away. */
export async function picturesOfObject(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<Picture[]> {
  const rows = await present(db, museumId)
    .select(SHOWN)
    .where('object_id', '=', objectId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(shown)
}

/** Earlier versions of an object's pictures, the newest first, each with the picture that stands for it now. */
export async function olderPictures(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<(Picture & { of: string })[]> {
  const rows = await db
    .selectFrom('picture')
    .select([...SHOWN, 'replaces', 'removed_at'])
    .where('museum_id', '=', museumId)
    .where('object_id', '=', objectId)
    .execute()
  return versionsBefore(rows).map(({ row: { replaces: _, removed_at: __, ...row }, of }) => ({
    ...shown(row),
    of,
  }))
}

/** Of all rows of an object those that another one stands for now, newest first. */
export function versionsBefore<R extends { id: string; replaces: string | null; removed_at: string | null }>(
  rows: readonly R[]
): { row: R; of: string }[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found: { row: R; of: string }[] = []
  for (const now of rows.filter(({ removed_at }) => removed_at === null)) {
    const seen = new Set([now.id])
    for (let id = now.replaces; id !== null && !seen.has(id);) {
      seen.add(id)
      const row = byId.get(id)
      if (row?.removed_at === null || row === undefined) break
      found.push({ row, of: now.id })
      id = row.replaces
    }
  }
  return found
}

/** All that an object ever had, also those taken away. */
export async function everyPictureOfObject(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<PictureRow[]> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('object_id', '=', objectId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Also one that was taken away. */
export async function pictureById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<PictureRow | undefined> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function updatePicture(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  set: Updateable<PictureTable>
): Promise<void> {
  await db.updateTable('picture').set(set).where('museum_id', '=', museumId).where('id', '=', id).execute()
}

/** `<object> <sha256>` of all pictures that are there, and the last position by object. */
export async function picturesThere(
  db: Kysely<Database>,
  museumId: string,
  objectId?: string
): Promise<{ known: Set<string>; last: Map<string, number> }> {
  const all = present(db, museumId).select(['object_id', 'sha256', 'position'])
  const rows = await (objectId === undefined ? all : all.where('object_id', '=', objectId)).execute()
  const last = new Map<string, number>()
  for (const { object_id, position } of rows)
    last.set(object_id, Math.max(position, last.get(object_id) ?? -1))
  return { known: new Set(rows.map((row) => `${row.object_id} ${row.sha256}`)), last }
}

/** Is a file spoken of by any picture or attachment, taken away or not? */
export async function isFileKept(db: Kysely<Database>, museumId: string, sha256: string): Promise<boolean> {
  for (const table of ['picture', 'attachment'] as const) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('museum_id', '=', museumId)
      .where('sha256', '=', sha256)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

/** The files of all pictures, each once. */
export async function pictureFiles(
  db: Kysely<Database>,
  museumId: string
): Promise<{ sha256: string; type: string }[]> {
  return db
    .selectFrom('picture')
    .select(['sha256', 'type'])
    .distinct()
    .where('museum_id', '=', museumId)
    .orderBy('sha256')
    .execute()
}

/** The numbers of all objects. */
export async function numbersOfObjects(
  db: Kysely<Database>,
  museumId: string
): Promise<{ id: string; number: string }[]> {
  return db.selectFrom('object').select(['id', 'number']).where('museum_id', '=', museumId).execute()
}

/** The pictures that a batch brought in and that are still there. */
export async function countOfBatch(db: Kysely<Database>, museumId: string, batchId: string): Promise<number> {
  const row = await present(db, museumId)
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Takes the pictures of a batch away, all that are still there. */
export async function removeOfBatch(
  db: Kysely<Database>,
  museumId: string,
  batchId: string,
  by: { removed_at: string; removed_by: string }
): Promise<void> {
  await db
    .updateTable('picture')
    .set(by)
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .where('removed_at', 'is', null)
    .execute()
}
