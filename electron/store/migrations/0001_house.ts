import { createIndex, createTable, type BareDb } from './columns.ts'

/** Museum, settings, sessions, jobs, audit, batches: what every room stands on. */
export async function up(db: BareDb): Promise<void> {
  await createTable(
    db,
    'museum',
    {
      id: 'text!',
      name: 'text!',
      province: 'text!',
      code: 'text',
      is_sample: 'integer!',
      created_at: 'text!',
      catalogue_version: 'integer!',
    },
    ['primary key (id)', 'check (is_sample in (0, 1))']
  )
  await createTable(db, 'setting', { museum_id: 'text!', key: 'text!', value: 'text!' }, [
    'primary key (museum_id, key)',
    'foreign key (museum_id) references museum (id)',
  ])
  await createTable(
    db,
    'session',
    { museum_id: 'text!', id: 'text!', started_at: 'text!', ended_at: 'text' },
    ['primary key (museum_id, id)']
  )
  await createTable(
    db,
    'job',
    {
      museum_id: 'text!',
      id: 'text!',
      kind: 'text!',
      status: 'text!',
      stage: 'text',
      done: 'real!',
      total: 'real',
      started_at: 'text!',
      ended_at: 'text',
      fault: 'text',
      result: 'text',
    },
    [
      'primary key (museum_id, id)',
      "check (status in ('queued', 'running', 'finished', 'failed', 'cancelled', 'interrupted'))",
    ]
  )
  await createTable(
    db,
    'audit',
    {
      museum_id: 'text!',
      id: 'text!',
      at: 'text!',
      person: 'text!',
      action: 'text!',
      room: 'text!',
      record_id: 'text!',
      batch_id: 'text',
      reason: 'text',
      changes: 'text!',
    },
    ['primary key (museum_id, id)', 'foreign key (museum_id) references museum (id)']
  )
  await createIndex(db, 'audit_of_record', 'audit (museum_id, record_id, id)')
  await createIndex(db, 'audit_of_batch', 'audit (museum_id, batch_id, id)')
  await createTable(
    db,
    'batch',
    {
      museum_id: 'text!',
      id: 'text!',
      kind: 'text!',
      name: 'text!',
      status: 'text!',
      person: 'text!',
      file_name: 'text',
      file_sha256: 'text',
      plan: 'text!',
      result: 'text!',
      created: 'integer!',
      changed: 'integer!',
      unchanged: 'integer!',
      refused: 'integer!',
      created_at: 'text!',
      undone_at: 'text',
    },
    [
      'primary key (museum_id, id)',
      'foreign key (museum_id) references museum (id)',
      "check (status in ('rehearsed', 'committed', 'undone'))",
    ]
  )
}
