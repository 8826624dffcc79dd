import { sql } from 'kysely'
import type { BareDb } from './columns.ts'

/** What a rehearsal has worked out of a record beside its cells, so that doing it need not work it out again. */
export async function up(db: BareDb): Promise<void> {
  await sql`alter table import_line add column outcome text`.execute(db)
}
