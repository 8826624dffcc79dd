import type { Kysely } from 'kysely'
import type { UndoResult } from '../../../shared/imports/contract.ts'
import { linkKey, linkSaid, PRESENT } from '../../../shared/people/rules.ts'
import { insertAudit } from '../../store/audit.ts'
import { partiesOfBatch, partyById, updateParty, type PartyStored } from '../../store/people.ts'
import { linksOfBatch, linksOfParty, roleOf, updateLinks, type LinkRow } from '../../store/partyLinks.ts'
import { isMerged } from '../../store/partyMerges.ts'
import type { Database } from '../../store/schema.ts'
import { tellHistory, type Hand } from './party.ts'

interface Untaking {
  readonly links: readonly LinkRow[]
  readonly parties: readonly PartyStored[]
  /** Parties that somebody has worked on since: they stay, with their objects. */
  readonly kept: readonly PartyStored[]
}

/** What is to be taken back of the people that a batch brought in. */
async function untaking(db: Kysely<Database>, museumId: string, batchId: string): Promise<Untaking> {
  const made = await partiesOfBatch(db, museumId, batchId)
  const kept: PartyStored[] = []
  for (const party of made) {
    const own = await linksOfParty(db, museumId, party.id)
    const isTouched =
      party.revision > 1 ||
      own.some((link) => link.batch_id !== batchId) ||
      (await isMerged(db, museumId, party.id))
    if (isTouched) kept.push(party)
  }
  const keptIds = new Set(kept.map(({ id }) => id))
  const all = await linksOfBatch(db, museumId, batchId)
  // what a merge has moved belongs to the party that it was merged into
  const staying = new Set(keptIds)
  for (const id of new Set(all.map((link) => link.party_id)))
    if (await isMerged(db, museumId, id)) staying.add(id)
  const links = all.filter((link) => !staying.has(link.party_id))
  return { links, parties: made.filter(({ id }) => !keptIds.has(id)), kept }
}

const skippedOf = ({ kept }: Untaking): UndoResult['skipped'] =>
  kept.map(({ id, name }) => ({ id, of: 'party', number: null, name, fields: [] }))

/** How many people and links would go, and which stay. */
export async function previewUntake(db: Kysely<Database>, museumId: string, batchId: string) {
  const what = await untaking(db, museumId, batchId)
  return { undone: what.parties.length + what.links.length, skipped: skippedOf(what) }
}

/** Takes out what a batch brought in of people and links, but for parties that somebody has worked on since. */
export async function untakePeople(tx: Kysely<Database>, museumId: string, batchId: string, ctx: Hand) {
  const what = await untaking(tx, museumId, batchId)
  const at = ctx.now()
  const gone = { removed_at: at, removed_by: ctx.person }
  await updateLinks(
    tx,
    museumId,
    what.links.map(({ id }) => id),
    gone
  )
  const why = { action: 'undone', batchId, reason: null } as const
  const names = new Map<string, string>()
  for (const { party_id } of what.links)
    if (!names.has(party_id)) names.set(party_id, (await partyById(tx, museumId, party_id))?.name ?? '')
  await insertAudit(
    tx,
    what.links.map((link) => {
      const said = linkSaid(roleOf(link.role), names.get(link.party_id) ?? '')
      const entry = {
        museumId,
        id: ctx.mintId(),
        at,
        person: ctx.person,
        room: 'people',
        recordId: link.object_id,
      }
      return { ...entry, ...why, changes: { [linkKey(link.id)]: [said, null] as const } }
    })
  )
  for (const party of what.parties) {
    await updateParty(tx, museumId, party.id, party.revision, { ...gone, updated_at: at })
    await tellHistory(tx, museumId, party.id, { [PRESENT]: [party.name, null] }, ctx, why)
  }
  return { undone: what.parties.length + what.links.length, skipped: skippedOf(what) }
}
