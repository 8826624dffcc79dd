import type { Transaction } from 'kysely'
import { asFault } from '../store/health.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx, OpenMuseum } from './context.ts'

/**
 * One command is one transaction, alone among all that write here. Nothing of a deed that throws remains; the store's
 * own refusals (disk full, damaged, locked) become faults.
 */
export async function write<T>(
  ctx: Ctx,
  deed: (tx: Transaction<Database>, museum: OpenMuseum) => Promise<T>
): Promise<T> {
  const museum = ctx.museum()
  try {
    return await ctx.alone(() => museum.db.transaction().execute((tx) => deed(tx, museum)))
  } catch (error) {
    throw asFault(error)
  }
}
