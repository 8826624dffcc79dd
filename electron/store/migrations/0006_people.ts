import { createIndex, createTable, type BareDb } from './columns.ts'

/** Persons, institutions and groups; what they have to do with objects; merges; and pairs that were told apart. */
export async function up(db: BareDb): Promise<void> {
  await createTable(
    db,
    'party',
    {
      museum_id: 'text!',
      id: 'text!',
      revision: 'integer!',
      kind: 'text!',
      name: 'text!',
      other_names: 'text',
      born: 'text',
      died: 'text',
      life_start: 'integer',
      life_end: 'integer',
      phone: 'text',
      address: 'text',
      id_number: 'text',
      notes: 'text',
      name_key: 'text!',
      words: 'text!',
      initials: 'text!',
      readings: 'text!',
      merged_into: 'text',
      merge_id: 'text',
      removed_at: 'text',
      removed_by: 'text',
      batch_id: 'text',
      created_at: 'text!',
      updated_at: 'text!',
    },
    ['primary key (museum_id, id)', 'foreign key (museum_id) references museum (id)']
  )
  await createIndex(db, 'party_by_name', 'party (museum_id, name_key, id)')
  await createIndex(db, 'party_of_batch', 'party (museum_id, batch_id)')
  await createTable(
    db,
    'party_link',
    {
      museum_id: 'text!',
      id: 'text!',
      object_id: 'text!',
      party_id: 'text!',
      role: 'text!',
      note: 'text',
      batch_id: 'text',
      created_at: 'text!',
      created_by: 'text!',
      removed_at: 'text',
      removed_by: 'text',
    },
    [
      'primary key (museum_id, id)',
      // an object leaves only with the batch that brought it in, when nothing hangs on it
      'foreign key (museum_id, object_id) references object (museum_id, id) on delete cascade',
      'foreign key (museum_id, party_id) references party (museum_id, id)',
    ]
  )
  const there = 'where removed_at is null'
  await createIndex(db, 'party_link_once', `party_link (museum_id, object_id, role, party_id) ${there}`, true)
  await createIndex(db, 'party_link_of_party', 'party_link (museum_id, party_id, role)')
  await createIndex(db, 'party_link_of_batch', 'party_link (museum_id, batch_id)')
  await createTable(
    db,
    'party_merge',
    {
      museum_id: 'text!',
      id: 'text!',
      gone_id: 'text!',
      kept_id: 'text!',
      gone_name: 'text!',
      at: 'text!',
      person: 'text!',
      changes: 'text!',
      links: 'text!',
      undone_at: 'text',
      undone_by: 'text',
    },
    [
      'primary key (museum_id, id)',
      'foreign key (museum_id, gone_id) references party (museum_id, id)',
      'foreign key (museum_id, kept_id) references party (museum_id, id)',
    ]
  )
  await createIndex(db, 'party_merge_of_kept', 'party_merge (museum_id, kept_id)')
  await createTable(
    db,
    'party_apart',
    { museum_id: 'text!', one_id: 'text!', other_id: 'text!', person: 'text!', at: 'text!' },
    [
      'primary key (museum_id, one_id, other_id)',
      'foreign key (museum_id, one_id) references party (museum_id, id)',
      'foreign key (museum_id, other_id) references party (museum_id, id)',
    ]
  )
  await createTable(
    db,
    'party_draft',
    {
      museum_id: 'text!',
      id: 'text!',
      party_id: 'text',
      revision: 'integer',
      values: 'text!',
      person: 'text!',
      updated_at: 'text!',
    },
    ['primary key (museum_id, id)', 'foreign key (museum_id) references museum (id)']
  )
}
