import type { Insertable, Kysely, Selectable } from 'kysely'
import type { SeenRelation } from '../../shared/relations/contract.ts'
import { otherSide, type Side } from '../../shared/relations/kinds.ts'
import { partsOf } from './catalogue.ts'
import { foundBy } from './expressions.ts'
import type { Database, RelationTable } from './schema.ts'

export type RelationRow = Selectable<RelationTable>

export async function insertRelation(db: Kysely<Database>, row: Insertable<RelationTable>): Promise<void> {
  await db.insertInto('relation').values(row).execute()
}

export async function relationById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<RelationRow | undefined> {
  return db
    .selectFrom('relation')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Relations between two objects, whichever way round. */
export async function relationsBetween(
  db: Kysely<Database>,
  museumId: string,
  one: string,
  other: string
): Promise<RelationRow[]> {
  return db
    .selectFrom('relation')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('from_id', 'in', [one, other])
    .where('to_id', 'in', [one, other])
    .execute()
}

export async function noteRelation(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  note: string | null
): Promise<void> {
  await db
    .updateTable('relation')
    .set({ note })
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .execute()
}

export async function removeRelation(db: Kysely<Database>, museumId: string, id: string): Promise<void> {
  await db.deleteFrom('relation').where('museum_id', '=', museumId).where('id', '=', id).execute()
}

/** Of those objects, the ones at the `from` end of a relation of that kind to one of `ids`: their wholes. */
export async function endsBefore(
  db: Kysely<Database>,
  museumId: string,
  kind: string,
  ids: readonly string[]
): Promise<string[]> {
  const rows = await db
    .selectFrom('relation')
    .select('from_id')
    .distinct()
    .where('museum_id', '=', museumId)
    .where('kind', '=', kind)
    .where('to_id', 'in', ids)
    .execute()
  return rows.map((row) => row.from_id)
}

/** Of those objects, the ones that are related to any. */
export async function relatedAmong(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<string[]> {
  if (ids.length === 0) return []
  const ends = (column: 'from_id' | 'to_id') =>
    db
      .selectFrom('relation')
      .select(`${column} as id`)
      .where('museum_id', '=', museumId)
      .where(column, 'in', ids)
  const rows = await ends('from_id').union(ends('to_id')).execute()
  return rows.map((row) => row.id)
}

/** A relation as one of its objects sees it. */
export interface RelationOf extends SeenRelation {
  readonly objectId: string
}

/** The relations of those objects as each sees them, by kind and then by the other's number. At most 500 ids a call. */
export async function relationsOf(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<RelationOf[]> {
  if (ids.length === 0) return []
  const seen = async (own: Side): Promise<RelationOf[]> => {
    const [mine, theirs] = [`relation.${own}_id`, `relation.${otherSide(own)}_id`] as const
    const rows = await db
      .selectFrom('relation')
      .innerJoin('object', (join) =>
        join.onRef('object.museum_id', '=', 'relation.museum_id').onRef('object.id', '=', theirs)
      )
      .select(['relation.id', 'relation.kind', 'relation.note', `${mine} as objectId`])
      .select(['object.id as otherId', 'object.number', 'object.name', 'object.number_key as key'])
      .where('relation.museum_id', '=', museumId)
      .where(mine, 'in', ids)
      .orderBy('relation.kind')
      .orderBy('object.number_key')
      .execute()
    return rows.map(({ id, kind, note, objectId, otherId, number, name }) => {
      return { id, kind, note, objectId, side: otherSide(own), other: { id: otherId, number, name } }
    })
  }
  return [...(await seen('from')), ...(await seen('to'))]
}

/** Of those 分件号, one that is an object's own number or a part of another whole, and whose. */
export async function numberElsewhere(
  db: Kysely<Database>,
  museumId: string,
  objectId: string,
  numbers: readonly string[]
): Promise<{ number: string; isObject: boolean; whole: string } | null> {
  if (numbers.length === 0) return null
  const object = await db
    .selectFrom('object')
    .select('number')
    .where('museum_id', '=', museumId)
    .where('number', 'in', numbers)
    .executeTakeFirst()
  if (object) return { number: object.number, isObject: true, whole: object.number }
  for (const number of numbers) {
    const found = foundBy(db, museumId, number, false)
    if (!found) continue
    const rows = await db
      .selectFrom('object')
      .select(['object.number', 'object.parts'])
      .where('object.museum_id', '=', museumId)
      .where('object.id', '!=', objectId)
      .where('object.parts', 'is not', null)
      .where(found)
      .execute()
    const whole = rows.find(({ parts }) => partsOf(parts).some((one) => one.number === number))
    if (whole) return { number, isObject: false, whole: whole.number }
  }
  return null
}
