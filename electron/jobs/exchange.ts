import { z } from 'zod'
import { find } from '../../shared/catalogue/record.ts'
import { EXCHANGES } from '../../shared/exchange/contract.ts'
import { makeWhole as writeWhole } from '../services/exchange/whole.ts'
import { makeExchange } from '../services/exchange/make.ts'
import type { JobFn } from './jobFn.ts'

const order = z.strictObject({ exchange: z.enum(EXCHANGES), path: z.string(), find })

/** Its answer is an `exchangeResult`. */
export const make: JobFn = (input, ctx) => makeExchange(order.parse(input), ctx)

const whole = z.strictObject({ into: z.string() })

/** Its answer is a `wholeResult`. */
export const makeWhole: JobFn = (input, ctx) => writeWhole(whole.parse(input).into, ctx)
