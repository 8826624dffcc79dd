import { z } from 'zod'
import { chosen, type Chosen } from '../../../shared/changes/contract.ts'
import { fieldsRecoded, recode, recoded } from '../../../shared/changes/recode.ts'
import { fieldsIn, wished, type Wished } from '../../../shared/changes/rules.ts'
import { wish } from '../../../shared/changes/wish.ts'
import type { FieldId } from '../../../shared/catalogue/fields.ts'
import type { AllFieldValues } from '../../../shared/catalogue/record.ts'
import { valueDeed } from '../../../shared/vocabulary/deed.ts'
import type { BatchRow } from '../../store/imports.ts'

/** What a bulk change does to which records: what somebody wishes of them, or what follows from a change of a code table. */
const changePlan = z.object({
  chosen,
  wish: wish.exactOptional(),
  recode: recode.exactOptional(),
  deed: valueDeed.exactOptional(),
})
export type ChangePlan = Omit<z.output<typeof changePlan>, 'chosen'> & { readonly chosen: Chosen }

/** The plan that a batch was rehearsed with. */
export const planOf = (batch: Pick<BatchRow, 'plan'>): ChangePlan => changePlan.parse(JSON.parse(batch.plan))

/** What it makes of one record. */
export function madeBy({ wish: wanted, recode: coded }: ChangePlan, before: AllFieldValues): Wished {
  if (wanted) return wished(before, wanted)
  return { values: coded ? recoded(before, coded) : {} }
}

/** The fields it may change. */
export const fieldsOf = ({ wish: wanted, recode: coded }: ChangePlan): FieldId[] =>
  wanted ? fieldsIn(wanted) : coded ? fieldsRecoded(coded) : []
