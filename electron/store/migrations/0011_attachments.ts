import { sql } from 'kysely'
import { createIndex, createTable, isSqlite, type BareDb } from './columns.ts'

const PRESENCE = { created_at: 'text!', created_by: 'text!', removed_at: 'text', removed_by: 'text' } as const

/** Who took a picture and with what in it (I4), marks drawn on pictures, and any other file beside an object. */
export async function up(db: BareDb): Promise<void> {
  const text = isSqlite(db) ? 'text' : 'text collate "C"'
  for (const column of ['photographer', 'small_reason'])
    await sql.raw(`alter table picture add column "${column}" ${text}`).execute(db)
  await sql`alter table picture add column scale_card integer`.execute(db)
  await createTable(
    db,
    'mark',
    {
      museum_id: 'text!',
      id: 'text!',
      picture_id: 'text!',
      object_id: 'text!',
      shape: 'text!',
      points: 'text!',
      words: 'text',
      changed_at: 'text',
      changed_by: 'text',
      ...PRESENCE,
    },
    [
      'primary key (museum_id, id)',
      'foreign key (museum_id, picture_id) references picture (museum_id, id) on delete cascade',
    ]
  )
  await createIndex(db, 'mark_of_picture', 'mark (museum_id, picture_id)')
  await createTable(
    db,
    'attachment',
    {
      museum_id: 'text!',
      id: 'text!',
      object_id: 'text!',
      sha256: 'text!',
      bytes: 'integer!',
      name: 'text!',
      kind: 'text!',
      title: 'text',
      day: 'text',
      replaces: 'text',
      ...PRESENCE,
    },
    [
      'primary key (museum_id, id)',
      'foreign key (museum_id, object_id) references object (museum_id, id) on delete cascade',
    ]
  )
  await createIndex(db, 'attachment_of_object', 'attachment (museum_id, object_id)')
  await createIndex(db, 'attachment_of_file', 'attachment (museum_id, sha256)')
}
