import type { Kysely } from 'kysely'
import type { FieldId } from '../../../shared/catalogue/fields.ts'
import { find, ownIn, type FieldValue } from '../../../shared/catalogue/record.ts'
import { seqsOf } from '../../store/catalogue.ts'
import { recordPages } from '../../store/exchange.ts'
import { enterSearch } from '../../store/expressions.ts'
import type { Database } from '../../store/schema.ts'
import { additionsOf } from '../../store/vocabulary.ts'
import { withAdditions } from '../../../shared/vocabulary/adding.ts'
import { nationalTable } from '../../../shared/vocabulary/load.ts'
import { wordsOf } from '../derive.ts'
import type { Progress } from '../making.ts'

/** Makes the search index of a museum that has none yet: every object is entered, by the museum's own tables. */
export async function enterAllInSearch(
  db: Kysely<Database>,
  museumId: string,
  progress: Progress
): Promise<void> {
  // another museum may be open here: its tables are not this one's
  const periods = withAdditions(nationalTable('era'), 'era', await additionsOf(db, museumId))
  const labels = new Map(periods.values.map(({ code, label }) => [code, label]))
  let done = 0
  await db.transaction().execute(async (tx) => {
    for await (const page of recordPages(tx, museumId, find.parse({}), 500)) {
      const ids = page.map(({ id }) => id)
      const seqs = new Map((await seqsOf(tx, museumId, ids)).map(({ id, seq }) => [id, seq]))
      await enterSearch(
        tx,
        page.map(({ id, values, extras, literals, parts }) => {
          const valueOf = (field: FieldId): FieldValue => values[field]
          const beside = { own: ownIn(values), extras, literals, parts }
          const found = wordsOf(valueOf, beside, (code) => labels.get(code))
          return { museumId, seq: seqs.get(id) ?? 0, ...found }
        })
      )
      await progress('search', (done += page.length), null)
    }
  })
}
