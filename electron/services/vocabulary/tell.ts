import type { Kysely } from 'kysely'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import type { TableName } from '../../../shared/vocabulary/names.ts'
import { insertAudit } from '../../store/audit.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'

/** Whose room an entry of the history is, and what it is about: `material/0190…`. */
export const ROOM = 'vocabulary'

/** One audit row for a change of a table; of a batch, it names the batch. */
export async function tellTable(
  tx: Kysely<Database>,
  museumId: string,
  about: { readonly table: TableName; readonly code: string },
  what: {
    readonly action: AuditEntry['action']
    readonly changes: AuditEntry['changes']
    readonly batchId?: string
  },
  ctx: Pick<Ctx, 'now' | 'mintId' | 'person'>
): Promise<void> {
  const entry = { museumId, id: ctx.mintId(), at: ctx.now(), person: ctx.person, room: ROOM }
  const recordId = `${about.table}/${about.code}`
  const { action, changes, batchId = null } = what
  await insertAudit(tx, [{ ...entry, recordId, action, changes, batchId, reason: null }])
}
