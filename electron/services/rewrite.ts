import type { Kysely } from 'kysely'
import type { Rewriting } from '../../shared/audit/rules.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { insertAudit } from '../store/audit.ts'
import { isNumberTaken, updateObject } from '../store/catalogue.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { acceptancesKept, weighed } from './acceptances.ts'
import { derive, judged } from './derive.ts'

export interface Why {
  readonly action: AuditEntry['action']
  readonly batchId: string | null
  readonly reason: string | null
}

/**
 * Changes a record that was just read: new revision, derived values, and one audit row that can be taken back whole.
 * Answers the audit entry's id, or null where nothing changes. Faults: record.numberTaken, record.changedMeanwhile.
 */
export async function rewrite(
  tx: Kysely<Database>,
  museumId: string,
  before: ObjectRecord,
  { values: changed, literals, extras, changes }: Rewriting,
  ctx: Pick<Ctx, 'now' | 'today' | 'mintId' | 'person'>,
  why: Why
): Promise<string | null> {
  if (Object.keys(changes).length === 0) return null
  const values = { ...before.values, ...changed }
  if ('number' in changes || 'numberType' in changes) {
    await refuseTakenNumber(tx, museumId, before.id, values)
  }
  const at = ctx.now()
  const head = { id: before.id, museumId, revision: before.revision + 1, batchId: before.batchId }
  const known = judged(values, ctx.today(), literals)
  const accepted = await acceptancesKept(tx, museumId, before.id, known, Object.keys(changes))
  const derived = derive(values, ctx.today(), extras, literals, weighed(known, accepted))
  const stamp = { createdAt: before.createdAt, updatedAt: at }
  await updateObject(tx, { ...head, values, literals, extras, ...derived, ...stamp }, before.revision)
  const id = ctx.mintId()
  const entry = { museumId, id, at, person: ctx.person, room: 'catalogue', recordId: before.id }
  await insertAudit(tx, [{ ...entry, ...why, changes }])
  return id
}

/** `record.numberTaken` where another object of the same number type has it. */
export async function refuseTakenNumber(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  { number, numberType }: Pick<ObjectRecord['values'], 'number' | 'numberType'>
): Promise<void> {
  const wanted = String(number ?? '')
  if (await isNumberTaken(tx, museumId, String(numberType ?? ''), wanted, id))
    throw new Fault('record.numberTaken', { number: wanted })
}
