import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import { wanted, type Wanted } from '../../shared/kernel/search.ts'
import type { OwnId } from '../../shared/fields/record.ts'
import { insertValues } from './bulk.ts'
import { engineOf } from './dialects.ts'
import type { Database, FieldColumn } from './schema.ts'

/** The few expressions that differ by engine. Everything else is Kysely's one language for both. */

/**
 * Objects in which every word of `text` is found; null when the text has no words.
 * SQLite asks FTS5, PostgreSQL tsvectors; both get the same phrases (shared/kernel/search.ts). `many` says that so much
 * is found that the sorted index had better be walked and picked from than everything found be sorted: SQLite's planner
 * cannot know that of a search, PostgreSQL's has statistics of its own.
 */
export function foundBy(
  db: Kysely<Database>,
  museumId: string,
  text: string,
  many: boolean
): Expression<SqlBool> | null {
  const words = wanted(text)
  if (words.length === 0) return null
  if (engineOf(db) === 'sqlite') {
    const match = words.map(ftsQuery).join(' AND ')
    return seqIn(db, sql`(select rowid from object_search where object_search match ${match})`, many)
  }
  const all = [sql`museum_id = ${museumId}`, ...words.map(tsCondition)]
  return seqIn(db, sql`(select seq from object_search where ${sql.join(all, sql` and `)})`, many)
}

/** Objects whose seq is among those; `many` as in `foundBy`. */
export function seqIn(db: Kysely<Database>, seqs: RawBuilder<unknown>, many: boolean): Expression<SqlBool> {
  // SQLite's unary plus keeps a column away from its index
  return many && engineOf(db) === 'sqlite'
    ? sql<SqlBool>`+object.seq in ${seqs}`
    : sql<SqlBool>`object.seq in ${seqs}`
}

/** The seqs of all objects in which every word of `text` is found; null when the text has no words. */
export async function foundSeqs(
  db: Kysely<Database>,
  museumId: string,
  text: string
): Promise<number[] | null> {
  const words = wanted(text)
  if (words.length === 0) return null
  // one long text, not a row each: a common character is found in every object
  return listed(
    db,
    engineOf(db) === 'sqlite'
      ? sql`select rowid as seq from object_search where object_search match ${words.map(ftsQuery).join(' AND ')}`
      : sql`select seq from object_search
          where museum_id = ${museumId} and ${sql.join(words.map(tsCondition), sql` and `)}`
  )
}

/**
 * The same of seqs that PostgreSQL knows nothing about, such as those of a set just filled: it looks them up in a table of
 * hashes instead of going through all of them for each object, as it does when it thinks that there are few.
 */
export function seqInFresh(
  db: Kysely<Database>,
  seqs: RawBuilder<unknown>,
  many: boolean
): Expression<SqlBool> {
  const among = seqIn(db, seqs, many)
  // not a join, as soon as something is asked of the answer
  return engineOf(db) === 'sqlite' ? among : sql<SqlBool>`(${among}) is true`
}

/** The seqs that a select of the one column `seq` finds. */
export async function listed(db: Kysely<Database>, select: RawBuilder<unknown>): Promise<number[]> {
  const joined = engineOf(db) === 'sqlite' ? sql`group_concat(seq)` : sql`string_agg(seq::text, ',')`
  const { rows } = await sql<{
    seqs: string | null
  }>`select ${joined} as seqs from (${select}) as found`.execute(db)
  const seqs = rows[0]?.seqs ?? ''
  return seqs === '' ? [] : seqs.split(',').map(Number)
}

/** Keeps SQLite from walking a whole index for the sake of its order where little is found: sort that little instead. */
export function sortedAfterwards<T>(db: Kysely<Database>, key: Expression<T>): Expression<T> {
  return engineOf(db) === 'sqlite' ? sql<T>`+${key}` : key
}

// tokens are letters and digits only (shared/kernel/search.ts), so nothing in them can end the quotation
const quoted = (parts: readonly string[]): string => `"${parts.join(' ')}"`

function ftsQuery({ phrase, open, initials }: Wanted): string {
  const inWords = `words : ${quoted(phrase)}${open ? ' *' : ''}`
  return initials ? `((${inWords}) OR (initials : ${quoted(initials)}))` : `(${inWords})`
}

function tsCondition({ phrase, open, initials }: Wanted): RawBuilder<SqlBool> {
  const inWords = phrase
    .map((token, at) => `'${token}'${open && at === phrase.length - 1 ? ':*' : ''}`)
    .join(' <-> ')
  if (!initials) return sql<SqlBool>`words @@ ${inWords}::tsquery`
  const asInitials = initials.map((letter) => `'${letter}'`).join(' <-> ')
  return sql<SqlBool>`(words @@ ${inWords}::tsquery or initials @@ ${asInitials}::tsquery)`
}

/** Holds a column that text, in any case? The signs of LIKE stand for themselves. */
export function contains(column: FieldColumn, text: string): Expression<SqlBool> {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, (special) => `\\${special}`)}%`
  return sql<SqlBool>`lower(${sql.ref(`object.${column}`)}) like ${pattern} escape '\\'`
}

/** The value that an object holds in a field that the museum has added; null where there is none. */
export function ownHeld(
  db: Kysely<Database>,
  id: OwnId,
  as: 'text' | 'number'
): RawBuilder<string | number | null> {
  // ids are hexadecimal (shared/fields/record.ts), so nothing in a path can end its quotation
  if (engineOf(db) === 'sqlite') return sql`json_extract(object.own, ${sql.lit(`$."${id}"`)})`
  const text = sql<string | null>`(object.own::jsonb ->> ${sql.lit(id)})`
  return as === 'text' ? text : sql<number | null>`${text}::double precision`
}

/** The keys of a column of JSON, each with its object: `key` beside the object's columns. */
function keysOf(db: Kysely<Database>, column: 'own' | 'extras' | 'literals'): RawBuilder<unknown> {
  const of = sql.ref(`object.${column}`)
  return engineOf(db) === 'sqlite'
    ? sql`json_each(${of}) as held`
    : sql`jsonb_object_keys(${of}::jsonb) as held(key)`
}

/** Headings of the columns kept beside the records, with how many records have each, commonest first. */
export async function extraHeadings(
  db: Kysely<Database>,
  museumId: string,
  most: number
): Promise<{ heading: string; objects: number }[]> {
  const { rows } = await sql<{ heading: string; n: number | string }>`
    select held.key as heading, count(*) as n from object cross join ${keysOf(db, 'extras')}
    where object.museum_id = ${museumId} and object.extras <> '{}'
    group by 1 order by 2 desc, 1 limit ${most}`.execute(db)
  return rows.map(({ heading, n }) => ({ heading, objects: Number(n) }))
}

/** Objects that say something in such a field: a value, or a text that is none. */
export function holdsOwn(db: Kysely<Database>, id: OwnId): RawBuilder<SqlBool> {
  // a key of JSON; within a text its quotes would be escaped
  const key = `"${id}":`
  const holds = (column: 'own' | 'literals'): RawBuilder<SqlBool> => {
    const of = sql.ref(`object.${column}`)
    return engineOf(db) === 'sqlite' ? sql`instr(${of}, ${key}) > 0` : sql`strpos(${of}, ${key}) > 0`
  }
  return sql<SqlBool>`(${holds('own')} or ${holds('literals')})`
}

/** How many objects say something in each of those fields, in one pass. */
export async function ownCounted(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly OwnId[]
): Promise<readonly number[]> {
  if (ids.length === 0) return []
  const counts = ids.map(
    (id, at) => sql`sum(case when ${holdsOwn(db, id)} then 1 else 0 end) as ${sql.id(`n${at}`)}`
  )
  const { rows } = await sql<Readonly<Record<string, number | string | null>>>`select ${sql.join(counts)}
    from object where museum_id = ${museumId}`.execute(db)
  return ids.map((_, at) => Number(rows[0]?.[`n${at}`] ?? 0))
}

export interface SearchEntry {
  readonly museumId: string
  readonly seq: number
  readonly words: string
  readonly initials: string
}

/** Enters objects into the search index. */
export async function enterSearch(db: Kysely<Database>, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  if (engineOf(db) === 'sqlite') {
    const rows = entries.map(({ seq, words, initials }) => [seq, words, initials])
    // a row a statement: one of many rows would make FTS5 write out what it has gathered
    return insertValues(db, 'object_search', ['rowid', 'words', 'initials'], rows)
  }
  const rows = entries.map(
    ({ museumId, seq, words, initials }) =>
      sql`(${museumId}, ${seq}, ${positions(words)}::tsvector, ${positions(initials)}::tsvector)`
  )
  await sql`insert into object_search (museum_id, seq, words, initials) values ${sql.join(rows)}`.execute(db)
}

/** Objects that the search index does not know (their numbers, at most 100), and entries without an object. */
export async function searchGaps(
  db: Kysely<Database>,
  museumId: string
): Promise<{ missing: string[]; strays: number }> {
  const lite = engineOf(db) === 'sqlite'
  const indexed = lite
    ? sql`select rowid from object_search`
    : sql`select seq from object_search where museum_id = ${museumId}`
  const missing = await sql<{ number: string }>`select number from object
    where museum_id = ${museumId} and seq not in (${indexed}) order by number_key limit 100`.execute(db)
  // SQLite's index is of the whole file, and so are its strays
  const surplus = lite
    ? await sql<{ n: number }>`select count(*) as n from object_search
        where rowid not in (select seq from object)`.execute(db)
    : await sql<{ n: string }>`select count(*) as n from object_search where museum_id = ${museumId}
        and seq not in (select seq from object where museum_id = ${museumId})`.execute(db)
  return { missing: missing.rows.map((row) => row.number), strays: Number(surplus.rows[0]?.n ?? 0) }
}

/** Takes objects out of the search index. */
export async function leaveSearch(
  db: Kysely<Database>,
  museumId: string,
  seqs: readonly number[]
): Promise<void> {
  if (seqs.length === 0) return
  const entries =
    engineOf(db) === 'sqlite'
      ? sql`rowid in (${sql.join(seqs)})`
      : sql`museum_id = ${museumId} and seq in (${sql.join(seqs)})`
  await sql`delete from object_search where ${entries}`.execute(db)
}

const MOST_POSITIONS = 16_383

/** `青 铜 鼎` → `'青':1 '铜':2 '鼎':3`: the tokens exactly as they are, past PostgreSQL's own parser. */
function positions(words: string): string {
  return words
    .split(' ')
    .filter((token) => token !== '')
    .slice(0, MOST_POSITIONS)
    .map((token, at) => `'${token}':${at + 1}`)
    .join(' ')
}

/**
 * Lets the indexes of a table rest while it is filled and makes them anew after, in the same transaction: sorting a
 * hundred thousand keys once is cheaper than putting each into its place. Unique ones stay, for they are a rule. Only
 * for a table that was empty; PostgreSQL would have to lock it, and fills its indexes well as it is.
 */
export async function withIndexesLater<T>(
  tx: Kysely<Database>,
  table: keyof Database,
  deed: () => Promise<T>,
  atIndexes: () => Promise<void>
): Promise<T> {
  if (engineOf(tx) !== 'sqlite') return deed()
  const { rows: resting } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
    where type = 'index' and tbl_name = ${table} and sql not like 'create unique%'`.execute(tx)
  for (const { name } of resting) await sql`drop index ${sql.id(name)}`.execute(tx)
  await tuneSearch(tx, { hashsize: 4 * MIB, automerge: 0 })
  const result = await deed()
  await atIndexes()
  await tuneSearch(tx, { hashsize: MIB, automerge: 4 })
  for (const index of resting) await sql.raw(index.sql).execute(tx)
  return result
}

const MIB = 1024 * 1024

/** How much SQLite's search index gathers before it writes a piece, and how many pieces it lets stand before it joins some. */
async function tuneSearch(
  tx: Kysely<Database>,
  wish: { readonly hashsize: number; readonly automerge: number }
): Promise<void> {
  for (const [setting, value] of Object.entries(wish)) {
    await sql`insert into object_search (object_search, rank) values (${setting}, cast(${value} as integer))`.execute(
      tx
    )
  }
}
