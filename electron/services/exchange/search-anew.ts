import type { Kysely } from 'kysely'
import { find } from '../../../shared/catalogue/record.ts'
import { seqsOf } from '../../store/catalogue.ts'
import { recordPages } from '../../store/exchange.ts'
import { enterSearch } from '../../store/expressions.ts'
import type { Database } from '../../store/schema.ts'
import { derive } from '../derive.ts'
import type { Progress } from '../making.ts'

/** Makes the search index of a museum that has none yet: every object is entered. `today` is the museum's day. */
export async function enterAllInSearch(
  db: Kysely<Database>,
  museumId: string,
  today: string,
  progress: Progress
): Promise<void> {
  let done = 0
  await db.transaction().execute(async (tx) => {
    for await (const page of recordPages(tx, museumId, find.parse({}), 500)) {
      const ids = page.map(({ id }) => id)
      const seqs = new Map((await seqsOf(tx, museumId, ids)).map(({ id, seq }) => [id, seq]))
      await enterSearch(
        tx,
        page.map(({ id, values, extras, literals }) => {
          const { words, initials } = derive(values, today, extras, literals)
          return { museumId, seq: seqs.get(id) ?? 0, words, initials }
        })
      )
      await progress('search', (done += page.length), null)
    }
  })
}
