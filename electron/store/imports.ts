import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { Target } from '../../shared/imports/contract.ts'
import { insertRows } from './bulk.ts'
import type { BatchTable, Database, ImportLineTable } from './schema.ts'

export type BatchRow = Selectable<BatchTable>
export type LineRow = Selectable<ImportLineTable>

export async function insertBatch(db: Kysely<Database>, row: Insertable<BatchTable>): Promise<void> {
  await db.insertInto('batch').values(row).execute()
}

export async function updateBatch(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  set: Updateable<BatchTable>
): Promise<void> {
  await db.updateTable('batch').set(set).where('museum_id', '=', museumId).where('id', '=', id).execute()
}

export async function batchById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<BatchRow | undefined> {
  return db
    .selectFrom('batch')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Newest first; ids are UUIDv7. */
export async function allBatches(db: Kysely<Database>, museumId: string): Promise<BatchRow[]> {
  return db.selectFrom('batch').selectAll().where('museum_id', '=', museumId).orderBy('id', 'desc').execute()
}

/** What rehearsals worked out by tables that are others now is worked out anew when it is done; not for that batch. */
export async function forgetOutcomes(
  db: Kysely<Database>,
  museumId: string,
  except: string | null = null
): Promise<void> {
  await db
    .updateTable('import_line')
    .set({ outcome: null })
    .where('museum_id', '=', museumId)
    .where('outcome', 'is not', null)
    .$if(except !== null, (query) => query.where('batch_id', '!=', except))
    .execute()
}

/** With its lines. */
export async function deleteBatch(db: Kysely<Database>, museumId: string, id: string): Promise<void> {
  await deleteLines(db, museumId, id)
  await db.deleteFrom('batch').where('museum_id', '=', museumId).where('id', '=', id).execute()
}

export async function isOriginalKept(
  db: Kysely<Database>,
  museumId: string,
  sha256: string
): Promise<boolean> {
  const row = await db
    .selectFrom('batch')
    .select('id')
    .where('museum_id', '=', museumId)
    .where('file_sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertLines(
  db: Kysely<Database>,
  lines: readonly Insertable<ImportLineTable>[]
): Promise<void> {
  await insertRows(db, 'import_line', lines)
}

export async function deleteLines(db: Kysely<Database>, museumId: string, batchId: string): Promise<void> {
  await db
    .deleteFrom('import_line')
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .execute()
}

export interface LinesWanted {
  readonly verdict?: LineRow['verdict'] | undefined
  /** Code of a note that the line must carry. */
  readonly code?: string | undefined
}

function linesOf(db: Kysely<Database>, museumId: string, batchId: string, wanted: LinesWanted) {
  const { verdict, code } = wanted
  let query = db.selectFrom('import_line').where('museum_id', '=', museumId).where('batch_id', '=', batchId)
  if (verdict !== undefined) query = query.where('verdict', '=', verdict)
  // notes are JSON of our own making, and codes have no signs that LIKE would take for patterns
  if (code !== undefined)
    query = query.where('notes', 'like', `%"code":"${code.replace(/[^a-zA-Z0-9.]/g, '')}"%`)
  return query
}

/** Lines behind position `after`, in the order of the file. */
export async function linesAfter(
  db: Kysely<Database>,
  museumId: string,
  batchId: string,
  wanted: LinesWanted,
  after: number,
  limit: number
): Promise<LineRow[]> {
  return linesOf(db, museumId, batchId, wanted)
    .selectAll()
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
}

export async function countLines(
  db: Kysely<Database>,
  museumId: string,
  batchId: string,
  wanted: LinesWanted
): Promise<number> {
  const row = await linesOf(db, museumId, batchId, wanted)
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Folded heading → where this museum put such a column last. */
export async function rememberedHeadings(
  db: Kysely<Database>,
  museumId: string
): Promise<Map<string, Target>> {
  const rows = await db.selectFrom('import_heading').selectAll().where('museum_id', '=', museumId).execute()
  return new Map(rows.map((row) => [row.heading, row.target as Target]))
}

export async function rememberHeadings(
  db: Kysely<Database>,
  museumId: string,
  headings: ReadonlyMap<string, Target>
): Promise<void> {
  for (const [heading, target] of headings) {
    await db
      .insertInto('import_heading')
      .values({ museum_id: museumId, heading, target })
      .onConflict((conflict) => conflict.columns(['museum_id', 'heading']).doUpdateSet({ target }))
      .execute()
  }
}
