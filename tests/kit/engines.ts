import { PGlite } from '@electric-sql/pglite'
import SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { MuseumSqliteDialect, postgresInMemory, type Engine } from '../../electron/store/dialects.ts'
import type { Database } from '../../electron/store/schema.ts'

export const ENGINES: readonly Engine[] = ['sqlite', 'postgres']

/** An empty store in memory, not yet migrated. */
export const inMemory = (engine: Engine): Kysely<Database> =>
  new Kysely<Database>({
    dialect:
      engine === 'sqlite' ? new MuseumSqliteDialect(new SQLite(':memory:')) : postgresInMemory(new PGlite()),
  })
