import { sql, type Kysely } from 'kysely'
import { membersAfter } from './members.ts'
import type { Database } from './schema.ts'
import type { SetMemberTable } from './tables/sets.ts'

type Place = Pick<SetMemberTable, 'position' | 'note'> & { readonly seq: number }

/** The place of an object in a set, if it is in it. */
export async function placeOf(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  objectId: string
): Promise<Place | undefined> {
  const row = await db
    .selectFrom('set_member')
    .select(['seq', 'position', 'note'])
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('object_id', '=', objectId)
    .executeTakeFirst()
  return row && row.seq !== null ? { ...row, seq: row.seq } : undefined
}

/** The object before (`-1`) or after (`1`) a place, leaving out `except`. */
export async function neighbour(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  { position, seq }: Pick<Place, 'position' | 'seq'>,
  step: 1 | -1,
  except: string
): Promise<{ readonly id: string; readonly position: number } | null> {
  const near = await membersAfter(db, museumId, set, {
    after: [position, seq],
    limit: 2,
    descending: step === -1,
  })
  const one = near.find(({ objectId }) => objectId !== except)
  return one ? { id: one.objectId, position: one.position } : null
}

export async function putPlace(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  objectId: string,
  columns: { readonly position: number } | { readonly note: string | null }
): Promise<void> {
  await db
    .updateTable('set_member')
    .set(columns)
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('object_id', '=', objectId)
    .execute()
}

/** Whole numbers for all places of a set, in the order they have: when there is no room left between two. */
export async function numberPlaces(db: Kysely<Database>, museumId: string, set: string): Promise<void> {
  await sql`update set_member set position = ordered.place
    from (select object_id as id, row_number() over (order by position, seq) as place
      from set_member where museum_id = ${museumId} and set_id = ${set}) as ordered
    where set_member.museum_id = ${museumId} and set_member.set_id = ${set}
      and set_member.object_id = ordered.id`.execute(db)
}

export interface GoneMember {
  readonly id: string
  readonly number: string
  readonly name: string | null
  readonly note: string | null
  /** The object that bears the number now. */
  readonly heir: { readonly id: string; readonly seq: number } | null
}

/** Those that left a set with an undone batch, in the order they had. At most 5000. */
export async function goneMembers(
  db: Kysely<Database>,
  museumId: string,
  set: string
): Promise<GoneMember[]> {
  const rows = await db
    .selectFrom('set_member')
    .leftJoin('object', (join) =>
      join
        .onRef('object.museum_id', '=', 'set_member.museum_id')
        .onRef('object.number', '=', 'set_member.gone_number')
    )
    .select([
      'set_member.object_id',
      'set_member.gone_number',
      'set_member.gone_name',
      'set_member.note',
      'object.id as heir_id',
      'object.seq as heir_seq',
    ])
    .where('set_member.museum_id', '=', museumId)
    .where('set_member.set_id', '=', set)
    .where('set_member.gone_number', 'is not', null)
    .orderBy('set_member.position')
    .limit(5000)
    .execute()
  // several number types may bear one number: the first found stands for it
  const once = new Map(rows.map((row) => [row.object_id, row]))
  return [...once.values()].map((row) => ({
    id: row.object_id,
    number: row.gone_number ?? '',
    name: row.gone_name,
    note: row.note,
    heir: row.heir_id !== null && row.heir_seq !== null ? { id: row.heir_id, seq: row.heir_seq } : null,
  }))
}

/** The object of the same number takes the place of one that has gone; where it is in the set already, the old place goes. */
export async function rejoinMember(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  { id, heir }: GoneMember
): Promise<boolean> {
  if (!heir) return false
  const there = await placeOf(db, museumId, set, heir.id)
  if (there) {
    await forgetGone(db, museumId, set, [id])
    return false
  }
  // a row of the heir's own, from a time when it had been taken out
  await forgetGone(
    db,
    museumId,
    set,
    [heir.id].filter((one) => one !== id)
  )
  await db
    .updateTable('set_member')
    .set({ object_id: heir.id, seq: heir.seq, gone_number: null, gone_name: null })
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('object_id', '=', id)
    .execute()
  return true
}

/** Erases rows of objects that are not in the set; null for all that left with a batch. Answers how many. */
export async function forgetGone(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  ids: readonly string[] | null
): Promise<number> {
  if (ids?.length === 0) return 0
  let query = db
    .deleteFrom('set_member')
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('seq', 'is', null)
  query = ids === null ? query.where('gone_number', 'is not', null) : query.where('object_id', 'in', ids)
  const gone = await query.executeTakeFirst()
  return Number(gone.numDeletedRows)
}
