import type { Kysely } from 'kysely'
import type { Chosen } from '../../shared/changes/contract.ts'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import { recordPages } from './exchange.ts'
import type { Database } from './schema.ts'
import { objectsByIds } from './undo.ts'

const CHUNK = 500

/**
 * The chosen records in the order of their numbers (9 before 10), in pages of at most `size`; those that are no longer
 * there are left out.
 */
export async function* chosenInOrder(
  db: Kysely<Database>,
  museumId: string,
  chosen: Chosen,
  size: number
): AsyncGenerator<readonly ObjectRecord[]> {
  if (chosen.kind === 'found') {
    const except = new Set(chosen.except)
    for await (const page of recordPages(db, museumId, chosen.find, size))
      yield page.filter(({ id }) => !except.has(id))
    return
  }
  const ids = await inOrder(db, museumId, [...new Set(chosen.ids)])
  for (let at = 0; at < ids.length; at += size) {
    const wanted = ids.slice(at, at + size)
    const found = await objectsByIds(db, museumId, wanted)
    yield wanted.flatMap((id) => found.get(id) ?? [])
  }
}

/** Ids of those that are there, sorted by number. */
async function inOrder(db: Kysely<Database>, museumId: string, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string; key: Buffer; seq: number }[] = []
  for (let at = 0; at < ids.length; at += CHUNK) {
    const found = await db
      .selectFrom('object')
      .select(['id', 'number_key', 'seq'])
      .where('museum_id', '=', museumId)
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
    // the store compares bytes, not JavaScript's halves of characters
    rows.push(...found.map(({ id, number_key, seq }) => ({ id, key: Buffer.from(number_key), seq })))
  }
  return rows.sort((a, b) => Buffer.compare(a.key, b.key) || a.seq - b.seq).map(({ id }) => id)
}

/** The file that a batch was read from, as it was called. */
export async function fileOfBatch(
  db: Kysely<Database>,
  museumId: string,
  batchId: string
): Promise<{ file: string; at: string } | null> {
  const row = await db
    .selectFrom('batch')
    .select(['file_name', 'created_at'])
    .where('museum_id', '=', museumId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  if (!row || row.file_name === null) return null
  return { file: row.file_name, at: row.created_at }
}
