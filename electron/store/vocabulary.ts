import { sql, type Insertable, type Kysely, type Updateable } from 'kysely'
import { FIELDS, type FieldId } from '../../shared/catalogue/fields.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import { foldKey } from '../../shared/kernel/fold.ts'
import type { Additions } from '../../shared/vocabulary/additions.ts'
import type { TableName } from '../../shared/vocabulary/names.ts'
import { columnOf } from './catalogue.ts'
import { holdsValue } from './conditions.ts'
import type { Database } from './schema.ts'
import type { VocabularyValueTable } from './tables/vocabulary.ts'

/** All that the museum adds to the code tables, in the order in which it came. */
export async function additionsOf(db: Kysely<Database>, museumId: string): Promise<Additions> {
  const values = await db
    .selectFrom('vocabulary_value')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('at')
    .orderBy('code')
    .execute()
  const words = await db
    .selectFrom('vocabulary_word')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('at')
    .orderBy('word_key')
    .execute()
  return {
    values: values.map((row) => ({
      table: row.vocabulary as TableName,
      code: row.code,
      label: row.label,
      parent: row.parent,
      start: row.start_year,
      end: row.end_year,
      pieces: row.pieces,
      withdrawn: row.withdrawn === 1,
      mergedInto: row.merged_into,
    })),
    words: words.map((row) => ({ table: row.vocabulary as TableName, code: row.code, text: row.word })),
  }
}

export async function insertValue(
  db: Kysely<Database>,
  row: Insertable<VocabularyValueTable>
): Promise<void> {
  await db.insertInto('vocabulary_value').values(row).execute()
}

/** Changes what is kept of a value; false where nothing is kept of it yet. */
export async function updateValue(
  db: Kysely<Database>,
  museumId: string,
  table: TableName,
  code: string,
  set: Updateable<VocabularyValueTable>
): Promise<boolean> {
  const [result] = await db
    .updateTable('vocabulary_value')
    .set(set)
    .where('museum_id', '=', museumId)
    .where('vocabulary', '=', table)
    .where('code', '=', code)
    .execute()
  return Number(result?.numUpdatedRows ?? 0) > 0
}

/** A word for a value; false where the museum has that word in this table already, whoever was first. */
export async function insertWord(
  db: Kysely<Database>,
  museumId: string,
  { table, code, text }: Additions['words'][number],
  at: string
): Promise<boolean> {
  const result = await db
    .insertInto('vocabulary_word')
    .values({ museum_id: museumId, vocabulary: table, word_key: foldKey(text), code, word: text, at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Takes a word away again; false where there is none. */
export async function deleteWord(
  db: Kysely<Database>,
  museumId: string,
  { table, code, text }: Additions['words'][number]
): Promise<boolean> {
  const result = await db
    .deleteFrom('vocabulary_word')
    .where('museum_id', '=', museumId)
    .where('vocabulary', '=', table)
    .where('word_key', '=', foldKey(text))
    .where('code', '=', code)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

const CODED = FIELDS.filter(({ table }) => table !== undefined)

export interface ValueUse {
  readonly field: FieldId
  readonly value: string
  readonly count: number
}

/** How many objects have each value of each coded field: one walk over the catalogue. */
export async function usesOfValues(db: Kysely<Database>, museumId: string): Promise<ValueUse[]> {
  const columns = CODED.map(({ id }) => `object.${columnOf(id)}` as 'object.grade')
  const rows = await db
    .selectFrom('object')
    .select(columns)
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('object.museum_id', '=', museumId)
    .groupBy(columns)
    .execute()
  const sums = new Map<string, ValueUse>()
  for (const row of rows as readonly (Readonly<Record<string, string | null>> & { n: number | string })[])
    for (const { id, kind } of CODED) {
      const text = row[columnOf(id)] ?? null
      if (text === null) continue
      for (const value of kind === 'materials' ? text.split(',') : [text]) {
        const key = `${id} ${value}`
        const count = (sums.get(key)?.count ?? 0) + Number(row.n)
        sums.set(key, { field: id, value, count })
      }
    }
  return [...sums.values()].sort((a, b) => b.count - a.count)
}

/** Objects that have that value are to be judged anew; answers how many. */
export async function forgetFindings(
  db: Kysely<Database>,
  museumId: string,
  value: NonNullable<Find['value']>
): Promise<number> {
  const [result] = await db
    .updateTable('object')
    .set({ findings: null })
    .where('museum_id', '=', museumId)
    .where(holdsValue(value))
    .execute()
  return Number(result?.numUpdatedRows ?? 0)
}

/** How many objects have that value. */
export async function countHolding(
  db: Kysely<Database>,
  museumId: string,
  value: NonNullable<Find['value']>
): Promise<number> {
  const row = await db
    .selectFrom('object')
    .select(sql<number | string>`count(*)`.as('n'))
    .where('museum_id', '=', museumId)
    .where(holdsValue(value))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
