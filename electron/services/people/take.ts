import type { Insertable, Kysely } from 'kysely'
import { Fault } from '../../../shared/contract/faults.ts'
import type { Gathered, Taking } from '../../../shared/people/contract.ts'
import { nameFolded } from '../../../shared/people/likeness.ts'
import { noParty, type PartyKind } from '../../../shared/people/record.ts'
import { linkKey, linkSaid, namesIn, tidyParty } from '../../../shared/people/rules.ts'
import { readParties, TEXT_FIELDS, type TextField } from '../../../shared/people/texts.ts'
import { insertAudit, type NewAudit } from '../../store/audit.ts'
import { insertBatch, updateBatch } from '../../store/imports.ts'
import { allParties, insertParties, partyById, type PartyStored } from '../../store/people.ts'
import { insertLinks, linksOfParty, type LinkRow } from '../../store/partyLinks.ts'
import { objectsSaying, textsWritten } from '../../store/partyTexts.ts'
import type { PartyLinkTable } from '../../store/tables/people.ts'
import type { Database } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { newParty } from './party.ts'

const COLUMN = { author: 'author', sourceDetail: 'source_detail' } as const satisfies Record<
  TextField,
  string
>

/** Names that are there, folded → party. Two parties of one name leave the choice to a person: the first is offered. */
function byName(parties: readonly PartyStored[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { id, name, other_names } of [...parties].reverse())
    for (const one of [...namesIn(other_names), name]) found.set(nameFolded(one), id)
  return found
}

/** What the catalogue says of people that is not linked yet, with what would be made of it; most objects first. */
export async function gatherTexts(db: Kysely<Database>, museumId: string, limit: number) {
  const known = byName(await allParties(db, museumId))
  const texts: Gathered[] = []
  for (const field of TEXT_FIELDS)
    for (const { source, text, objects } of await textsWritten(db, museumId, COLUMN[field])) {
      const read = readParties(field, text, source)
      if (!read || text.length > 2000) continue
      const names = read.names.slice(0, 20).map(({ name, kind }) => ({
        name: name.slice(0, 200),
        kind,
        partyId: known.get(nameFolded(name)) ?? null,
      }))
      texts.push({ field, source, text, objects, role: read.role, sure: read.sure, names })
    }
  texts.sort((a, b) => b.objects - a.objects || (a.text < b.text ? -1 : 1))
  return { texts: texts.slice(0, limit), total: texts.length }
}

/**
 * Makes parties and links of the texts that were ticked, as one batch in one transaction. A text that no object says any
 * more, or whose objects were linked meanwhile, brings nothing. Cancelled or killed nothing is done.
 */
export async function takeTexts(ctx: JobCtx, name: string, texts: readonly Taking[]) {
  const result = await write(ctx, async (tx, { id: museumId }) => {
    const batchId = ctx.mintId()
    const at = ctx.now()
    await insertBatch(tx, {
      museum_id: museumId,
      id: batchId,
      kind: 'people',
      name,
      status: 'committed',
      person: ctx.person,
      file_name: null,
      file_sha256: null,
      plan: JSON.stringify({ texts }),
      result: '{}',
      created: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
      created_at: at,
      undone_at: null,
    })
    const isFresh = freshLinks(tx, museumId)
    const partyOf = partyMaker(tx, museumId, batchId, ctx)
    const objects = new Set<string>()
    let links = 0
    for (const [place, one] of texts.entries()) {
      await ctx.progress('writing', place, texts.length)
      const saying = await objectsSaying(tx, museumId, COLUMN[one.field], one)
      if (saying.length === 0) continue
      const rows: Insertable<PartyLinkTable>[] = []
      const entries: NewAudit[] = []
      const parties: PartyStored[] = []
      for (const named of one.names) {
        const party = await partyOf(named)
        if (!parties.some(({ id }) => id === party.id)) parties.push(party)
      }
      for (const objectId of saying) {
        const changes: Record<string, readonly [null, string]> = {}
        for (const party of parties) {
          const head = { museum_id: museumId, object_id: objectId, party_id: party.id, role: one.role }
          if (!(await isFresh(head))) continue
          const id = ctx.mintId()
          const by = { batch_id: batchId, created_at: at, created_by: ctx.person }
          rows.push({ ...head, id, note: null, ...by, removed_at: null, removed_by: null })
          changes[linkKey(id)] = [null, linkSaid(one.role, party.name)]
        }
        if (Object.keys(changes).length === 0) continue
        objects.add(objectId)
        const entry = {
          museumId,
          id: ctx.mintId(),
          at,
          person: ctx.person,
          room: 'people',
          recordId: objectId,
        }
        entries.push({ ...entry, action: 'amended', batchId, reason: null, changes })
      }
      await insertLinks(tx, rows)
      await insertAudit(tx, entries)
      links += rows.length
    }
    if (links === 0) throw new Fault('party.nothingTaken')
    const parties = partyOf.made()
    const told = { batch: batchId, parties, links, objects: objects.size }
    const set = { created: parties, changed: objects.size, result: JSON.stringify(told) }
    await updateBatch(tx, museumId, batchId, set)
    return told
  })
  ctx.tell({ kind: 'changed', rooms: ['people', 'catalogue', 'audit', 'imports'] })
  return result
}

/** True for a party in a role of an object that is not linked yet; from then on it counts as linked. */
function freshLinks(tx: Kysely<Database>, museumId: string) {
  const known = new Map<string, Set<string>>()
  return async (link: Pick<LinkRow, 'object_id' | 'party_id' | 'role'>): Promise<boolean> => {
    const place = (one: Pick<LinkRow, 'object_id' | 'role'>): string => `${one.object_id} ${one.role}`
    const there =
      known.get(link.party_id) ?? new Set((await linksOfParty(tx, museumId, link.party_id)).map(place))
    known.set(link.party_id, there)
    if (there.has(place(link))) return false
    there.add(place(link))
    return true
  }
}

/** Finds the party that is meant or makes it, each once in a batch. */
function partyMaker(tx: Kysely<Database>, museumId: string, batchId: string, ctx: JobCtx) {
  const made = new Map<string, PartyStored>()
  const partyOf = async (named: {
    readonly name: string
    readonly kind: PartyKind
    readonly partyId: string | null
  }): Promise<PartyStored> => {
    const known = named.partyId === null ? undefined : await partyById(tx, museumId, named.partyId)
    if (known && known.merged_into === null && known.removed_at === null) return known
    const values = tidyParty(noParty, { name: named.name, kind: named.kind })
    const key = nameFolded(values.name)
    const before = made.get(key)
    if (before) return before
    const party = newParty(ctx.mintId(), museumId, values, ctx, batchId)
    await insertParties(tx, [party])
    made.set(key, party)
    return party
  }
  return Object.assign(partyOf, { made: () => made.size })
}
