import { sets } from '../../shared/sets/contract.ts'
import { drainSetLong, fillSetLong } from '../services/sets/fill.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `fillResult`. */
export const fill: JobFn = (input, ctx) => {
  const { set, filling } = sets.fill.input.parse(input)
  return fillSetLong(ctx, set, filling)
}

/** Its answer is a `fillResult`. */
export const drain: JobFn = (input, ctx) => {
  const { set, chosen } = sets.drain.input.parse(input)
  return drainSetLong(ctx, set, chosen)
}
