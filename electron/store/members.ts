import { sql, type Expression, type Kysely, type SqlBool } from 'kysely'
import { listed, seqInFresh } from './expressions.ts'
import type { Database } from './schema.ts'

/** Which objects are in a set: what a find asks. Written is it in store/sets.ts. */

/** A removed set finds nothing, though its members are kept with it. */
const isThere = (museumId: string, set: string) => sql<SqlBool>`exists (select 1 from object_set
  where museum_id = ${museumId} and id = ${set} and removed_at is null)`

const seqsOfSet = (museumId: string, set: string) =>
  sql`select seq from set_member where museum_id = ${museumId} and set_id = ${set} and seq is not null
    and ${isThere(museumId, set)}`

/** The condition that an object is in a set; `many` as in `foundBy`. */
export function inSet(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  many: boolean
): Expression<SqlBool> {
  return seqInFresh(db, sql`(${seqsOfSet(museumId, set)})`, many)
}

export const memberSeqs = (db: Kysely<Database>, museumId: string, set: string): Promise<number[]> =>
  listed(db, seqsOfSet(museumId, set))

export async function countMembers(db: Kysely<Database>, museumId: string, set: string): Promise<number> {
  const row = await db
    .selectFrom('set_member')
    .select((of) => of.fn.count<number | string>('seq').as('n'))
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where(isThere(museumId, set))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** What is noted of those objects in a set, by object; at most 500 of them. */
export async function notesOf(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  ids: readonly string[]
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('set_member')
    .select(['object_id', 'note'])
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('object_id', 'in', ids)
    .where('seq', 'is not', null)
    .execute()
  return new Map(rows.map(({ object_id, note }) => [object_id, note]))
}

export interface MemberPlace {
  readonly objectId: string
  readonly seq: number
  readonly position: number
  readonly note: string | null
}

/** Members in the order of the set, behind that place. `among` narrows them to a select of seqs. */
export async function membersAfter(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  wish: {
    readonly after: readonly [position: number, seq: number] | null
    readonly skip?: number
    readonly limit: number
    readonly descending?: boolean
    readonly among?: Expression<unknown>
  }
): Promise<MemberPlace[]> {
  const { after, skip = 0, limit, descending = false, among } = wish
  const direction = descending ? 'desc' : 'asc'
  let query = db
    .selectFrom('set_member')
    .select(['object_id as objectId', 'seq', 'position', 'note'])
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('seq', 'is not', null)
    .where(isThere(museumId, set))
    .orderBy('position', direction)
    .orderBy('seq', direction)
    .limit(limit)
  // asked of each place in turn, for the places are what the order is made of
  if (among) query = query.where(sql<SqlBool>`(seq in (${among})) is true`)
  if (after) {
    const [position, seq] = after
    query = query.where(
      descending
        ? sql<SqlBool>`(position, seq) < (${position}, ${seq})`
        : sql<SqlBool>`(position, seq) > (${position}, ${seq})`
    )
  }
  if (skip > 0) query = query.offset(skip)
  const rows = await query.execute()
  return rows.flatMap(({ seq, ...row }) => (seq === null ? [] : [{ ...row, seq }]))
}
