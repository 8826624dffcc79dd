import { reportNumbers } from '../services/numbers/report.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `numbersReport`. */
export const report: JobFn = (_, ctx) => reportNumbers(ctx)
