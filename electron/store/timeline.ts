import type { Kysely } from 'kysely'
import type { Find } from '../../shared/catalogue/record.ts'
import { matching } from './find.ts'
import type { Database } from './schema.ts'

export interface YearsCounted {
  readonly start: number | null
  readonly end: number | null
  readonly value: string | null
  readonly count: number
}

/** How many objects have the same years and the same grade or category. */
export async function yearsCounted(
  db: Kysely<Database>,
  museumId: string,
  find: Find,
  by: 'grade' | 'category'
): Promise<YearsCounted[]> {
  const column = `object.${by}` as const
  const rows = await matching(db, museumId, find, true)
    .select(['object.era_start as start', 'object.era_end as end', `${column} as value`])
    .select((of) => of.fn.countAll<number | string>().as('count'))
    .groupBy(['object.era_start', 'object.era_end', column])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
