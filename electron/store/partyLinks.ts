import { sql, type Expression, type Insertable, type Kysely, type Selectable, type SqlBool } from 'kysely'
import { PARTY_ROLES, type PartyLink, type PartyObject, type PartyRole } from '../../shared/people/record.ts'
import { livedOf } from '../../shared/people/rules.ts'
import { insertRows } from './bulk.ts'
import { kindOf } from './people.ts'
import type { PartyLinkTable } from './tables/people.ts'
import type { Database } from './schema.ts'

export type LinkRow = Selectable<PartyLinkTable>
const CHUNK = 500

export const roleOf = (text: string): PartyRole => PARTY_ROLES.find((role) => role === text) ?? 'other'

const inOrder = sql<number>`case party_link.role ${sql.join(
  PARTY_ROLES.map((role, at) => sql`when ${role} then cast(${at} as integer)`),
  sql` `
)} else 99 end`

/** Links that are there, of parties that are there: where both parties of a merge had one, that of the kept one. */
const present = (db: Kysely<Database>, museumId: string) =>
  db
    .selectFrom('party_link')
    .innerJoin('party', (join) =>
      join.onRef('party.museum_id', '=', 'party_link.museum_id').onRef('party.id', '=', 'party_link.party_id')
    )
    .where('party_link.museum_id', '=', museumId)
    .where('party_link.removed_at', 'is', null)
    .where('party.merged_into', 'is', null)

const SHOWN = [
  'party_link.id',
  'party_link.object_id',
  'party_link.party_id',
  'party_link.role',
  'party_link.note',
  'party.name',
  'party.kind',
  'party.born',
  'party.died',
] as const

/** Who is there in those objects, by object, in the order of the roles. */
export async function linksOfObjects(
  db: Kysely<Database>,
  museumId: string,
  objectIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PartyLink[]>> {
  const found = new Map<string, PartyLink[]>()
  for (let at = 0; at < objectIds.length; at += CHUNK) {
    const rows = await present(db, museumId)
      .select(SHOWN)
      .where('party_link.object_id', 'in', objectIds.slice(at, at + CHUNK))
      .orderBy(inOrder)
      .orderBy('party.name_key')
      .orderBy('party_link.id')
      .execute()
    for (const row of rows) {
      const { id, note, name } = row
      const link = { id, partyId: row.party_id, role: roleOf(row.role), note, name }
      const known = found.get(row.object_id) ?? []
      found.set(row.object_id, [...known, { ...link, kind: kindOf(row.kind), lived: livedOf(row) }])
    }
  }
  return found
}

export async function objectsOfParty(
  db: Kysely<Database>,
  museumId: string,
  partyId: string,
  { skip, limit }: { readonly skip: number; readonly limit: number }
): Promise<PartyObject[]> {
  const rows = await present(db, museumId)
    .innerJoin('object', (join) =>
      join
        .onRef('object.museum_id', '=', 'party_link.museum_id')
        .onRef('object.id', '=', 'party_link.object_id')
    )
    .select(['party_link.id as link', 'object.id as objectId', 'object.number', 'object.name'])
    .select(['party_link.role', 'party_link.note'])
    .where('party_link.party_id', '=', partyId)
    .orderBy(inOrder)
    .orderBy('object.number_key')
    .orderBy('party_link.id')
    .offset(skip)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, role: roleOf(row.role) }))
}

/** The condition that a party is linked to an object, in any role. Its objects are looked up once, not for each object. */
export const linkedTo = (museumId: string, partyId: string): Expression<SqlBool> =>
  sql<SqlBool>`object.id in (select object_id from party_link
    where museum_id = ${museumId} and party_id = ${partyId} and removed_at is null)`

export interface Held {
  readonly role: PartyRole
  readonly objects: number
}

/** The roles of parties with how many objects they hold each in, in the order of the roles. */
export async function rolesOfParties(
  db: Kysely<Database>,
  museumId: string,
  partyIds: readonly string[]
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const found = new Map<string, Held[]>()
  for (let at = 0; at < partyIds.length; at += CHUNK) {
    const rows = await db
      .selectFrom('party_link')
      .select(['party_id', 'role', (of) => of.fn.countAll<number | string>().as('objects')])
      .where('museum_id', '=', museumId)
      .where('removed_at', 'is', null)
      .where('party_id', 'in', partyIds.slice(at, at + CHUNK))
      .groupBy(['party_id', 'role'])
      .execute()
    for (const row of rows) {
      const held = { role: roleOf(row.role), objects: Number(row.objects) }
      found.set(row.party_id, [...(found.get(row.party_id) ?? []), held])
    }
  }
  const place = ({ role }: Held): number => PARTY_ROLES.indexOf(role)
  for (const roles of found.values()) roles.sort((a, b) => place(a) - place(b))
  return found
}

/** Links of a party that are there, whole. */
export async function linksOfParty(
  db: Kysely<Database>,
  museumId: string,
  partyId: string
): Promise<LinkRow[]> {
  return db
    .selectFrom('party_link')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('party_id', '=', partyId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Also those that were taken out. */
export async function linksByIds(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Map<string, LinkRow>> {
  const found = new Map<string, LinkRow>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await db
      .selectFrom('party_link')
      .selectAll()
      .where('museum_id', '=', museumId)
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Links that a batch made and nobody has taken out. */
export async function linksOfBatch(
  db: Kysely<Database>,
  museumId: string,
  batchId: string
): Promise<LinkRow[]> {
  return db
    .selectFrom('party_link')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function insertLinks(
  db: Kysely<Database>,
  rows: readonly Insertable<PartyLinkTable>[]
): Promise<void> {
  await insertRows(db, 'party_link', rows)
}

/** Sets the same in many links. */
export async function updateLinks(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[],
  set: Partial<Pick<PartyLinkTable, 'party_id' | 'removed_at' | 'removed_by'>>
): Promise<void> {
  for (let at = 0; at < ids.length; at += CHUNK)
    await db
      .updateTable('party_link')
      .set(set)
      .where('museum_id', '=', museumId)
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
}

/** Is that party in that role of that object now? */
export async function isLinked(
  db: Kysely<Database>,
  museumId: string,
  { object_id, party_id, role }: Pick<LinkRow, 'object_id' | 'party_id' | 'role'>
): Promise<boolean> {
  const row = await db
    .selectFrom('party_link')
    .select('id')
    .where('museum_id', '=', museumId)
    .where('object_id', '=', object_id)
    .where('party_id', '=', party_id)
    .where('role', '=', role)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Number and name of objects, for naming them. */
export async function objectsNamed(
  db: Kysely<Database>,
  museumId: string,
  ids: readonly string[]
): Promise<Map<string, { number: string; name: string | null }>> {
  const found = new Map<string, { number: string; name: string | null }>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const rows = await db
      .selectFrom('object')
      .select(['id', 'number', 'name'])
      .where('museum_id', '=', museumId)
      .where('id', 'in', ids.slice(at, at + CHUNK))
      .execute()
    for (const { id, ...named } of rows) found.set(id, named)
  }
  return found
}
