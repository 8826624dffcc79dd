import type { Kysely } from 'kysely'
import type { Database, JobTable } from './schema.ts'
import type { Job } from '../../shared/workspace/contract.ts'

export type MuseumRow = { id: string; name: string; province: string; code: string | null; is_sample: number }

export async function theMuseum(db: Kysely<Database>): Promise<MuseumRow | undefined> {
  return db
    .selectFrom('museum')
    .select(['id', 'name', 'province', 'code', 'is_sample'])
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

export async function insertMuseum(db: Kysely<Database>, row: MuseumRow, at: string): Promise<void> {
  await db
    .insertInto('museum')
    .values({ ...row, created_at: at, catalogue_version: 0 })
    .execute()
}

export async function readSetting(db: Kysely<Database>, museumId: string, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('museum_id', '=', museumId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as unknown) : null
}

export async function putSetting(
  db: Kysely<Database>,
  museumId: string,
  key: string,
  value: unknown
): Promise<void> {
  const text = JSON.stringify(value)
  await db
    .insertInto('setting')
    .values({ museum_id: museumId, key, value: text })
    .onConflict((conflict) => conflict.columns(['museum_id', 'key']).doUpdateSet({ value: text }))
    .execute()
}

/** Begins a session; answers whether the last one never ended. */
export async function beginSession(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  at: string
): Promise<boolean> {
  const open = await db
    .updateTable('session')
    .set({ ended_at: 'interrupted' })
    .where('museum_id', '=', museumId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  await db.insertInto('session').values({ museum_id: museumId, id, started_at: at, ended_at: null }).execute()
  return open.length > 0
}

export async function endSession(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  at: string
): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .execute()
}

export async function countRows(
  db: Kysely<Database>,
  table: 'object' | 'draft' | 'batch' | 'picture',
  museumId: string
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

export const readJob = (row: Omit<JobTable, 'museum_id'>): Job => ({
  id: row.id,
  kind: row.kind,
  status: row.status as Job['status'],
  stage: row.stage,
  done: row.done,
  total: row.total,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  fault: row.fault === null ? null : (JSON.parse(row.fault) as Job['fault']),
  result: row.result === null ? null : (JSON.parse(row.result) as unknown),
})

export async function jobById(db: Kysely<Database>, museumId: string, id: string): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && readJob(row)
}

/** Newest first. */
export async function recentJobs(db: Kysely<Database>, museumId: string, limit: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readJob)
}
