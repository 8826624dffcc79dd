import { sql, type Expression, type Insertable, type Kysely, type Selectable, type SqlBool } from 'kysely'
import { wanted, type Wanted } from '../../shared/kernel/search.ts'
import type { PartyDraft } from '../../shared/people/contract.ts'
import {
  PARTY_FIELDS,
  PARTY_KINDS,
  type PartyChanges,
  type PartyKind,
  type PartyValues,
} from '../../shared/people/record.ts'
import { insertRows } from './bulk.ts'
import type { PartyTable } from './tables/people.ts'
import type { Database } from './schema.ts'

export type PartyStored = Selectable<PartyTable>

const COLUMN_OF = {
  kind: 'kind',
  name: 'name',
  otherNames: 'other_names',
  born: 'born',
  died: 'died',
  phone: 'phone',
  address: 'address',
  idNumber: 'id_number',
  notes: 'notes',
} as const satisfies Record<keyof PartyValues, keyof PartyTable>

export const kindOf = (text: string): PartyKind => PARTY_KINDS.find((kind) => kind === text) ?? 'person'

export function partyValuesOf(row: PartyStored): PartyValues {
  const { kind, name, born, died, phone, address, notes } = row
  const rest = { otherNames: row.other_names, idNumber: row.id_number }
  return { kind: kindOf(kind), name, born, died, phone, address, notes, ...rest }
}

export function columnsOfParty(values: PartyValues) {
  const columns = Object.fromEntries(PARTY_FIELDS.map((field) => [COLUMN_OF[field], values[field]]))
  return columns as Pick<PartyTable, (typeof COLUMN_OF)[keyof PartyValues]>
}

export async function insertParties(
  db: Kysely<Database>,
  rows: readonly Insertable<PartyTable>[]
): Promise<void> {
  await insertRows(db, 'party', rows)
}

/** Also one that was removed or merged. */
export async function partyById(
  db: Kysely<Database>,
  museumId: string,
  id: string
): Promise<PartyStored | undefined> {
  return db
    .selectFrom('party')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Writes a party one revision further; false where somebody has changed it since `shown`. */
export async function updateParty(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  shown: number,
  set: Partial<Omit<PartyTable, 'museum_id' | 'id' | 'revision'>>
): Promise<boolean> {
  const row = await db
    .updateTable('party')
    .set({ ...set, revision: shown + 1 })
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .where('revision', '=', shown)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const present = (db: Kysely<Database>, museumId: string, removed: boolean) =>
  db
    .selectFrom('party')
    .where('museum_id', '=', museumId)
    .where('merged_into', 'is', null)
    .where('removed_at', removed ? 'is not' : 'is', null)

export interface PartiesWanted {
  readonly text: string
  readonly kind: PartyKind | null
  readonly removed: boolean
}

const matching = (db: Kysely<Database>, museumId: string, { text, kind, removed }: PartiesWanted) =>
  present(db, museumId, removed)
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? ''))
    .$if(text !== '', (query) => query.where((of) => of.and(wanted(text).map(isFound))))

/** A word as part of a name, as initials, or as the beginning of a name's pinyin. Tokens hold no sign of LIKE. */
function isFound({ phrase, open, initials }: Wanted): Expression<SqlBool> {
  const like = (column: 'words' | 'initials' | 'readings', pattern: string) =>
    sql<SqlBool>`${sql.ref(column)} like ${pattern}`
  const inWords = like('words', `% ${phrase.join(' ')}${open ? '' : ' '}%`)
  if (initials === null) return inWords
  const asInitials = like('initials', `% ${initials.join(' ')} %`)
  return sql<SqlBool>`(${inWords} or ${asInitials} or ${like('readings', `% ${initials.join('')}%`)})`
}

/** A page of parties in pinyin order, and how many match in all. */
export async function pageOfParties(
  db: Kysely<Database>,
  museumId: string,
  find: PartiesWanted,
  { skip, limit }: { readonly skip: number; readonly limit: number }
): Promise<{ rows: PartyStored[]; total: number }> {
  const rows = await matching(db, museumId, find)
    .selectAll()
    .orderBy('name_key')
    .orderBy('id')
    .offset(skip)
    .limit(limit)
    .execute()
  const counted = await matching(db, museumId, find)
    .select((of) => of.fn.countAll<number | string>().as('n'))
    .executeTakeFirst()
  return { rows, total: Number(counted?.n ?? 0) }
}

/** All that are there, for comparing them with each other: a museum has some thousands. */
export async function allParties(db: Kysely<Database>, museumId: string): Promise<PartyStored[]> {
  return present(db, museumId, false).selectAll().orderBy('name_key').orderBy('id').execute()
}

/** Parties that a batch made and that are there, merged or not. */
export async function partiesOfBatch(
  db: Kysely<Database>,
  museumId: string,
  batchId: string
): Promise<PartyStored[]> {
  return db
    .selectFrom('party')
    .selectAll()
    .where('museum_id', '=', museumId)
    .where('batch_id', '=', batchId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

const pairOf = (one: string, other: string): { one_id: string; other_id: string } =>
  one < other ? { one_id: one, other_id: other } : { one_id: other, other_id: one }

/** `<lesser id> <greater id>` of all pairs that were told apart. */
export async function pairsApart(db: Kysely<Database>, museumId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('party_apart')
    .select(['one_id', 'other_id'])
    .where('museum_id', '=', museumId)
    .execute()
  return new Set(rows.map((row) => `${row.one_id} ${row.other_id}`))
}

export async function setApart(
  db: Kysely<Database>,
  museumId: string,
  pair: { readonly one: string; readonly other: string; readonly apart: boolean },
  by: { readonly person: string; readonly at: string }
): Promise<void> {
  const { one_id, other_id } = pairOf(pair.one, pair.other)
  if (pair.apart) {
    await db
      .insertInto('party_apart')
      .values({ museum_id: museumId, one_id, other_id, ...by })
      .onConflict((conflict) => conflict.columns(['museum_id', 'one_id', 'other_id']).doNothing())
      .execute()
  } else {
    await db
      .deleteFrom('party_apart')
      .where('museum_id', '=', museumId)
      .where('one_id', '=', one_id)
      .where('other_id', '=', other_id)
      .execute()
  }
}

/** Oldest first. */
export async function partyDrafts(db: Kysely<Database>, museumId: string): Promise<PartyDraft[]> {
  const rows = await db
    .selectFrom('party_draft')
    .selectAll()
    .where('museum_id', '=', museumId)
    .orderBy('updated_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    revision: row.revision,
    values: JSON.parse(row.values) as PartyChanges,
    updatedAt: row.updated_at,
  }))
}

export async function putPartyDraft(
  db: Kysely<Database>,
  museumId: string,
  person: string,
  draft: PartyDraft
): Promise<void> {
  const columns = {
    party_id: draft.partyId,
    revision: draft.revision,
    values: JSON.stringify(draft.values),
    person,
    updated_at: draft.updatedAt,
  }
  await db
    .insertInto('party_draft')
    .values({ museum_id: museumId, id: draft.id, ...columns })
    .onConflict((conflict) => conflict.columns(['museum_id', 'id']).doUpdateSet(columns))
    .execute()
}

export async function dropPartyDraft(db: Kysely<Database>, museumId: string, id: string): Promise<boolean> {
  const row = await db
    .deleteFrom('party_draft')
    .where('museum_id', '=', museumId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
