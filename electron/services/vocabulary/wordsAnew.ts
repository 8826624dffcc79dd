import type { Kysely } from 'kysely'
import { ownIn } from '../../../shared/catalogue/record.ts'
import { newVersion } from '../../store/catalogue.ts'
import { chosenRecords, searchAnew } from '../../store/changes.ts'
import type { Database } from '../../store/schema.ts'
import { wordsOf } from '../derive.ts'

/** Objects of a period are found by its label: when that changes, their words in the search index do. */
export async function wordsAnew(tx: Kysely<Database>, museumId: string, code: string): Promise<void> {
  const find = { text: '', facets: {}, value: { field: 'era', value: code } } as const
  for await (const records of chosenRecords(tx, museumId, { kind: 'found', find, except: [] }))
    await searchAnew(
      tx,
      museumId,
      records.map(({ id, values, extras, literals, parts }) => ({
        id,
        museumId,
        ...wordsOf((field) => values[field], { own: ownIn(values), extras, literals, parts }),
      }))
    )
  await newVersion(tx, museumId)
}
