import { z } from 'zod'
import { changes } from '../../shared/changes/contract.ts'
import { commitChange } from '../services/changes/commit.ts'
import { rehearseChange } from '../services/changes/rehearse.ts'
import type { JobFn } from './jobFn.ts'

const order = z.strictObject({ batch: z.string(), name: z.string() })

/** Its answer is a `changeResult`. */
export const rehearse: JobFn = (input, ctx) => rehearseChange(ctx, changes.rehearse.input.parse(input))

/** Its answer is a `changeResult`. */
export const commit: JobFn = (input, ctx) => {
  const { batch, name } = order.parse(input)
  return commitChange(ctx, batch, name)
}
