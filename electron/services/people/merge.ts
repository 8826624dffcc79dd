import type { Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import type { MergePreview } from '../../../shared/people/contract.ts'
import { mergeChanges, mergedFields } from '../../../shared/people/merging.ts'
import { PARTY_ROLES, type PartyField, type PartyValues } from '../../../shared/people/record.ts'
import { linkKey, linkSaid, tidyParty, type PartyDifference } from '../../../shared/people/rules.ts'
import { insertAudit } from '../../store/audit.ts'
import { partyValuesOf, updateParty, type PartyStored } from '../../store/people.ts'
import { linksOfParty, roleOf, updateLinks, type LinkRow } from '../../store/partyLinks.ts'
import { insertMerge } from '../../store/partyMerges.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { derivedOfParty, refuseOther, shownParty, tellHistory, theParty, type Hand } from './party.ts'

interface Both {
  readonly gone: PartyStored
  readonly kept: PartyStored
  /** Links that move, and those whose object has the kept party in that role already: they stay behind, unseen. */
  readonly moved: readonly LinkRow[]
  readonly already: readonly LinkRow[]
}

async function bothOf(db: Kysely<Database>, museumId: string, goneId: string, keptId: string): Promise<Both> {
  if (goneId === keptId) throw new Fault('party.same')
  const gone = await theParty(db, museumId, goneId)
  const kept = await theParty(db, museumId, keptId)
  for (const one of [gone, kept])
    if (one.merged_into !== null || one.removed_at !== null)
      throw new Fault('party.merged', { name: one.name })
  const place = ({ object_id, role }: LinkRow): string => `${object_id} ${role}`
  const there = new Set((await linksOfParty(db, museumId, keptId)).map(place))
  const links = await linksOfParty(db, museumId, goneId)
  return {
    gone,
    kept,
    moved: links.filter((link) => !there.has(place(link))),
    already: links.filter((link) => there.has(place(link))),
  }
}

/** Everything a merge would move and change; nothing is written. Faults: party.same, party.merged, record.missing. */
export async function previewMerge(
  db: Kysely<Database>,
  museumId: string,
  goneId: string,
  keptId: string,
  ctx: Pick<Ctx, 'roles'>
): Promise<MergePreview> {
  const { gone, kept, moved, already } = await bothOf(db, museumId, goneId, keptId)
  const counts = new Map<string, number>()
  for (const { role } of moved) counts.set(role, (counts.get(role) ?? 0) + 1)
  return {
    gone: await shownParty(db, museumId, gone, ctx),
    kept: await shownParty(db, museumId, kept, ctx),
    fields: [...mergedFields(partyValuesOf(gone), partyValuesOf(kept))],
    moved: PARTY_ROLES.flatMap((role) => {
      const objects = counts.get(role)
      return objects === undefined ? [] : [{ role, objects }]
    }),
    already: already.length,
  }
}

export interface MergeOrder {
  readonly gone: string
  readonly kept: string
  readonly goneRevision: number
  readonly keptRevision: number
  readonly take: readonly PartyField[]
}

/**
 * Merges one party into another and writes down what is needed to take that back. The merged one keeps its row as it is,
 * so that it comes back exactly as it was. Faults: party.same, party.merged, party.changedMeanwhile.
 */
export async function mergeParties(
  tx: Kysely<Database>,
  museumId: string,
  order: MergeOrder,
  ctx: Hand
): Promise<string> {
  const { gone, kept, moved } = await bothOf(tx, museumId, order.gone, order.kept)
  refuseOther(gone, order.goneRevision)
  refuseOther(kept, order.keptRevision)
  const before = partyValuesOf(kept)
  const fields = mergedFields(partyValuesOf(gone), before, new Set(order.take))
  const after = Object.fromEntries(fields.map((one) => [one.field, one.after])) as unknown as PartyValues
  const values = tidyParty(before, after)
  const changes = mergeChanges(fields.map((one) => ({ ...one, after: values[one.field] })))
  const id = ctx.mintId()
  const at = ctx.now()
  const into = { merged_into: kept.id, merge_id: id, updated_at: at }
  const set = { ...derivedOfParty(values), updated_at: at }
  const written =
    (await updateParty(tx, museumId, gone.id, gone.revision, into)) &&
    (await updateParty(tx, museumId, kept.id, kept.revision, set))
  if (!written) throw new Fault('party.changedMeanwhile', { name: kept.name })
  await updateLinks(
    tx,
    museumId,
    moved.map((link) => link.id),
    { party_id: kept.id }
  )
  await insertMerge(tx, {
    museum_id: museumId,
    id,
    gone_id: gone.id,
    kept_id: kept.id,
    gone_name: gone.name,
    at,
    person: ctx.person,
    changes: JSON.stringify(changes),
    links: JSON.stringify(moved.map((link) => link.id)),
    undone_at: null,
    undone_by: null,
  })
  const names = { from: gone.name, to: values.name }
  await tellMerge(tx, museumId, { kept: kept.id, gone: gone.id }, changes, moved, names, ctx, 'merged')
  return id
}

/** Writes a merge, or its taking back, into the histories of both parties and of every object whose link moved. */
export async function tellMerge(
  tx: Kysely<Database>,
  museumId: string,
  ids: { readonly kept: string; readonly gone: string },
  changes: PartyDifference,
  links: readonly LinkRow[],
  names: { readonly from: string; readonly to: string },
  ctx: Hand,
  action: 'merged' | 'unmerged'
): Promise<void> {
  const why = { action, batchId: null, reason: `${names.from} → ${names.to}` }
  await tellHistory(tx, museumId, ids.kept, changes, ctx, why)
  await tellHistory(tx, museumId, ids.gone, {}, ctx, why)
  const at = ctx.now()
  await insertAudit(
    tx,
    links.map((link) => {
      const role = roleOf(link.role)
      const moved = [linkSaid(role, names.from), linkSaid(role, names.to)] as const
      const entry = {
        museumId,
        id: ctx.mintId(),
        at,
        person: ctx.person,
        room: 'people',
        recordId: link.object_id,
      }
      return { ...entry, ...why, changes: { [linkKey(link.id)]: moved } }
    })
  )
}
