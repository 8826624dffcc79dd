import { people } from '../../shared/people/contract.ts'
import { takeTexts } from '../services/people/take.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `takenResult`. */
export const take: JobFn = (input, ctx) => {
  const { name, texts } = people.take.input.parse(input)
  return takeTexts(ctx, name, texts)
}
