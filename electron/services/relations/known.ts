import type { Kysely } from 'kysely'
import { isMutual, WHOLE } from '../../../shared/relations/kinds.ts'
import { endsBefore, relationsBetween } from '../../store/relations.ts'
import type { Database } from '../../store/schema.ts'

/**
 * Why two objects cannot be related so: `known`, for the same relation twice says nothing more; `loop`, for a whole is no
 * part of its own parts, nor an original the copy of its copy. Null where they can.
 */
export async function whyNot(
  tx: Kysely<Database>,
  museumId: string,
  kind: string,
  from: string,
  to: string
): Promise<'known' | 'loop' | null> {
  const between = (await relationsBetween(tx, museumId, from, to)).filter((row) => row.kind === kind)
  if (between.some((row) => isMutual(kind) || row.from_id === from)) return 'known'
  if (between.length > 0) return 'loop'
  if (kind !== WHOLE) return null
  const seen = new Set<string>()
  for (let above = [from]; above.length > 0;) {
    if (above.includes(to)) return 'loop'
    for (const id of above) seen.add(id)
    above = (await endsBefore(tx, museumId, kind, above)).filter((id) => !seen.has(id))
  }
  return null
}
