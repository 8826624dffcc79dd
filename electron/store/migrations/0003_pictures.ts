import { sql } from 'kysely'
import { createIndex, isSqlite, type BareDb } from './columns.ts'

const TEXTS = ['name', 'taken', 'created_by', 'batch_id', 'replaces', 'removed_at', 'removed_by']
const NUMBERS = ['width', 'height']

/** What a picture is by its file, whom it came from, which one it stands for, and that it was taken away (I4, I5). */
export async function up(db: BareDb): Promise<void> {
  const text = isSqlite(db) ? 'text' : 'text collate "C"'
  for (const column of TEXTS) await sql.raw(`alter table picture add column "${column}" ${text}`).execute(db)
  for (const column of NUMBERS)
    await sql.raw(`alter table picture add column "${column}" integer`).execute(db)
  await createIndex(db, 'picture_of_batch', 'picture (museum_id, batch_id)')
  await createIndex(db, 'picture_of_file', 'picture (museum_id, sha256)')
}
