import { createIndex, createTable, type BareDb } from './columns.ts'

/** Saved views of the catalogue, and sets: lists of objects that are put together by hand. */
export async function up(db: BareDb): Promise<void> {
  await createTable(
    db,
    'saved_view',
    {
      museum_id: 'text!',
      id: 'text!',
      revision: 'integer!',
      name: 'text!',
      definition: 'text!',
      position: 'real!',
      person: 'text!',
      updated_at: 'text!',
      removed_at: 'text',
    },
    ['primary key (museum_id, id)', 'foreign key (museum_id) references museum (id)']
  )
  await createTable(
    db,
    'object_set',
    {
      museum_id: 'text!',
      id: 'text!',
      revision: 'integer!',
      name: 'text!',
      kind: 'text!',
      note: 'text',
      position: 'real!',
      person: 'text!',
      updated_at: 'text!',
      removed_at: 'text',
    },
    ['primary key (museum_id, id)', 'foreign key (museum_id) references museum (id)']
  )
  await createTable(
    db,
    'set_member',
    {
      museum_id: 'text!',
      set_id: 'text!',
      object_id: 'text!',
      seq: 'integer',
      position: 'real!',
      note: 'text',
      in_by: 'text!',
      out_by: 'text',
      gone_number: 'text',
      gone_name: 'text',
    },
    [
      'primary key (museum_id, set_id, object_id)',
      'foreign key (museum_id, set_id) references object_set (museum_id, id)',
    ]
  )
  // covering: order, counts and "is it in the set" never read the rows
  await createIndex(db, 'set_member_order', 'set_member (museum_id, set_id, position, seq)')
  await createIndex(db, 'set_member_of_object', 'set_member (museum_id, object_id)')
}
