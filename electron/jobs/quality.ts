import { z } from 'zod'
import { judgeObjects } from '../services/quality/judge.ts'
import type { JobFn } from './jobFn.ts'

const order = z.strictObject({ all: z.boolean() })

/** Its answer is a `judgeResult`. */
export const judge: JobFn = (input, ctx) => judgeObjects(ctx, order.parse(input).all)
