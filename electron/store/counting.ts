import { FACETS, type Facet } from '../../shared/catalogue/fields.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import { isOwnId, type OwnId } from '../../shared/fields/record.ts'

/** What is counted: a facet of the national table, or a code list of the museum's own. */
export type Counting = Facet | OwnId

/** What a find chooses of each facet, of those that choose anything. */
export function chosenOf({ facets, own = {} }: Find): Map<Counting, readonly (string | null)[]> {
  const chosen = new Map<Counting, readonly (string | null)[]>()
  for (const facet of FACETS) chosen.set(facet, facets[facet] ?? [])
  for (const [id, values] of Object.entries(own)) if (isOwnId(id)) chosen.set(id, values)
  for (const [key, { length }] of chosen) if (length === 0) chosen.delete(key)
  return chosen
}
