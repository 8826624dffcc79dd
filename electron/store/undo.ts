import type { Kysely } from 'kysely'
import type { Changes } from '../../shared/audit/rules.ts'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import { readObject } from './catalogue.ts'
import { relatedAmong } from './relations.ts'
import type { Database } from './schema.ts'

export interface CreatedObject {
  readonly id: string
  readonly seq: number
  readonly revision: number
  readonly number: string
  readonly name: string | null
}

/** Objects that a batch brought in and that are still there, in chunks: those behind `after`. */
export async function createdBy(
  db: Kysely<Database>,
  museumId: string,
  batchId: string,
  after: number,
  limit: number
): Promise<CreatedObject[]> {
  return db
    .selectFrom('object')
    .select(['id', 'seq', 'revision', 'number', 'name'])
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Of these objects, those that something hangs on: picture, attachment, person, relation, or a draft that somebody is typing. */
export async function leanedUpon(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Set<string>> {
  const pictures = await db
    .selectFrom('picture')
    .select('object_id as id')
    .where('museum_id', '=', museumId)
    .where('object_id', 'in', ids)
    .execute()
  const attachments = await db
    .selectFrom('attachment')
    .select('object_id as id')
    .where('museum_id', '=', museumId)
    .where('object_id', 'in', ids)
    .execute()
  const drafts = await db
    .selectFrom('draft')
    .select('record_id as id')
    .where('museum_id', '=', museumId)
    .where('record_id', 'in', ids)
    .execute()
  const people = await db
    .selectFrom('party_link')
    .select('object_id as id')
    .where('museum_id', '=', museumId)
    .where('removed_at', 'is', null)
    .where('object_id', 'in', ids)
    .execute()
  const related = await relatedAmong(db, museumId, ids)
  return new Set(
    [...pictures, ...attachments, ...drafts, ...people].flatMap((row) => row.id ?? []).concat(related)
  )
}

export interface BatchChange {
  readonly id: string
  readonly recordId: string
  readonly changes: Changes
}

/** What a batch changed in records that were there before, in chunks: audit entries behind `after`. */
export async function changedBy(
  db: Kysely<Database>,
  museumId: string,
  batchId: string,
  after: string,
  limit: number
): Promise<BatchChange[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'record_id', 'changes'])
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .where('action', 'in', ['imported', 'amended'])
    // pictures and people are taken away by themselves
    .where('room', 'not in', ['media', 'people'])
    // an object that was brought in carries no changes
    .where('changes', '!=', '{}')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    changes: JSON.parse(row.changes) as Changes,
  }))
}

export async function objectsByIds(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Map<string, ObjectRecord>> {
  const rows = await db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, readObject(row)]))
}
