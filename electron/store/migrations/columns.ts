import { SqliteAdapter, sql, type Kysely } from 'kysely'

/** What a migration gets: it knows no schema of the program, for it is frozen in time. */
export type BareDb = Kysely<unknown>

export function isSqlite(db: BareDb): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter
}

/** `!` = not null. On PostgreSQL text is compared by code point, as SQLite does, whatever the server's locale. */
type ColumnType = 'text' | 'text!' | 'integer' | 'integer!' | 'real' | 'real!'

/**
 * Creates a table: columns by name and type, then primary key and constraints as SQL.
 * SQLite tables are STRICT; PostgreSQL gets the same meaning.
 */
export async function createTable(
  db: BareDb,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
  constraints: readonly string[]
): Promise<void> {
  const lite = isSqlite(db)
  const types = {
    text: lite ? 'text' : 'text collate "C"',
    integer: 'integer',
    real: lite ? 'real' : 'double precision',
  }
  const lines = Object.entries(columns).map(([column, type]) => {
    const bare = type.replace('!', '') as keyof typeof types
    return `"${column}" ${types[bare]}${type.endsWith('!') ? ' not null' : ''}`
  })
  const body = [...lines, ...constraints].join(',\n  ')
  await sql.raw(`create table "${name}" (\n  ${body}\n)${lite ? ' strict' : ''}`).execute(db)
}

export async function createIndex(db: BareDb, name: string, on: string, unique = false): Promise<void> {
  await sql.raw(`create ${unique ? 'unique ' : ''}index "${name}" on ${on}`).execute(db)
}
