import { sql } from 'kysely'
import { isSqlite, type BareDb } from './columns.ts'

/** What the 编目卡 asks for beyond the ledger (china-standards 1.11): what is written on the object, what experts say of it. */
export async function up(db: BareDb): Promise<void> {
  const text = isSqlite(db) ? 'text' : 'text collate "C"'
  for (const column of ['inscription', 'appraisal'])
    await sql.raw(`alter table object add column "${column}" ${text}`).execute(db)
}
