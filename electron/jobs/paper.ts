import { z } from 'zod'
import { paperWish } from '../../shared/paper/contract.ts'
import { makePaper } from '../services/paper/make.ts'
import type { JobFn } from './jobFn.ts'

const order = z.strictObject({ wish: paperWish, path: z.string() })

/** Its answer is a `paperResult`. */
export const make: JobFn = (input, ctx) => makePaper(order.parse(input), ctx)
