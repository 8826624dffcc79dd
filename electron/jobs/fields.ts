import { fields } from '../../shared/fields/contract.ts'
import { convertField } from '../services/fields/convert.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `convertResult`. */
export const convert: JobFn = (input, ctx) => convertField(ctx, fields.convert.input.parse(input))
