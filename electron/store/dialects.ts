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
      const made: SqliteStatement = database.prepare(text)
      // schema changes make a remembered statement recompile by itself; pragmas and DDL are not worth keeping
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) {
        if (known.size >= MOST_STATEMENTS) known.delete(known.keys().next().value ?? '')
        known.set(text, made)
      }
      return made
    },
  }
}

export type Engine = 'sqlite' | 'postgres'

/** Which engine answers behind `db`; only expressions and migrations may ask. */
export function engineOf<T>(db: Kysely<T>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
}
