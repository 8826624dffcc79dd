import { createHash } from 'node:crypto'
import { z } from 'zod'
import { typed } from '../../../shared/audit/rules.ts'
import { chosen, type Chosen } from '../../../shared/changes/contract.ts'
import { fieldsRecoded, recode, recoded } from '../../../shared/changes/recode.ts'
import { wished, type Wished } from '../../../shared/changes/rules.ts'
import { fieldsIn, wish } from '../../../shared/changes/wish.ts'
import type { FieldKey, ObjectRecord } from '../../../shared/catalogue/record.ts'
import type { OwnField } from '../../../shared/fields/record.ts'
import { valueDeed } from '../../../shared/vocabulary/deed.ts'
import { heldAdditions } from '../../../shared/vocabulary/held.ts'
import type { BatchRow } from '../../store/imports.ts'
import { definedAs } from '../fields/judging.ts'

/** What a bulk change does to which records: what somebody wishes of them, or what follows from a change of a code table. */
const changePlan = z.object({
  chosen,
  wish: wish.exactOptional(),
  recode: recode.exactOptional(),
  deed: valueDeed.exactOptional(),
})
export type ChangePlan = Omit<z.output<typeof changePlan>, 'chosen'> & { readonly chosen: Chosen }

/** What its records were judged by: the museum's own fields (id → revision) and code tables (a hash of its additions). */
const judgedWith = z.object({ own: z.record(z.string(), z.int()), tables: z.string() })
const rehearsedPlan = changePlan.extend({ judgedBy: judgedWith })

/** The plan that a batch was rehearsed with. */
export const planOf = (batch: Pick<BatchRow, 'plan'>): z.output<typeof rehearsedPlan> =>
  rehearsedPlan.parse(JSON.parse(batch.plan))

/** What records are judged by just now. */
export const judgedBy = (own: readonly OwnField[]): z.output<typeof judgedWith> => ({
  own: definedAs(own),
  tables: createHash('sha256').update(JSON.stringify(heldAdditions())).digest('hex'),
})

/** What it makes of one record. */
export function madeBy(
  { wish: wanted, recode: coded }: ChangePlan,
  record: ObjectRecord,
  own: readonly OwnField[]
): Wished {
  if (wanted) return wished(record, wanted, new Map(own.map((field) => [field.id, field])))
  return typed(record, coded ? recoded(record.values, coded) : {})
}

/** The fields it may change; 原名 takes up the names that go (N8). */
export function fieldsOf({ wish: wanted, recode: coded }: ChangePlan): FieldKey[] {
  if (!wanted) return coded ? fieldsRecoded(coded) : []
  const fields = fieldsIn(wanted)
  return fields.includes('name') ? [...new Set<FieldKey>([...fields, 'formerName'])] : fields
}
