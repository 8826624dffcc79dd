import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Chosen } from '../../shared/changes/contract.ts'
import type { Combination } from '../../shared/sets/contract.ts'
import { seqsOf } from './catalogue.ts'
import { matching } from './find.ts'
import { membersAfter } from './members.ts'
import type { Database } from './schema.ts'

/** Objects that are put into sets, taken out and moved within them. All of it in the caller's transaction. */

const CHUNK = 400

export interface Newcomer {
  readonly id: string
  readonly seq: number
  readonly note: string | null
}

/** The chosen objects that are there, in the order of the ids given or of their numbers, in pieces. */
export async function* newcomersChosen(
  db: Kysely<Database>,
  museumId: string,
  chosen: Chosen
): AsyncGenerator<Newcomer[]> {
  if (chosen.kind === 'these') {
    const ids = [...new Set(chosen.ids)]
    for (let at = 0; at < ids.length; at += CHUNK) {
      const chunk = ids.slice(at, at + CHUNK)
      const seqs = new Map((await seqsOf(db, museumId, chunk)).map(({ id, seq }) => [id, seq]))
      yield chunk.flatMap((id) => {
        const seq = seqs.get(id)
        return seq === undefined ? [] : [{ id, seq, note: null }]
      })
    }
    return
  }
  const except = new Set(chosen.except)
  let after: readonly [key: string, seq: number] | null = null
  for (;;) {
    const place: readonly [string, number] | null = after
    const rows = await matching(db, museumId, chosen.find, true)
      .$if(place !== null, (query) =>
        query.where(sql<SqlBool>`(object.number_key, object.seq) > (${place?.[0]}, ${place?.[1]})`)
      )
      .select(['object.id', 'object.seq', 'object.number_key'])
      .orderBy('object.number_key')
      .orderBy('object.seq')
      .limit(CHUNK)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = [last.number_key, last.seq]
    yield rows.filter(({ id }) => !except.has(id)).map(({ id, seq }) => ({ id, seq, note: null }))
  }
}

/** The objects of two sets put together, in the order of the first, then of the second, with the notes they have there. */
export async function* newcomersCombined(
  db: Kysely<Database>,
  museumId: string,
  { combination, first, second }: { combination: Combination; first: string; second: string }
): AsyncGenerator<Newcomer[]> {
  const others = sql`select other.seq from set_member as other
    where other.museum_id = ${museumId} and other.set_id = ${second} and other.seq is not null`
  const among =
    combination === 'common'
      ? { among: others }
      : combination === 'without'
        ? {
            among: sql`select own.seq from set_member as own where own.museum_id = ${museumId}
              and own.set_id = ${first} and own.seq is not null and own.seq not in (${others})`,
          }
        : {}
  const wishes = [
    { set: first, wish: among },
    ...(combination === 'union' ? [{ set: second, wish: {} }] : []),
  ]
  for (const { set, wish } of wishes) {
    let after: readonly [number, number] | null = null
    for (;;) {
      const rows = await membersAfter(db, museumId, set, { after, limit: CHUNK, ...wish })
      const last = rows.at(-1)
      if (!last) break
      after = [last.position, last.seq]
      yield rows.map(({ objectId, seq, note }) => ({ id: objectId, seq, note }))
    }
  }
}

/** The place behind the last of a set, of those who are in it and those who were. */
export async function endOf(db: Kysely<Database>, museumId: string, set: string): Promise<number> {
  const row = await db
    .selectFrom('set_member')
    .select((of) => of.fn.max('position').as('most'))
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .executeTakeFirst()
  return Math.floor(row?.most ?? 0) + 1
}

/**
 * Puts objects into a set from place `from` on; one that is in it stays as it is, one that had been taken out comes anew,
 * without its old note. Answers how many came in. At most 500 of them, each once.
 */
export async function enterMembers(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  entry: string,
  newcomers: readonly Newcomer[],
  from: number
): Promise<number> {
  if (newcomers.length === 0) return 0
  const written = await db
    .insertInto('set_member')
    .values(
      newcomers.map(({ id, seq, note }, at) => ({
        museum_id: museumId,
        set_id: set,
        object_id: id,
        seq,
        position: from + at,
        note,
        in_by: entry,
        out_by: null,
        gone_number: null,
        gone_name: null,
      }))
    )
    .onConflict((conflict) =>
      conflict
        .columns(['museum_id', 'set_id', 'object_id'])
        .doUpdateSet((of) => ({
          seq: of.ref('excluded.seq'),
          position: of.ref('excluded.position'),
          note: of.ref('excluded.note'),
          in_by: of.ref('excluded.in_by'),
          out_by: null,
          gone_number: null,
          gone_name: null,
        }))
        .where('set_member.seq', 'is', null)
    )
    .returning('object_id')
    .execute()
  return written.length
}

/** Takes objects out of a set; place and note stay for `bringBack`. Answers how many were in it. At most 500 of them. */
export async function leaveMembers(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  entry: string,
  ids: readonly string[]
): Promise<number> {
  if (ids.length === 0) return 0
  const row = await db
    .updateTable('set_member')
    .set({ seq: null, out_by: entry })
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('object_id', 'in', ids)
    .where('seq', 'is not', null)
    .executeTakeFirst()
  return Number(row.numUpdatedRows)
}

/** Those that an entry put in go out again, by another entry; those it took out come back to their places. */
export async function turnBack(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  { entry, by }: { readonly entry: string; readonly by: string }
): Promise<{ out: number; back: number }> {
  const own = sql<number>`(select object.seq from object
    where object.museum_id = set_member.museum_id and object.id = set_member.object_id)`
  // first those that come back: else what goes out now would be taken for them
  const back = await db
    .updateTable('set_member')
    .set({ seq: own, out_by: null, in_by: by })
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('out_by', '=', entry)
    .where('seq', 'is', null)
    .where(sql<SqlBool>`exists ${own}`)
    .executeTakeFirst()
  const out = await db
    .updateTable('set_member')
    .set({ seq: null, out_by: by })
    .where('museum_id', '=', museumId)
    .where('set_id', '=', set)
    .where('in_by', '=', entry)
    .where('seq', 'is not', null)
    .executeTakeFirst()
  return { out: Number(out.numUpdatedRows), back: Number(back.numUpdatedRows) }
}
