import type { Kysely } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import { isConfidential, partyChanges } from '../../../shared/people/record.ts'
import { LINK, PARTY, PRESENT, readLinkKey, readPartyKey } from '../../../shared/people/rules.ts'
import { partyValuesOf } from '../../store/people.ts'
import { linksByIds } from '../../store/partyLinks.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { setLinkPresence } from './links.ts'
import {
  refuseOther,
  rewriteParty,
  seesContact,
  tellHistory,
  theParty,
  typedParty,
  type Hand,
} from './party.ts'

export const isOfPeople = (changes: Changes): boolean =>
  Object.keys(changes).some((key) => key.startsWith(PARTY) || key.startsWith(LINK))

const BACK = { action: 'reverted', batchId: null, reason: null } as const

/**
 * Takes changes of a party, or of the people of an object, back: each unless somebody has changed the same since; those are
 * named in `left`. Fault: party.merged.
 */
export async function peopleTakenBack(
  tx: Kysely<Database>,
  museumId: string,
  recordId: string,
  done: Changes,
  ctx: Hand
): Promise<{ readonly made: string | null; readonly left: string[] }> {
  const left: string[] = []
  const linkChanges: Record<string, readonly [string | null, string | null]> = {}
  const links = await linksByIds(
    tx,
    museumId,
    Object.keys(done).flatMap((key) => readLinkKey(key) ?? [])
  )
  for (const [key, [before]] of Object.entries(done)) {
    const id = readLinkKey(key)
    if (id === null) continue
    const row = links.get(id)
    const change = row ? await setLinkPresence(tx, museumId, row, before !== null, ctx) : null
    if (change === null) left.push(key)
    else Object.assign(linkChanges, change)
  }
  const made =
    Object.keys(linkChanges).length === 0
      ? null
      : await tellHistory(tx, museumId, recordId, linkChanges, ctx, BACK)
  const ofParty = Object.entries(done).filter(([key]) => key.startsWith(PARTY) && key !== PRESENT)
  if (ofParty.length === 0) return { made, left }
  const row = await theParty(tx, museumId, recordId)
  refuseOther(row, row.revision)
  const values = partyValuesOf(row)
  const back: Record<string, unknown> = {}
  for (const [key, [before, after]] of ofParty) {
    const field = readPartyKey(key)
    if (field === null) continue
    if (values[field] === after) back[field] = before
    else left.push(key)
  }
  const entry = await rewriteParty(tx, museumId, row, typedParty(values, partyChanges.parse(back)), ctx, BACK)
  return { made: entry, left }
}

/** The history for those who may only look: what is confidential says that it changed, and not what it was. */
export function discreet(entries: readonly AuditEntry[], ctx: Pick<Ctx, 'roles'>): AuditEntry[] {
  if (seesContact(ctx)) return [...entries]
  const hide = (value: string | number | null) => (value === null ? null : '＊＊＊')
  return entries.map((entry) => ({
    ...entry,
    changes: Object.fromEntries(
      Object.entries(entry.changes).map(([key, [before, after]]) => {
        const field = readPartyKey(key)
        return [key, field !== null && isConfidential(field) ? [hide(before), hide(after)] : [before, after]]
      })
    ),
  }))
}
