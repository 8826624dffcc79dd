import { sql, type Kysely } from 'kysely'
import { CLASS_SERIES } from '../../shared/numbers/pattern.ts'
import type { Mention } from '../../shared/numbers/contract.ts'
import type { Database } from './schema.ts'

export async function allPatterns(
  db: Kysely<Database>,
  museumId: string
): Promise<{ series: string; pattern: string }[]> {
  return db
    .selectFrom('number_pattern')
    .select(['series', 'pattern'])
    .where('museum_id', '=', museumId)
    .orderBy('series')
    .execute()
}

/** Null takes the pattern away. */
export async function putPattern(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  pattern: string | null
): Promise<void> {
  if (pattern === null)
    await db
      .deleteFrom('number_pattern')
      .where('museum_id', '=', museumId)
      .where('series', '=', series)
      .execute()
  else
    await db
      .insertInto('number_pattern')
      .values({ museum_id: museumId, series, pattern })
      .onConflict((conflict) => conflict.columns(['museum_id', 'series']).doUpdateSet({ pattern }))
      .execute()
}

const columnOf = (series: string) => (series === CLASS_SERIES ? 'class_number' : 'number')

/** The numbers of a series that stand in the catalogue; a column of its own for 分类号. */
function standing(db: Kysely<Database>, museumId: string, series: string) {
  const all = db.selectFrom('object').where('museum_id', '=', museumId)
  return series === CLASS_SERIES
    ? all.where('class_number', 'is not', null)
    : all.where('number_type', '=', series)
}

/** All that stand and begin so. */
export async function standingFrom(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  start: string
): Promise<string[]> {
  const column = columnOf(series)
  const rows = await standing(db, museumId, series)
    .select(`${column} as number`)
    .$if(start !== '', (query) => query.where(column, '>=', start).where(column, '<', `${start}\uffff`))
    .execute()
  return rows.flatMap((row) => row.number ?? [])
}

/** Of those that begin so and go on with a digit, the largest of each length: read from the index alone. */
export async function largestFrom(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  start: string
): Promise<string[]> {
  const column = columnOf(series)
  const rows = await standing(db, museumId, series)
    .select((of) => of.fn.max(column).as('number'))
    // ':' is the sign behind 9
    .where(column, '>=', `${start}0`)
    .where(column, '<', `${start}:`)
    .groupBy(sql`length(${sql.ref(column)})`)
    .execute()
  return rows.flatMap((row) => row.number ?? [])
}

/** Which of these numbers stand, or were borne by an object that has another now. At most 500. */
export async function everUsed(
  db: Kysely<Database>,
  museumId: string,
  series: string,
  numbers: readonly string[]
): Promise<ReadonlySet<string>> {
  const column = columnOf(series)
  const now = await standing(db, museumId, series)
    .select(`${column} as number`)
    .where(column, 'in', numbers)
    .execute()
  const past = await db
    .selectFrom('number_past')
    .select('number')
    .where('museum_id', '=', museumId)
    .where('series', '=', series)
    .where('number', 'in', numbers)
    .execute()
  return new Set([...now, ...past].flatMap((row) => row.number ?? []))
}

/** Who bears a number now, and whether another record than `recordId` has borne it. */
export async function usageOf(
  db: Kysely<Database>,
  museumId: string,
  wish: { readonly series: string; readonly number: string; readonly recordId: string | null }
): Promise<{ standing: Mention | null; past: boolean }> {
  const { series, number } = wish
  const recordId = wish.recordId ?? ''
  const now = await standing(db, museumId, series)
    .select(['id', 'number', 'name'])
    .where(columnOf(series), '=', number)
    .where('id', '!=', recordId)
    .limit(1)
    .executeTakeFirst()
  const past = await db
    .selectFrom('number_past')
    .select('number')
    .where('museum_id', '=', museumId)
    .where('series', '=', series)
    .where('number', '=', number)
    .where('record_id', '!=', recordId)
    .limit(1)
    .executeTakeFirst()
  return { standing: now ?? null, past: past !== undefined }
}

export interface LeftNumber {
  readonly series: string
  readonly number: string
  readonly recordId: string
}

/** Writes down numbers that objects have no longer: they are not given again. */
export async function leaveNumbers(
  db: Kysely<Database>,
  museumId: string,
  left: readonly LeftNumber[]
): Promise<void> {
  for (let at = 0; at < left.length; at += 200) {
    const rows = left.slice(at, at + 200).map(({ series, number, recordId }) => ({
      museum_id: museumId,
      series,
      number,
      record_id: recordId,
    }))
    await db
      .insertInto('number_past')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** The same for objects that are about to be taken out. At most 500. */
export async function leaveNumbersOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<void> {
  for (const series of ['number', 'class_number'] as const)
    await db
      .insertInto('number_past')
      .columns(['museum_id', 'series', 'number', 'record_id'])
      .expression(
        db
          .selectFrom('object')
          .select([
            'museum_id',
            series === 'number' ? 'number_type as series' : sql<string>`${CLASS_SERIES}`.as('series'),
            sql<string>`${sql.ref(series)}`.as('number'),
            'id',
          ])
          .where('museum_id', '=', museumId)
          .where('id', 'in', ids)
          .where(series, 'is not', null)
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Numbers and names behind `after` (a seq). */
export async function numberedAfter(db: Kysely<Database>, museumId: string, after: number, limit: number) {
  return db
    .selectFrom('object')
    .select(['id', 'seq', 'number_type', 'number', 'class_number', 'census_number', 'name'])
    .where('museum_id', '=', museumId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Numbers that are borne no longer, by series. */
export async function pastNumbers(
  db: Kysely<Database>,
  museumId: string
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('number_past')
    .select(['series', 'number'])
    .distinct()
    .where('museum_id', '=', museumId)
    .execute()
  const found = new Map<string, string[]>()
  for (const { series, number } of rows) {
    const known = found.get(series)
    if (known) known.push(number)
    else found.set(series, [number])
  }
  return found
}

/** Numbers that stand with one object and were borne by another. */
export async function reusedNumbers(
  db: Kysely<Database>,
  museumId: string
): Promise<{ series: string; number: string; objects: Mention[] }[]> {
  const rows = await db
    .selectFrom('number_past')
    .innerJoin('object', (join) =>
      join
        .onRef('object.museum_id', '=', 'number_past.museum_id')
        .onRef('object.number_type', '=', 'number_past.series')
        .onRef('object.number', '=', 'number_past.number')
    )
    .select(['number_past.series', 'object.number', 'object.id', 'object.name'])
    .distinct()
    .where('number_past.museum_id', '=', museumId)
    .whereRef('object.id', '!=', 'number_past.record_id')
    .orderBy('object.number')
    .execute()
  return rows.map(({ series, number, id, name }) => ({ series, number, objects: [{ id, number, name }] }))
}

/** Has another object that number, among numbers of the same type? */
export async function isNumberTaken(
  db: Kysely<Database>,
  museumId: string,
  numberType: string,
  number: string,
  exceptId: string
): Promise<boolean> {
  const row = await db
    .selectFrom('object')
    .select('id')
    .where('museum_id', '=', museumId)
    .where('number_type', '=', numberType)
    .where('number', '=', number)
    .where('id', '!=', exceptId)
    .executeTakeFirst()
  return row !== undefined
}
