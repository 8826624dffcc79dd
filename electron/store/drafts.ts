import type { Kysely } from 'kysely'
import type { FieldValues, UnreadTexts } from '../../shared/catalogue/record.ts'
import type { Database } from './schema.ts'

export interface Draft {
  readonly id: string
  readonly recordId: string | null
  readonly revision: number | null
  readonly values: FieldValues
  /** What was typed and is no value yet: `2026-0` in a day's field. */
  readonly unread: UnreadTexts
  readonly updatedAt: string
}

/** Oldest first. */
export async function allDrafts(db: Kysely<Database>, museumId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('updated_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    revision: row.revision,
    values: JSON.parse(row.values) as FieldValues,
    unread: JSON.parse(row.unread) as UnreadTexts,
    updatedAt: row.updated_at,
  }))
}

export async function putDraft(
  db: Kysely<Database>,
  museumId: string,
  person: string,
  draft: Draft
): Promise<void> {
  const columns = {
    record_id: draft.recordId,
    revision: draft.revision,
    values: JSON.stringify(draft.values),
    unread: JSON.stringify(draft.unread),
    person,
    updated_at: draft.updatedAt,
  }
  await db
    .insertInto('draft')
    .values({ museum_id: museumId, id: draft.id, ...columns })
    .onConflict((conflict) => conflict.columns(['museum_id', 'id']).doUpdateSet(columns))
    .execute()
}

export async function dropDraft(db: Kysely<Database>, museumId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('draft')
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
