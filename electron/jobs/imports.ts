import { z } from 'zod'
import { sheetPlan } from '../../shared/imports/contract.ts'
import { bringImport } from '../services/imports/bring.ts'
import { commitImport } from '../services/imports/commit.ts'
import { inspectFile } from '../services/imports/inspect.ts'
import { rehearseImport } from '../services/imports/rehearse.ts'
import { undoBatch } from '../services/imports/undo.ts'
import type { JobFn } from './jobFn.ts'

const file = z.strictObject({ path: z.string(), file: z.string() })
const batch = z.strictObject({ batch: z.string() })

/** Its answer is an `inspection`. */
export const inspect: JobFn = (input, ctx) => {
  const order = file.parse(input)
  return inspectFile(ctx, order.path, order.file)
}

/** Its answer is an `importResult`. */
export const rehearse: JobFn = (input, ctx) =>
  rehearseImport(ctx, file.extend({ sheets: z.array(sheetPlan) }).parse(input))

/** Its answer is an `importResult`. */
export const commit: JobFn = (input, ctx) => {
  const order = batch.extend({ name: z.string() }).parse(input)
  return commitImport(ctx, order.batch, order.name)
}

/** Its answer is an `importResult`. */
export const bring: JobFn = (input, ctx) =>
  bringImport(
    ctx,
    file
      .extend({
        name: z.string(),
        sheet: z.string().nullable(),
        mapping: z.record(z.string(), z.string()),
        dryRun: z.boolean(),
      })
      .parse(input)
  )

/** Its answer is an `undoResult`. */
export const undo: JobFn = (input, ctx) => undoBatch(ctx, batch.parse(input).batch)
