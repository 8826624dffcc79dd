import { sql, type Kysely, type Selectable } from 'kysely'
import { isOwnId, ownDefinition, type OwnField, type OwnId } from '../../shared/fields/record.ts'
import { newVersion } from './catalogue.ts'
import { holdsOwn, ownHeld } from './expressions.ts'
import type { Database, OwnFieldTable } from './schema.ts'

function readField(row: Selectable<OwnFieldTable>): OwnField {
  if (!isOwnId(row.id)) throw new RangeError(`no id of a field: ${row.id}`)
  const definition = ownDefinition.parse(JSON.parse(row.definition))
  return { ...definition, id: row.id, revision: row.revision, retired: row.retired === 1 }
}

/** Definitions as they stand in a transaction: a bulk change asks for every record. */
const known = new WeakMap<object, Map<string, Promise<readonly OwnField[]>>>()

/** The fields that a museum has added, in their order, those put aside among them. */
export function ownFields(db: Kysely<Database>, museumId: string): Promise<readonly OwnField[]> {
  if (!db.isTransaction) return readFields(db, museumId)
  const museums = known.get(db) ?? new Map<string, Promise<readonly OwnField[]>>()
  known.set(db, museums)
  const fields = museums.get(museumId) ?? readFields(db, museumId)
  museums.set(museumId, fields)
  return fields
}

async function readFields(db: Kysely<Database>, museumId: string): Promise<readonly OwnField[]> {
  const rows = await db
    .selectFrom('own_field')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(readField)
}

/** Writes a field at its place, new or again. What is kept in memory of the catalogue is good no longer. */
export async function putField(
  tx: Kysely<Database>,
  museumId: string,
  field: OwnField,
  position: number
): Promise<void> {
  const { id, revision, retired, ...definition } = field
  const columns = {
    revision,
    position,
    name: field.name,
    definition: JSON.stringify(definition),
    retired: retired ? 1 : 0,
  }
  await tx
    .insertInto('own_field')
    .values({ museum_id: museumId, id, ...columns })
    .onConflict((conflict) => conflict.columns(['museum_id', 'id']).doUpdateSet(columns))
    .execute()
  await changed(tx, museumId)
}

export async function placeField(
  tx: Kysely<Database>,
  museumId: string,
  id: OwnId,
  position: number
): Promise<void> {
  await tx
    .updateTable('own_field')
    .set({ position })
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .execute()
  await changed(tx, museumId)
}

/** Takes a field away for good, and what was remembered of columns that went into it. */
export async function deleteField(tx: Kysely<Database>, museumId: string, id: OwnId): Promise<void> {
  await tx.deleteFrom('own_field').where('museum_id', '=', museumId).where('id', '=', id).execute()
  await tx.deleteFrom('import_heading').where('museum_id', '=', museumId).where('target', '=', id).execute()
  await changed(tx, museumId)
}

async function changed(tx: Kysely<Database>, museumId: string): Promise<void> {
  known.get(tx)?.delete(museumId)
  await newVersion(tx, museumId)
}

/** How many objects say something in a field: a value, or a text that is none. */
export async function countHolding(db: Kysely<Database>, museumId: string, id: OwnId): Promise<number> {
  const row = await db
    .selectFrom('object')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .where(holdsOwn(db, id))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** How many drafts have something typed into a field. */
export async function countTyped(db: Kysely<Database>, museumId: string, id: OwnId): Promise<number> {
  const row = await db
    .selectFrom('draft')
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .where('museum_id', '=', museumId)
    .where((of) => of.or([of('values', 'like', `%"${id}"%`), of('unread', 'like', `%"${id}"%`)]))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Objects by each value of a field, of values that are texts. */
export async function valuesHeld(
  db: Kysely<Database>,
  museumId: string,
  id: OwnId
): Promise<ReadonlyMap<string, number>> {
  const value = ownHeld(db, id, 'text')
  const { rows } = await sql<{ value: string; n: number | string }>`select ${value} as value, count(*) as n
    from object where museum_id = ${museumId} and ${value} is not null group by 1`.execute(db)
  return new Map(rows.map((row) => [row.value, Number(row.n)]))
}

/** The next objects behind `after` (a seq) that say something in a field, whole rows. */
export function objectsHolding(
  db: Kysely<Database>,
  museumId: string,
  id: OwnId,
  after: number,
  most: number
) {
  return db
    .selectFrom('object')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('seq', '>', after)
    .where(holdsOwn(db, id))
    .orderBy('seq')
    .limit(most)
    .execute()
}
