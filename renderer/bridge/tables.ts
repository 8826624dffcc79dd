import { NO_ADDITIONS } from '../../shared/vocabulary/additions.ts'
import { holdAdditions, tablesEdition } from '../../shared/vocabulary/held.ts'
import { shared } from '../kit/store.ts'
import { museum } from './museum.ts'

/** Which edition of the code tables the window holds: whoever draws values of them uses it, and is drawn anew. */
export const tables = shared(tablesEdition())

/** Reads what the open museum adds to the code tables; from then on lists, labels and hints go by it. */
export async function readTables(): Promise<void> {
  holdAdditions(await museum.vocabulary.own({}))
  tables.set(tablesEdition())
}

/** The next museum begins with the national tables. */
export function forgetTables(): void {
  holdAdditions(NO_ADDITIONS)
  tables.set(tablesEdition())
}
