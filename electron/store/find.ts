import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type Selectable,
  type SqlBool,
} from 'kysely'
import { z } from 'zod'
import { FACETS, type Facet, type SortKey } from '../../shared/catalogue/fields.ts'
import type { Find, ObjectRow, Sort } from '../../shared/catalogue/record.ts'
import { isOwnId, isNumber, type OwnId } from '../../shared/fields/record.ts'
import { columnOf, FIELD_COLUMNS } from './catalogue.ts'
import { readOwnValues } from './own.ts'
import { foundBy, ownHeld, sortedAfterwards } from './expressions.ts'
import { ownFields } from './fields.ts'
import { beyondFacets, holdsMaterial } from './conditions.ts'
import { inSet } from './members.ts'
import type { Database, FieldColumn, ObjectTable } from './schema.ts'

type Objects = ExpressionBuilder<Database, 'object'>

/** Sort keys as expressions that are never null, so that a cursor can say "after this". A closed list: S51. */
const SORT_KEYS: Readonly<Record<SortKey, Expression<string | number>>> = {
  number: sql.ref<string>('object.number_key'),
  name: sql.ref<string>('object.name_key'),
  era: sql<number>`coalesce(object.era_start, 99999)`,
  grade: sql<number>`case object.grade when '一级' then 1 when '二级' then 2 when '三级' then 3 when '一般' then 4 when '未定级' then 5 else 6 end`,
  category: sql<string>`coalesce(object.category, '￿')`,
  registeredOn: sql<string>`coalesce(object.registered_on, '9999')`,
  acquiredOn: sql<string>`coalesce(object.acquired_on, '9999')`,
  updatedAt: sql.ref<string>('object.updated_at'),
  // in a set: store/setPages.ts
  inSet: sql.ref<string>('object.number_key'),
}

/** The sort key of any column; a field of the museum's own that is no longer there leaves the order of the numbers. */
async function sortKey(
  db: Kysely<Database>,
  museumId: string,
  by: Sort['by']
): Promise<Expression<string | number>> {
  if (!isOwnId(by)) return SORT_KEYS[by]
  const field = (await ownFields(db, museumId)).find(({ id }) => id === by)
  if (!field) return SORT_KEYS.number
  return isNumber(field)
    ? sql<number>`coalesce(${ownHeld(db, by, 'number')}, 9e15)`
    : sql<string>`coalesce(${ownHeld(db, by, 'text')}, '￿')`
}

/** What the grid shows: the record without its long texts. */
const LONG: readonly string[] = ['description', 'inscription', 'provenance', 'appraisal', 'damage']
const ROW_COLUMNS = FIELD_COLUMNS.filter(([id]) => !LONG.includes(id))

const BESIDE = ['id', 'seq', 'revision', 'era_start', 'era_end', 'warnings', 'updated_at', 'own'] as const
const SHOWN = [...BESIDE, ...ROW_COLUMNS.map(([, column]) => column)].map(
  (column) => `object.${column}` as const
)

const cursorShape = z.tuple([z.union([z.string(), z.number()]), z.number()])

export interface PageWish {
  readonly find: Find
  readonly sort: Sort
  readonly after: string | null
  readonly skip: number
  readonly limit: number
}

/** Up to here it is quicker to sort what was found than to walk the sorted index and pick. */
const FEW = 2000

/**
 * A page of rows behind the cursor `after`; `next` is the cursor of its last row, null at the end. `total` is how many
 * match, where known.
 */
export async function pageOfObjects(
  db: Kysely<Database>,
  museumId: string,
  wish: PageWish,
  total: number | null = null
): Promise<{ rows: ObjectRow[]; next: string | null }> {
  const plain = await sortKey(db, museumId, wish.sort.by)
  const many = total === null || total > FEW
  const key = many ? plain : sortedAfterwards(db, plain)
  const direction = wish.sort.descending ? 'desc' : 'asc'
  const cursor = wish.after === null ? null : cursorShape.parse(JSON.parse(wish.after))
  let query = matching(db, museumId, wish.find, many)
    .select(SHOWN)
    .select(sql<string | number>`${key}`.as('sort_key'))
    .orderBy(key, direction)
    .orderBy('object.seq', direction)
    .limit(wish.limit)
  if (cursor) {
    const [value, seq] = cursor
    query = query.where(
      wish.sort.descending
        ? sql<SqlBool>`(${key}, object.seq) < (${value}, ${seq})`
        : sql<SqlBool>`(${key}, object.seq) > (${value}, ${seq})`
    )
  }
  if (wish.skip > 0) query = query.offset(wish.skip)
  const rows = await query.execute()
  const last = rows.at(-1)
  return {
    rows: rows.map(readRow),
    next: last && rows.length === wish.limit ? JSON.stringify([last.sort_key, last.seq]) : null,
  }
}

/** The rows of those seqs, in any order; at most 500 of them. */
export async function rowsOf(
  db: Kysely<Database>,
  museumId: string,
  seqs: readonly number[]
): Promise<Map<number, ObjectRow>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('object')
    .select(SHOWN)
    .where('object.museum_id', '=', museumId)
    .where('object.seq', 'in', seqs)
    .execute()
  return new Map(rows.map((row) => [row.seq, readRow(row)]))
}

type ShownRow = Pick<Selectable<ObjectTable>, (typeof BESIDE)[number]> &
  Readonly<Partial<Record<FieldColumn, string | number | null>>>

const readRow = (row: ShownRow): ObjectRow => ({
  id: row.id,
  revision: row.revision,
  values: { ...rowValues(row), ...ownOfRow(row.own) },
  eraStart: row.era_start,
  eraEnd: row.era_end,
  warnings: row.warnings,
  updatedAt: row.updated_at,
})

function rowValues(row: Readonly<Partial<Record<FieldColumn, string | number | null>>>): ObjectRow['values'] {
  const values: Record<string, string | number | null> = {}
  for (const [id, column] of ROW_COLUMNS) {
    const value = row[column]
    // an empty field is left out: half of a page's weight
    if (value !== null && value !== undefined) values[id] = value
  }
  return values
}

/** Signs: a longer text of the museum's own is none of the list's, like the long texts of the national table. */
const MOST_SIGNS = 2000

function ownOfRow(json: string): ObjectRow['values'] {
  const own = readOwnValues(json)
  if (json.length <= MOST_SIGNS) return own
  return Object.fromEntries(
    Object.entries(own).filter(([, value]) => typeof value !== 'string' || value.length <= MOST_SIGNS)
  )
}

export function matching(db: Kysely<Database>, museumId: string, find: Find, many: boolean) {
  let query = db.selectFrom('object').where('object.museum_id', '=', museumId)
  const found = foundBy(db, museumId, find.text, many)
  if (found) query = query.where(found)
  for (const condition of beyondFacets(db, museumId, find)) query = query.where(condition)
  if (find.set !== undefined) query = query.where(inSet(db, museumId, find.set, many))
  for (const facet of FACETS) {
    const chosen = find.facets[facet]
    if (chosen && chosen.length > 0) query = query.where((of) => chosenIn(of, facet, chosen))
  }
  for (const [id, chosen] of Object.entries(find.own ?? {}))
    if (isOwnId(id) && chosen.length > 0) query = query.where(ownIn(db, id, chosen))
  return query
}

function ownIn(db: Kysely<Database>, id: OwnId, chosen: readonly (string | null)[]): Expression<SqlBool> {
  const held = ownHeld(db, id, 'text')
  const values = chosen.filter((value) => value !== null)
  const parts: Expression<SqlBool>[] = []
  if (values.length < chosen.length) parts.push(sql<SqlBool>`${held} is null`)
  if (values.length > 0) parts.push(sql<SqlBool>`${held} in (${sql.join(values)})`)
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

function chosenIn(of: Objects, facet: Facet, chosen: readonly (string | null)[]): Expression<SqlBool> {
  const column = `object.${columnOf(facet)}` as const
  const values = chosen.filter((value) => value !== null)
  const parts: Expression<SqlBool>[] = []
  if (values.length < chosen.length) parts.push(of(column, 'is', null))
  if (facet === 'materials') {
    for (const value of values) parts.push(holdsMaterial(value))
  } else if (values.length > 0) parts.push(of(column, 'in', values))
  return of.or(parts)
}
