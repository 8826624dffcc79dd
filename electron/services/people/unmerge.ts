import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Fault } from '../../../shared/contract/faults.ts'
import type { Unmerged } from '../../../shared/people/contract.ts'
import { mergeTakenBack } from '../../../shared/people/merging.ts'
import { partyDifference } from '../../../shared/people/rules.ts'
import { partyValuesOf, updateParty, type PartyStored } from '../../store/people.ts'
import {
  isLinked,
  linksByIds,
  objectsNamed,
  roleOf,
  updateLinks,
  type LinkRow,
} from '../../store/partyLinks.ts'
import { endMerge, mergeById, type MergeRow } from '../../store/partyMerges.ts'
import type { Database } from '../../store/schema.ts'
import { derivedOfParty, theParty, type Hand } from './party.ts'
import { tellMerge } from './merge.ts'

const stored = z.record(z.string(), z.tuple([z.string().nullable(), z.string().nullable()]))
const ids = z.array(z.string())

interface Way {
  readonly merge: MergeRow
  readonly gone: PartyStored
  readonly kept: PartyStored
  /** Links that are still as the merge left them. */
  readonly back: readonly LinkRow[]
  /** Links that somebody has taken out or moved on since. */
  readonly left: readonly LinkRow[]
  readonly fields: ReturnType<typeof mergeTakenBack>
}

/** Faults: merge.missing, party.mergedOn where the kept party is itself part of another by now. */
async function wayBack(db: Kysely<Database>, museumId: string, id: string): Promise<Way> {
  const merge = await mergeById(db, museumId, id)
  if (!merge || merge.undone_at !== null) throw new Fault('merge.missing')
  const gone = await theParty(db, museumId, merge.gone_id)
  const kept = await theParty(db, museumId, merge.kept_id)
  if (kept.merged_into !== null) {
    const into = await theParty(db, museumId, kept.merged_into)
    throw new Fault('party.mergedOn', { name: kept.name, into: into.name })
  }
  const links = [...(await linksByIds(db, museumId, ids.parse(JSON.parse(merge.links)))).values()]
  const back: LinkRow[] = []
  const left: LinkRow[] = []
  for (const link of links) {
    const isThere = link.removed_at === null && link.party_id === kept.id
    const taken = isThere && (await isLinked(db, museumId, { ...link, party_id: gone.id }))
    if (isThere && !taken) back.push(link)
    else left.push(link)
  }
  const fields = mergeTakenBack(partyValuesOf(kept), stored.parse(JSON.parse(merge.changes)))
  return { merge, gone, kept, back, left, fields }
}

async function told(db: Kysely<Database>, museumId: string, way: Way): Promise<Unmerged> {
  const { gone, kept, back, left, fields } = way
  const objects = await objectsNamed(
    db,
    museumId,
    left.map((link) => link.object_id)
  )
  return {
    gone: gone.id,
    goneName: gone.name,
    kept: kept.id,
    keptName: kept.name,
    links: back.length,
    fields: fields.fields,
    leftFields: fields.left,
    leftLinks: left.map((link) => ({
      objectId: link.object_id,
      number: objects.get(link.object_id)?.number ?? '',
      name: objects.get(link.object_id)?.name ?? null,
      role: roleOf(link.role),
    })),
  }
}

export async function previewUnmerge(db: Kysely<Database>, museumId: string, id: string): Promise<Unmerged> {
  return told(db, museumId, await wayBack(db, museumId, id))
}

/**
 * Takes a merge back at any later time: the merged party stands again as it was, with its links; in the kept one what came
 * of the merge goes, unless somebody has touched it since. Faults: merge.missing, party.mergedOn.
 */
export async function unmergeParties(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  ctx: Hand
): Promise<Unmerged> {
  const way = await wayBack(tx, museumId, id)
  const answer = await told(tx, museumId, way)
  const { gone, kept, back, fields } = way
  const at = ctx.now()
  const free = { merged_into: null, merge_id: null, updated_at: at }
  const set = { ...derivedOfParty(fields.values), updated_at: at }
  const written =
    (await updateParty(tx, museumId, gone.id, gone.revision, free)) &&
    (await updateParty(tx, museumId, kept.id, kept.revision, set))
  if (!written) throw new Fault('party.changedMeanwhile', { name: kept.name })
  await updateLinks(
    tx,
    museumId,
    back.map((link) => link.id),
    { party_id: gone.id }
  )
  await endMerge(tx, museumId, id, { undone_at: at, undone_by: ctx.person })
  const changes = partyDifference(partyValuesOf(kept), fields.values)
  const names = { from: kept.name, to: gone.name }
  await tellMerge(tx, museumId, { kept: kept.id, gone: gone.id }, changes, back, names, ctx, 'unmerged')
  return answer
}
