import { sql, type Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { migrate, MIGRATIONS, pendingMigrations } from '../../electron/store/migrations/index.ts'
import { ENGINES, inMemory as open } from '../kit/engines.ts'

const halfBroken = {
  ...MIGRATIONS,
  '0099_broken': {
    async up(db: Kysely<unknown>) {
      await sql`create table half (id text)`.execute(db)
      await sql`select no_such_function_at_all()`.execute(db)
    },
  },
}

type Db = ReturnType<typeof open>
/** Columns of a unique key that has museum_id in it: the primary key, or the one beside a rowid. */
async function sqliteKey(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select i.name from pragma_index_list(${table}) l,
    pragma_index_info(l.name) i where l."unique" = 1 and l.origin in ('pk', 'u')`.execute(db)
  return rows.map(({ name }) => name)
}
async function postgresKey(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select a.attname as name from pg_index i join pg_attribute a
    on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary`.execute(db)
  return rows.map(({ name }) => name)
}

describe.each(ENGINES)('migrations on %s', (engine) => {
  it('make every table, each owned one with museum_id in its key', async () => {
    const db = open(engine)
    await migrate(db)
    // SQLite's search index knows rows only by object.seq
    const others = engine === 'sqlite' ? /^(museum|sqlite_sequence|object_search.*)$/ : /^museum$/
    const tables = await db.introspection.getTables()
    const owned = tables.filter(({ name }) => !others.test(name))
    expect(owned.length).toBeGreaterThan(8)
    for (const table of owned) {
      const column = table.columns.find(({ name }) => name === 'museum_id')
      expect(column, table.name).toBeDefined()
      expect(column?.isNullable, table.name).toBe(false)
    }
    const key = engine === 'sqlite' ? sqliteKey : postgresKey
    for (const { name } of owned) expect(await key(db, name), name).toContain('museum_id')
    await db.destroy()
  })

  it('leave nothing of a migration that fails half-way, and nothing of those before it in the same run', async () => {
    const db = open(engine)
    await expect(migrate(db, halfBroken)).rejects.toThrow()
    const names = (await db.introspection.getTables()).map(({ name }) => name)
    expect(names).not.toContain('half')
    expect(names).not.toContain('object')
    // and the museum can still be brought up to date by a program without the fault
    await migrate(db)
    expect(await pendingMigrations(db)).toEqual([])
    await db.destroy()
  })

  it('refuse a file that has been further than this program', async () => {
    const db = open(engine)
    await migrate(db)
    await db
      .$extendTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto('kysely_migration')
      .values({ name: '0999_later', timestamp: '2030-01-01' })
      .execute()
    await expect(migrate(db)).rejects.toMatchObject({ code: 'museum.fromFuture' })
    await db.destroy()
  })
})

it('SQLite tables are STRICT: a text in a number column is refused, not bent', async () => {
  const db = open('sqlite')
  await migrate(db)
  const loose = await sql<{ name: string }>`select name from pragma_table_list
    where schema = 'main' and type = 'table' and strict = 0 and name not like 'kysely%' and name not like 'sqlite%'
    and name not like 'object_search%'`.execute(db)
  expect(loose.rows).toEqual([])
  await db.destroy()
})
