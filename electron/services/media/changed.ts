import type { Kysely } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { write } from '../write.ts'
import { enterChanges } from './history.ts'

/** What was done to the things of an object. */
export interface Done {
  readonly objectId: string
  readonly changes: Changes
}

/** One deed on an object's pictures, marks or attachments: one transaction, one entry of its history, one reply. */
export async function changed(
  ctx: Ctx,
  deed: (tx: Kysely<Database>, museumId: string) => Promise<Done>
): Promise<{ entryId: string | null }> {
  const entryId = await write(ctx, async (tx, { id: museumId }) => {
    const { objectId, changes } = await deed(tx, museumId)
    return enterChanges(tx, museumId, objectId, changes, ctx)
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit'] })
  return { entryId }
}
