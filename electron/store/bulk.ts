import { sql, type CompiledQuery, type Insertable, type Kysely, type QueryResult } from 'kysely'
import { engineOf } from './dialects.ts'
import type { Database } from './schema.ts'

/** Bound values in one statement of PostgreSQL: well under its limit, and so many that the call itself costs little. */
const MOST_VALUES = 2000
/** Statements as they were built once: for an import that is the same few, thousands of times. */
const MOST_BUILT = 60
const built = new Map<string, CompiledQuery>()

function builtOnce(key: string, build: () => CompiledQuery): CompiledQuery {
  const known = built.get(key)
  if (known) return known
  const made = build()
  if (built.size >= MOST_BUILT) built.delete(built.keys().next().value ?? '')
  built.set(key, made)
  return made
}

/** Inserts many rows of the same columns. `rows` must name the same columns, all of them with a value or null. */
export async function insertRows<T extends keyof Database>(
  db: Kysely<Database>,
  table: T,
  rows: readonly Insertable<Database[T]>[]
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  await insertValues(
    db,
    table,
    columns,
    rows.map((row) => {
      const values = row as Readonly<Record<string, unknown>>
      return columns.map((column) => values[column])
    })
  )
}

/** The same with the values laid out by column already. */
export async function insertValues(
  db: Kysely<Database>,
  table: keyof Database,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[]
): Promise<void> {
  if (rows.length === 0) return
  if (engineOf(db) === 'sqlite') await insertEach(db, table, columns, rows)
  else await insertTogether(db, table, columns, rows, [])
}

/**
 * The same for objects, in a transaction. Answers the `seq` that each was given, in the order of `rows`, of which `id` is
 * the place of the id.
 */
export async function insertNumbered(
  db: Kysely<Database>,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  id: number
): Promise<number[]> {
  if (rows.length === 0) return []
  if (engineOf(db) === 'sqlite') {
    // SQLite counts on from the largest, and in a transaction nobody else comes between
    const { insertId } = await insertEach(db, 'object', columns, rows)
    return rows.map((_, at) => Number(insertId) - rows.length + 1 + at)
  }
  const written = await insertTogether(db, 'object', columns, rows, ['id', 'seq'])
  const seqs = new Map(written.map((row) => [row.id, Number(row.seq)]))
  return rows.map((row) => seqs.get(row[id]) ?? Number.NaN)
}

/** SQLite: one statement for a row, run for each: it is in the same process, and so a call costs nothing. */
function insertEach(
  db: Kysely<Database>,
  table: keyof Database,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[]
): Promise<QueryResult<unknown>> {
  return db.executeQuery({ ...insertOf(db, table, columns, 1, []), parameters: rows })
}

/** PostgreSQL: as many rows in a statement as go well. Answers `returning` of each row, in any order. */
async function insertTogether<R extends string>(
  db: Kysely<Database>,
  table: keyof Database,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  returning: readonly R[]
): Promise<Record<R, unknown>[]> {
  const written: Record<R, unknown>[] = []
  const size = Math.max(1, Math.floor(MOST_VALUES / columns.length))
  for (let at = 0; at < rows.length; at += size) {
    const chunk = rows.slice(at, at + size)
    const statement = insertOf(db, table, columns, chunk.length, returning)
    const answer = await db.executeQuery<Record<R, unknown>>({ ...statement, parameters: chunk.flat() })
    written.push(...answer.rows)
  }
  return written
}

function insertOf(
  db: Kysely<Database>,
  table: keyof Database,
  columns: readonly string[],
  count: number,
  returning: readonly string[]
): CompiledQuery {
  const key = `${engineOf(db)} ${table} ${count} ${columns.join()} ${returning.join()}`
  const row = Object.fromEntries(columns.map((column) => [column, 0]))
  return builtOnce(key, () =>
    db
      .insertInto(table)
      .values(Array.from({ length: count }, () => row))
      .$if(returning.length > 0, (query) =>
        query.returning(returning.map((column) => sql.ref(column).as(column)))
      )
      .compile()
  )
}

/** A column that is written anew in many rows, and what its values are cast to: bound values have no type of their own. */
export interface NewColumn {
  readonly name: string
  readonly type: 'text' | 'integer' | 'double precision'
}

/**
 * Writes columns of many objects anew in few statements: each row is the object's id, the revision that it had, and the
 * values of `columns` in their order. Answers how many were written: an object of another revision is left as it is.
 */
export async function updateObjectRows(
  db: Kysely<Database>,
  museumId: string,
  columns: readonly NewColumn[],
  rows: readonly (readonly unknown[])[]
): Promise<number> {
  if (rows.length === 0) return 0
  if (engineOf(db) === 'sqlite') {
    // one statement, run for each row: it is in the same process, and so a call costs nothing
    const statement = updateOneOf(db, museumId, columns)
    const parameters = rows.map(([id, shown, ...values]) => [...values, museumId, id, shown])
    const answer = await db.executeQuery({ ...statement, parameters })
    return Number(answer.numAffectedRows ?? 0)
  }
  let written = 0
  const size = Math.max(1, Math.floor(MOST_VALUES / (columns.length + 2)))
  for (let at = 0; at < rows.length; at += size) {
    const chunk = rows.slice(at, at + size)
    const statement = updateOf(db, columns, chunk.length)
    const answer = await db.executeQuery({ ...statement, parameters: [...chunk.flat(), museumId] })
    written += Number(answer.numAffectedRows ?? 0)
  }
  return written
}

function updateOneOf(db: Kysely<Database>, museumId: string, columns: readonly NewColumn[]): CompiledQuery {
  return builtOnce(`update ${columns.map(({ name }) => name).join()}`, () =>
    db
      .updateTable('object')
      .set(Object.fromEntries(columns.map(({ name }) => [name, 0])))
      .where('museum_id', '=', museumId)
      .where('id', '=', '')
      .where('revision', '=', 0)
      .compile()
  )
}

function updateOf(db: Kysely<Database>, columns: readonly NewColumn[], count: number): CompiledQuery {
  const key = `${count} ${columns.map(({ name, type }) => `${name} ${type}`).join()}`
  return builtOnce(key, () => updateTogether(db, columns, count))
}

function updateTogether(db: Kysely<Database>, columns: readonly NewColumn[], count: number): CompiledQuery {
  const row = sql`(${sql.join(Array.from({ length: columns.length + 2 }, () => 0))})`
  const named = [sql.id('id'), sql.id('shown'), ...columns.map(({ name }) => sql.id(name))]
  const cells = columns.map(({ name, type }) => {
    const cell = sql.ref(`fresh.${name}`)
    if (type === 'text') return sql`${sql.id(name)} = ${cell}`
    return type === 'integer'
      ? sql`${sql.id(name)} = cast(${cell} as integer)`
      : sql`${sql.id(name)} = cast(${cell} as double precision)`
  })
  return sql`with fresh (${sql.join(named)}) as (values ${sql.join(Array.from({ length: count }, () => row))})
    update object set ${sql.join(cells)} from fresh
    where object.museum_id = ${''} and object.id = fresh.id
      and object.revision = cast(fresh.shown as integer)`.compile(db)
}
