import { backUp } from '../services/backup.ts'
import { checkMuseum } from '../services/check.ts'
import type { JobFn } from './jobFn.ts'

/** Its answer is a `checkResult`. */
export const check: JobFn = (_, ctx) => checkMuseum(ctx)

/** Its answer is a `backupResult`. */
export const backup: JobFn = (_, ctx) => backUp(ctx)
