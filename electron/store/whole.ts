import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { insertValues } from './bulk.ts'
import type { Database } from './schema.ts'

type Table = keyof Database

/**
 * Every table, in an order in which none comes before what it refers to, with the key its rows are told by. Null: of this
 * computer only (what ran when), or made anew from the others (the search index). A new table is a type error here until
 * somebody has decided.
 */
const KEYS = {
  museum: ['id'],
  setting: ['museum_id', 'key'],
  session: null,
  job: null,
  batch: ['museum_id', 'id'],
  import_line: ['museum_id', 'batch_id', 'position'],
  import_heading: ['museum_id', 'heading'],
  own_field: ['museum_id', 'id'],
  object: ['museum_id', 'id'],
  object_search: null,
  draft: ['museum_id', 'id'],
  picture: ['museum_id', 'id'],
  mark: ['museum_id', 'id'],
  attachment: ['museum_id', 'id'],
  acceptance: ['museum_id', 'object_id', 'code', 'field'],
  vocabulary_value: ['museum_id', 'vocabulary', 'code'],
  vocabulary_word: ['museum_id', 'vocabulary', 'word_key'],
  // with contact: a museum that came back without it would have lost it
  party: ['museum_id', 'id'],
  party_link: ['museum_id', 'id'],
  party_merge: ['museum_id', 'id'],
  party_apart: ['museum_id', 'one_id', 'other_id'],
  party_draft: ['museum_id', 'id'],
  saved_view: ['museum_id', 'id'],
  object_set: ['museum_id', 'id'],
  set_member: ['museum_id', 'set_id', 'object_id'],
  relation: ['museum_id', 'id'],
  audit: ['museum_id', 'id'],
  number_pattern: ['museum_id', 'series'],
  number_past: ['museum_id', 'series', 'number', 'record_id'],
} as const satisfies Readonly<Record<Table, readonly string[] | null>>

/** The tables that a museum consists of. */
export const WHOLE_TABLES = (Object.keys(KEYS) as Table[]).filter((table) => KEYS[table] !== null)

/** A row as it is kept: column → text or number. */
export type WholeRow = Readonly<Record<string, string | number | null>>

/** Rows of a table in the order of its key, in pages of `size`. */
export async function* wholeRows(
  db: Kysely<Database>,
  museumId: string,
  table: Table,
  size: number
): AsyncGenerator<readonly WholeRow[]> {
  const key: readonly string[] = KEYS[table] ?? []
  const owner = sql.ref(table === 'museum' ? 'id' : 'museum_id')
  const order = sql.join(key.map((column) => sql.ref(column)))
  let after: readonly unknown[] | null = null
  for (;;) {
    const place: readonly unknown[] | null = after
    const behind: RawBuilder<SqlBool> =
      place === null ? sql<SqlBool>`true` : sql<SqlBool>`(${order}) > (${sql.join(place)})`
    const { rows }: { rows: readonly WholeRow[] } = await sql<WholeRow>`select * from ${sql.table(table)}
      where ${owner} = ${museumId} and ${behind} order by ${order} limit ${size}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < size) return
    after = key.map((column) => last[column])
  }
}

/** The columns of a table as this store has it. */
export async function columnsOfTable(db: Kysely<Database>, table: string): Promise<readonly string[]> {
  const tables = await db.introspection.getTables()
  return tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? []
}

/** Names of the migrations this store has been through, in order. */
export async function migrationsOf(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Puts rows back as they were; what they refer to may follow until the transaction ends. */
export async function putRows(
  db: Kysely<Database>,
  table: Table,
  columns: readonly string[],
  rows: readonly WholeRow[]
): Promise<void> {
  await insertValues(
    db,
    table,
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null))
  )
}
