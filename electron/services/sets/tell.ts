import type { Kysely } from 'kysely'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import type { Changes } from '../../../shared/audit/rules.ts'
import { insertAudit } from '../../store/audit.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'

/** The audit row of a command on a saved view or a set. Answers its id. */
export async function enterDeed(
  tx: Kysely<Database>,
  museumId: string,
  ctx: Pick<Ctx, 'mintId' | 'now' | 'person'>,
  what: {
    readonly room: 'views' | 'sets'
    readonly action: AuditEntry['action']
    readonly id: string
    readonly changes?: Changes
    readonly entry?: string
  }
): Promise<string> {
  const id = what.entry ?? ctx.mintId()
  const { room, action, changes = {} } = what
  const head = { museumId, id, at: ctx.now(), person: ctx.person }
  await insertAudit(tx, [{ ...head, action, room, recordId: what.id, batchId: null, reason: null, changes }])
  return id
}
