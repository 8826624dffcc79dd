import { sql } from 'kysely'
import { createIndex, createTable, type BareDb } from './columns.ts'

/** What the rules find in each object (null: not judged yet), and what somebody has accepted of it. */
export async function up(db: BareDb): Promise<void> {
  await sql`alter table object add column findings text`.execute(db)
  // covering: counts by rule and grade never read the wide rows
  await createIndex(db, 'object_findings', 'object (museum_id, findings, grade, seq)')
  await createTable(
    db,
    'acceptance',
    {
      museum_id: 'text!',
      object_id: 'text!',
      code: 'text!',
      field: 'text!',
      detail: 'text!',
      reason: 'text!',
      person: 'text!',
      at: 'text!',
    },
    [
      'primary key (museum_id, object_id, code, field)',
      'foreign key (museum_id, object_id) references object (museum_id, id) on delete cascade',
    ]
  )
}
