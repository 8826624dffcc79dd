import { sql } from 'kysely'
import { createTable, type BareDb } from './columns.ts'

/** Fields that a museum has added, and what its objects hold in them: JSON, field → value. */
export async function up(db: BareDb): Promise<void> {
  await createTable(
    db,
    'own_field',
    {
      museum_id: 'text!',
      id: 'text!',
      revision: 'integer!',
      position: 'integer!',
      name: 'text!',
      definition: 'text!',
      retired: 'integer!',
    },
    ['primary key (museum_id, id)', 'unique (museum_id, name)']
  )
  await sql`alter table object add column own text not null default '{}'`.execute(db)
}
