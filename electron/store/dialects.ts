import type SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  PGliteDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Kysely,
  type PGlite,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely'

/** Stock Kysely opens no transaction around SQLite migrations and would leave half of one behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * `begin` alone takes the write lock late and may fail in the middle of a read-then-write transaction. A full disk ends
 * the transaction by itself: rolling it back once more would hide the reason behind "no transaction is active".
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #inTransaction: () => boolean

  constructor(database: SqliteDatabase, inTransaction: () => boolean) {
    super({ database })
    this.#inTransaction = inTransaction
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#inTransaction()) await super.rollbackTransaction(connection)
  }
}

export class MuseumSqliteDialect extends SqliteDialect {
  readonly #remembering: SqliteDatabase
  readonly #inTransaction: () => boolean

  constructor(database: SQLite.Database) {
    const remembering = rememberStatements(database)
    super({ database: remembering })
    this.#remembering = remembering
    this.#inTransaction = () => database.inTransaction
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#remembering, this.#inTransaction)
  }
}

export const postgresInMemory = (pglite: PGlite): PGliteDialect => new PGliteDialect({ pglite })

const MOST_STATEMENTS = 200

/** An import runs the same few statements a hundred thousand times: keep them prepared, oldest out first. */
function rememberStatements(database: SQLite.Database): SqliteDatabase {
  const known = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const seen = known.get(text)
      if (seen) return seen
      const made = forManyRows(database.prepare(text))
      // schema changes make a remembered statement recompile by itself; pragmas and DDL are not worth keeping
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) {
        if (known.size >= MOST_STATEMENTS) known.delete(known.keys().next().value ?? '')
        known.set(text, made)
      }
      return made
    },
  }
}

/**
 * The same statement, which `run` also takes a list of rows for: it is run for each of them, and answers for all.
 * Values handed over as arguments are bound in half the time that a long list of them takes (see insertValues).
 */
function forManyRows(made: SQLite.Statement): SqliteStatement {
  return {
    reader: made.reader,
    all: (parameters) => made.all(parameters),
    iterate: (parameters) => made.iterate(parameters),
    run(parameters) {
      if (!Array.isArray(parameters[0])) return made.run(parameters)
      const rows = parameters as readonly (readonly unknown[])[]
      let changes = 0
      let last: number | bigint = 0
      for (const row of rows) {
        const done = made.run(...row)
        changes += done.changes
        last = done.lastInsertRowid
      }
      return { changes, lastInsertRowid: last }
    },
  }
}

export type Engine = 'sqlite' | 'postgres'

/** Which engine answers behind `db`; only expressions and migrations may ask. */
export function engineOf<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
}
