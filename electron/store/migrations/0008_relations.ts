import { sql } from 'kysely'
import { createIndex, createTable, isSqlite, type BareDb } from './columns.ts'

/** The parts of a whole, what objects have to do with each other, and whether one is 革命文物. */
export async function up(db: BareDb): Promise<void> {
  const text = isSqlite(db) ? 'text' : 'text collate "C"'
  for (const column of ['red_relic', 'parts'])
    await sql.raw(`alter table object add column "${column}" ${text}`).execute(db)
  // the counts beside the grid and the timeline never read the wide rows
  await sql`drop index object_facets`.execute(db)
  await createIndex(
    db,
    'object_facets',
    `object (museum_id, seq, grade, category, era, materials, source, completeness, condition, place, red_relic,
      era_start, era_end)`
  )
  await createTable(
    db,
    'relation',
    {
      museum_id: 'text!',
      id: 'text!',
      kind: 'text!',
      from_id: 'text!',
      to_id: 'text!',
      note: 'text',
      person: 'text!',
      at: 'text!',
    },
    [
      'primary key (museum_id, id)',
      'unique (museum_id, from_id, to_id, kind)',
      'check (from_id <> to_id)',
      // an object that is related to another is not taken out: whoever undoes its batch is told
      'foreign key (museum_id, from_id) references object (museum_id, id)',
      'foreign key (museum_id, to_id) references object (museum_id, id)',
    ]
  )
  await createIndex(db, 'relation_to', 'relation (museum_id, to_id)')
}
