import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { Attachment } from '../../shared/media/attachments.ts'
import { insertRows } from './bulk.ts'
import { versionsBefore } from './media.ts'
import type { Database } from './schema.ts'
import type { AttachmentTable } from './tables/media.ts'

export type AttachmentRow = Selectable<AttachmentTable>

export async function insertAttachments(
  db: Kysely<Database>,
  rows: readonly Insertable<AttachmentTable>[]
): Promise<void> {
  await insertRows(db, 'attachment', rows)
}

/** The attachments of an object in the order they came, without those taken away, each with its earlier versions. */
export async function attachmentsOf(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('object_id', '=', objectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const older = versionsBefore(rows)
  return rows
    .filter(({ removed_at }) => removed_at === null)
    .map((row) => ({
      ...told(row),
      sha256: row.sha256,
      bytes: row.bytes,
      kind: row.kind,
      title: row.title,
      day: row.day,
      older: older.filter(({ of }) => of === row.id).map(({ row: before }) => told(before)),
    }))
}

const told = ({ id, name, created_at, created_by }: AttachmentRow) => ({
  id,
  name,
  createdAt: created_at,
  createdBy: created_by,
})

/** Also one that was taken away. */
export async function attachmentById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function updateAttachment(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  set: Updateable<AttachmentTable>
): Promise<void> {
  await db.updateTable('attachment').set(set).where('museum_id', '=', museumId).where('id', '=', id).execute()
}
