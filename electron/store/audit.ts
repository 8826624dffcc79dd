import { sql, type Insertable, type Kysely, type SqlBool } from 'kysely'
import { z } from 'zod'
import { AUDIT_ACTIONS, type AuditEntry, type RecentEntry } from '../../shared/audit/contract.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import { insertRows } from './bulk.ts'
import { sortedAfterwards } from './expressions.ts'
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
      'audit.room',
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
  action: AUDIT_ACTIONS.find((action) => action === row.action) ?? 'other',
  room: row.room,
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
    room: 'imports',
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

export interface RecentWish {
  readonly person?: string | undefined
  readonly room?: string | undefined
  readonly batch?: string | undefined
  /** Instants: from the one, before the other. */
  readonly from?: string | undefined
  readonly before?: string | undefined
  readonly after: string | null
  readonly limit: number
}

const at = sql.ref<string>('audit.at')
const cursorShape = z.tuple([z.string(), z.string()])

/** A page of all entries of the museum, newest first; `next` is the cursor of its last, null at the end. */
export async function recentAudit(
  db: Kysely<Database>,
  museumId: string,
  wish: RecentWish
): Promise<{ entries: RecentEntry[]; next: string | null }> {
  let query = entries(db, museumId)
    .leftJoin('object', (join) =>
      join.onRef('object.museum_id', '=', 'audit.museum_id').onRef('object.id', '=', 'audit.record_id')
    )
    .select(['object.number as object_number', 'object.name as object_name'])
    .select(['batch.status as batch_status', 'batch.kind as batch_kind'])
    // what a batch did is found by the batch and sorted then: SQLite would rather walk all of time for the order's sake
    .orderBy(wish.batch === undefined ? at : sortedAfterwards(db, at), 'desc')
    .orderBy('audit.id', 'desc')
    .limit(wish.limit)
  if (wish.person !== undefined) query = query.where('audit.person', '=', wish.person)
  if (wish.room !== undefined) query = query.where('audit.room', '=', wish.room)
  if (wish.batch !== undefined) query = query.where('audit.batch_id', '=', wish.batch)
  if (wish.from !== undefined) query = query.where('audit.at', '>=', wish.from)
  if (wish.before !== undefined) query = query.where('audit.at', '<', wish.before)
  if (wish.after !== null) {
    const [instant, id] = cursorShape.parse(JSON.parse(wish.after))
    query = query.where(sql<SqlBool>`(audit.at, audit.id) < (${instant}, ${id})`)
  }
  const rows = await query.execute()
  const last = rows.at(-1)
  return {
    entries: rows.map((row) => ({
      ...readEntry(row),
      object: row.object_number === null ? null : { number: row.object_number, name: row.object_name },
      canUndo: row.batch_status === 'committed' && row.batch_kind !== 'sample',
    })),
    next: last && rows.length === wish.limit ? JSON.stringify([last.at, last.id]) : null,
  }
}

const MOST_KINDS = 300

/** The different persons, or rooms, of all entries: one step of the index for each, however many entries there are. */
export async function auditKinds(
  db: Kysely<Database>,
  museumId: string,
  column: 'person' | 'room'
): Promise<string[]> {
  const found: string[] = []
  while (found.length < MOST_KINDS) {
    const last = found.at(-1)
    const row = await db
      .selectFrom('audit')
      .select(`${column} as kind`)
      .where('museum_id', '=', museumId)
      .$if(last !== undefined, (query) => query.where(column, '>', last ?? ''))
      .orderBy(column)
      .limit(1)
      .executeTakeFirst()
    if (!row) break
    found.push(row.kind)
  }
  return found
}
