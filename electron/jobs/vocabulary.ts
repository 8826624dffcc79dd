import { valueDeed } from '../../shared/vocabulary/deed.ts'
import { rehearseDeed } from '../services/vocabulary/rehearse.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `changeResult`. */
export const rehearse: JobFn = (input, ctx) => rehearseDeed(ctx, valueDeed.parse(input))
