import type { Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import type { PartyChanges, PartyLink, PartyRole } from '../../../shared/people/record.ts'
import { linkKey, linkSaid } from '../../../shared/people/rules.ts'
import { objectById } from '../../store/catalogue.ts'
import { partyById } from '../../store/people.ts'
import {
  insertLinks,
  isLinked,
  linksByIds,
  linksOfObjects,
  roleOf,
  updateLinks,
  type LinkRow,
} from '../../store/partyLinks.ts'
import type { Database } from '../../store/schema.ts'
import { enterParty, tellHistory, theParty, type Hand } from './party.ts'

export async function linksOfObject(
  db: Kysely<Database>,
  museumId: string,
  objectId: string
): Promise<readonly PartyLink[]> {
  return (await linksOfObjects(db, museumId, [objectId])).get(objectId) ?? []
}

interface NewLink {
  readonly id: string
  readonly objectId: string
  readonly partyId: string
  readonly role: PartyRole
  readonly note: string | null
  readonly fresh?: PartyChanges
}

/** Puts a party into a role of an object. A call repeated after a lost answer enters it once. */
export async function enterLink(
  tx: Kysely<Database>,
  museumId: string,
  link: NewLink,
  ctx: Hand
): Promise<void> {
  if ((await linksByIds(tx, museumId, [link.id])).size > 0) return
  const object = await objectById(tx, museumId, link.objectId)
  if (link.fresh && !(await partyById(tx, museumId, link.partyId)))
    await enterParty(tx, museumId, link.partyId, link.fresh, ctx)
  const party = await theParty(tx, museumId, link.partyId)
  if (party.merged_into !== null || party.removed_at !== null)
    throw new Fault('party.merged', { name: party.name })
  const row: LinkRow = {
    museum_id: museumId,
    id: link.id,
    object_id: object.id,
    party_id: party.id,
    role: link.role,
    note: link.note === '' ? null : link.note,
    batch_id: null,
    created_at: ctx.now(),
    created_by: ctx.person,
    removed_at: null,
    removed_by: null,
  }
  if (await isLinked(tx, museumId, row)) throw new Fault('party.alreadyLinked', { name: party.name })
  await insertLinks(tx, [row])
  const why = { action: 'amended', batchId: null, reason: null } as const
  await tellHistory(
    tx,
    museumId,
    object.id,
    { [linkKey(link.id)]: [null, linkSaid(link.role, party.name)] },
    ctx,
    why
  )
}

/** Takes a link out; answers the object that it was of. */
export async function removeLink(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  ctx: Hand
): Promise<string> {
  const row = (await linksByIds(tx, museumId, [id])).get(id)
  if (!row) throw new Fault('record.missing')
  const change = await setLinkPresence(tx, museumId, row, false, ctx)
  if (change !== null) {
    const why = { action: 'amended', batchId: null, reason: null } as const
    await tellHistory(tx, museumId, row.object_id, change, ctx, why)
  }
  return row.object_id
}

type LinkChange = Readonly<Record<string, readonly [string | null, string | null]>>

/** Takes a link out or brings it back; the answer is the change, or null where that cannot be or is so already. */
export async function setLinkPresence(
  tx: Kysely<Database>,
  museumId: string,
  row: LinkRow,
  isThere: boolean,
  ctx: Hand
): Promise<LinkChange | null> {
  if ((row.removed_at === null) === isThere) return null
  const party = await partyById(tx, museumId, row.party_id)
  if (isThere) {
    const gone = party === undefined || party.merged_into !== null || party.removed_at !== null
    if (gone || (await isLinked(tx, museumId, row))) return null
  }
  const by = isThere
    ? { removed_at: null, removed_by: null }
    : { removed_at: ctx.now(), removed_by: ctx.person }
  await updateLinks(tx, museumId, [row.id], by)
  const said = linkSaid(roleOf(row.role), party?.name ?? '')
  return { [linkKey(row.id)]: isThere ? [null, said] : [said, null] }
}
