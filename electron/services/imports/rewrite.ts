import type { Kysely } from 'kysely'
import type { FieldId } from '../../../shared/catalogue/fields.ts'
import type { FieldValue, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { EXTRA, LITERAL } from '../../../shared/imports/compare.ts'
import { insertAudit, type Changes } from '../../store/audit.ts'
import { updateObject } from '../../store/catalogue.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { derive } from '../derive.ts'

export interface Rewriting {
  readonly values: Readonly<Partial<Record<FieldId, FieldValue>>>
  /** All of them, as they shall be. */
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  /** Field, `literals.<field>` or `extras.<heading>` → before and after. */
  readonly changes: Changes
}

/** Changes a record for a batch: fields and the texts beside them, with one audit row that can be taken back whole. */
export async function rewrite(
  tx: Kysely<Database>,
  museumId: string,
  before: ObjectRecord,
  { values: changed, literals, extras, changes }: Rewriting,
  ctx: Pick<Ctx, 'now' | 'today' | 'mintId' | 'person'>,
  why: { readonly action: 'imported' | 'undone'; readonly batchId: string }
): Promise<void> {
  const values = { ...before.values, ...changed }
  const at = ctx.now()
  await updateObject(
    tx,
    {
      id: before.id,
      museumId,
      revision: before.revision + 1,
      values,
      literals,
      extras,
      ...derive(values, ctx.today(), extras, literals),
      batchId: before.batchId,
      createdAt: before.createdAt,
      updatedAt: at,
    },
    before.revision
  )
  const entry = {
    id: ctx.mintId(),
    at,
    person: ctx.person,
    room: 'catalogue',
    recordId: before.id,
    reason: null,
  }
  await insertAudit(tx, [{ museumId, ...entry, ...why, changes }])
}

export const isLiteral = (key: string): boolean => key.startsWith(LITERAL)
export const isExtra = (key: string): boolean => key.startsWith(EXTRA)
