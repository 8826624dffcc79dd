import type { Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import { CATALOGUERS } from '../../../shared/contract/roles.ts'
import { indexed } from '../../../shared/kernel/search.ts'
import type { KnownParty } from '../../../shared/people/contract.ts'
import {
  CONFIDENTIAL,
  noParty,
  type Party,
  type PartyChanges,
  type PartyValues,
} from '../../../shared/people/record.ts'
import { lifeOf, namesIn, partyDifference, tidyParty } from '../../../shared/people/rules.ts'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import { insertAudit } from '../../store/audit.ts'
import {
  columnsOfParty,
  insertParties,
  partyById,
  partyValuesOf,
  updateParty,
  type PartyStored,
} from '../../store/people.ts'
import { rolesOfParties } from '../../store/partyLinks.ts'
import { mergesInto } from '../../store/partyMerges.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { initialsOf, nameKey, readingOf } from '../pinyin.ts'

export type Hand = Pick<Ctx, 'now' | 'mintId' | 'person'>

/** May whoever asks see where people live and what their documents say? */
export const seesContact = ({ roles }: Pick<Ctx, 'roles'>): boolean =>
  roles.some((role) => CATALOGUERS.includes(role))

/** What is worked out of a party's values whenever they are written. */
export function derivedOfParty(values: PartyValues) {
  const names = [values.name, ...namesIn(values.otherNames)]
  const { lifeStart, lifeEnd } = lifeOf(values)
  return {
    ...columnsOfParty(values),
    life_start: lifeStart,
    life_end: lifeEnd,
    name_key: nameKey(values.name),
    words: ` ${indexed(names)} `,
    initials: ` ${initialsOf(names)} `,
    readings: ` ${names.map(readingOf).join(' ')} `,
  }
}

/** A new row; `values` have been tidied. */
export function newParty(
  id: string,
  museumId: string,
  values: PartyValues,
  ctx: Pick<Ctx, 'now'>,
  batchId: string | null = null
): PartyStored {
  const at = ctx.now()
  const nobody = { merged_into: null, merge_id: null, removed_at: null, removed_by: null }
  const head = { museum_id: museumId, id, revision: 1, batch_id: batchId, created_at: at, updated_at: at }
  return { ...head, ...derivedOfParty(values), ...nobody }
}

/** Enters a new party, with the first entry of its history. Fault: party.nameMissing. */
export async function enterParty(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  values: PartyChanges,
  ctx: Hand
): Promise<void> {
  await insertParties(tx, [newParty(id, museumId, typedParty(noParty, values), ctx)])
  await tellHistory(tx, museumId, id, {}, ctx, { action: 'registered', batchId: null, reason: null })
}

/** The party as it stands. Fault: record.missing. */
export async function theParty(db: Kysely<Database>, museumId: string, id: string): Promise<PartyStored> {
  const row = await partyById(db, museumId, id)
  if (!row) throw new Fault('record.missing')
  return row
}

/** Nobody writes over what a colleague has changed, nor in a party that is now part of another. */
export function refuseOther(row: PartyStored, shown: number): void {
  if (row.merged_into !== null) throw new Fault('party.merged', { name: row.name })
  if (row.revision !== shown) throw new Fault('party.changedMeanwhile', { name: row.name })
}

/** Typed values over those before. Fault: party.nameMissing. */
export function typedParty(before: PartyValues, changes: PartyChanges): PartyValues {
  const values = tidyParty(before, changes)
  if (values.name === '') throw new Fault('party.nameMissing')
  return values
}

interface Why {
  readonly action: AuditEntry['action']
  readonly reason: string | null
  readonly batchId: string | null
}

/** Writes new values of a party that was just read, with one entry of its history, whose id it answers; null where nothing changes. */
export async function rewriteParty(
  tx: Kysely<Database>,
  museumId: string,
  row: PartyStored,
  after: PartyValues,
  ctx: Hand,
  why: Why
): Promise<string | null> {
  const changes = partyDifference(partyValuesOf(row), after)
  if (Object.keys(changes).length === 0) return null
  const set = { ...derivedOfParty(after), updated_at: ctx.now() }
  if (!(await updateParty(tx, museumId, row.id, row.revision, set)))
    throw new Fault('party.changedMeanwhile', { name: row.name })
  return tellHistory(tx, museumId, row.id, changes, ctx, why)
}

export async function tellHistory(
  tx: Kysely<Database>,
  museumId: string,
  recordId: string,
  changes: Readonly<Record<string, readonly [string | null, string | null]>>,
  ctx: Hand,
  why: Why
): Promise<string> {
  const id = ctx.mintId()
  const entry = { museumId, id, at: ctx.now(), person: ctx.person, room: 'people', recordId }
  await insertAudit(tx, [{ ...entry, ...why, changes }])
  return id
}

/** A party with its roles and merges, as it may be seen by whoever asks. */
export async function knownParty(
  db: Kysely<Database>,
  museumId: string,
  id: string,
  ctx: Pick<Ctx, 'roles'>
): Promise<KnownParty> {
  const row = await theParty(db, museumId, id)
  const roles = (await rolesOfParties(db, museumId, [id])).get(id) ?? []
  const merges = await mergesInto(db, museumId, id)
  return {
    party: await shownParty(db, museumId, row, ctx),
    // links that a merge left behind come back with it
    roles: row.merged_into === null ? [...roles] : [],
    merges: merges.map((merge) => ({
      id: merge.id,
      gone: merge.gone_id,
      goneName: merge.gone_name,
      at: merge.at,
      person: merge.person,
      links: (JSON.parse(merge.links) as unknown[]).length,
      undoneAt: merge.undone_at,
    })),
  }
}

export async function shownParty(
  db: Kysely<Database>,
  museumId: string,
  row: PartyStored,
  ctx: Pick<Ctx, 'roles'>
): Promise<Party> {
  const into = row.merged_into === null ? undefined : await partyById(db, museumId, row.merged_into)
  const values = partyValuesOf(row)
  const hidden = Object.fromEntries(CONFIDENTIAL.map((field) => [field, null]))
  return {
    id: row.id,
    revision: row.revision,
    values: seesContact(ctx) ? values : { ...values, ...hidden },
    lifeStart: row.life_start,
    lifeEnd: row.life_end,
    mergedInto: into ? { id: into.id, name: into.name, merge: row.merge_id ?? '' } : null,
    removedAt: row.removed_at,
    batchId: row.batch_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
