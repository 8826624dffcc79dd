import { z } from 'zod'
import { find } from '../../shared/catalogue/record.ts'
import { REPORTS } from '../../shared/reports/contract.ts'
import { makeReport } from '../services/reports/make.ts'
import type { JobFn } from './jobFn.ts'

const order = z.strictObject({ report: z.enum(REPORTS), path: z.string(), find })

/** Its answer is a `reportResult`. */
export const make: JobFn = (input, ctx) => makeReport(order.parse(input), ctx)
