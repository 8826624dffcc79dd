import type { Kysely } from 'kysely'
import { heldAdditions, holdAdditions } from '../../../shared/vocabulary/held.ts'
import { additionsOf } from '../../store/vocabulary.ts'
import type { Database } from '../../store/schema.ts'

/** The tables are from now on those of that museum as it stands in the store. */
export async function holdVocabulary(db: Kysely<Database>, museumId: string): Promise<void> {
  holdAdditions(await additionsOf(db, museumId))
}

/** A deed that may change the tables half-way: when it throws, the tables are what they were. */
export async function changingTables<T>(deed: () => Promise<T>): Promise<T> {
  const before = heldAdditions()
  try {
    return await deed()
  } catch (error) {
    holdAdditions(before)
    throw error
  }
}
