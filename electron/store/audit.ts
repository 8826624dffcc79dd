import type { Insertable, Kysely } from 'kysely'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import { insertRows } from './bulk.ts'
import type { AuditTable, Database } from './schema.ts'

export interface NewAudit {
  readonly museumId: string
  readonly id: string
  readonly at: string
  readonly person: string
  readonly action: AuditEntry['action']
  readonly room: string
  readonly recordId: string
  readonly batchId: string | null
  readonly reason: string | null
  readonly changes: Changes
}

/** Audit rows are only ever added. Ids are UUIDv7, so their order is the order of events. */
export async function insertAudit(db: Kysely<Database>, entries: readonly NewAudit[]): Promise<void> {
  await insertRows(
    db,
    'audit',
    entries.map((entry): Insertable<AuditTable> => ({
      museum_id: entry.museumId,
      id: entry.id,
      at: entry.at,
      person: entry.person,
      action: entry.action,
      room: entry.room,
      record_id: entry.recordId,
      batch_id: entry.batchId,
      reason: entry.reason,
      changes: JSON.stringify(entry.changes),
    }))
  )
}

const entries = (db: Kysely<Database>, museumId: string) =>
  db
    .selectFrom('audit')
    .leftJoin('batch', (join) =>
      join.onRef('batch.museum_id', '=', 'audit.museum_id').onRef('batch.id', '=', 'audit.batch_id')
    )
    .select([
      'audit.id',
      'audit.at',
      'audit.person',
      'audit.action',
      'audit.record_id',
      'audit.batch_id',
      'audit.reason',
      'audit.changes',
      'batch.name as batch_name',
    ])
    .where('audit.museum_id', '=', museumId)

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

const readEntry = (row: EntryRow): AuditEntry => ({
  id: row.id,
  at: row.at,
  person: row.person,
  action: row.action as AuditEntry['action'],
  recordId: row.record_id,
  batchId: row.batch_id,
  batchName: row.batch_name,
  reason: row.reason,
  changes: JSON.parse(row.changes) as AuditEntry['changes'],
})

/** Newest first. */
export async function auditOfRecord(
  db: Kysely<Database>,
  museumId: string,
  recordId: string
): Promise<AuditEntry[]> {
  const rows = await entries(db, museumId)
    .where('audit.record_id', '=', recordId)
    .orderBy('audit.id', 'desc')
    .execute()
  const arrival = await arrivalOf(db, museumId, recordId)
  return arrival ? [...rows.map(readEntry), arrival] : rows.map(readEntry)
}

/** What was done in a room of late, newest first. */
export async function auditOfRoom(
  db: Kysely<Database>,
  museumId: string,
  room: string,
  limit: number
): Promise<AuditEntry[]> {
  const rows = await entries(db, museumId)
    .where('audit.room', '=', room)
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readEntry)
}

/**
 * How a record came in with a batch. One command is one audit row: the batch has its own, and the objects that it
 * brought name the batch, so that a hundred thousand of them need not say the same again.
 */
async function arrivalOf(
  db: Kysely<Database>,
  museumId: string,
  recordId: string
): Promise<AuditEntry | undefined> {
  const row = await db
    .selectFrom('object')
    .innerJoin('batch', (join) =>
      join.onRef('batch.museum_id', '=', 'object.museum_id').onRef('batch.id', '=', 'object.batch_id')
    )
    .select(['object.created_at', 'batch.id', 'batch.name', 'batch.person'])
    .where('object.museum_id', '=', museumId)
    .where('object.id', '=', recordId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: `${row.id}/${recordId}`,
    at: row.created_at,
    person: row.person,
    action: 'imported',
    recordId,
    batchId: row.id,
    batchName: row.name,
    reason: null,
    changes: {},
  }
}

export async function auditEntry(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<AuditEntry | undefined> {
  const row = await entries(db, museumId).where('audit.id', '=', id).executeTakeFirst()
  return row && readEntry(row)
}
