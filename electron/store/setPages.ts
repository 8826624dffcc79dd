import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { ObjectRow } from '../../shared/catalogue/record.ts'
import { beyondFacets } from './conditions.ts'
import { matching, rowsOf, type PageWish } from './find.ts'
import { membersAfter } from './members.ts'
import type { Database } from './schema.ts'

const cursorShape = z.tuple([z.number(), z.number()])

/**
 * A page of a set in its own order: the places first, from a narrow index, then the rows of that page alone. What else the
 * find asks for narrows the places.
 */
export async function pageInSetOrder(
  db: Kysely<Database>,
  museumId: string,
  set: string,
  { find, sort, after, skip, limit }: PageWish
): Promise<{ rows: ObjectRow[]; next: string | null }> {
  const { set: _, ...others } = find
  const isPlain =
    find.text.trim() === '' &&
    beyondFacets(db, museumId, find).length === 0 &&
    Object.values(find.facets).every(({ length }) => length === 0)
  const places = await membersAfter(db, museumId, set, {
    after: after === null ? null : cursorShape.parse(JSON.parse(after)),
    skip,
    limit,
    descending: sort.descending,
    ...(isPlain ? {} : { among: sql`${matching(db, museumId, others, false).select('object.seq')}` }),
  })
  const rows = await rowsOf(
    db,
    museumId,
    places.map(({ seq }) => seq)
  )
  const last = places.at(-1)
  return {
    rows: places.flatMap(({ seq }) => rows.get(seq) ?? []),
    next: last && places.length === limit ? JSON.stringify([last.position, last.seq]) : null,
  }
}
