import { z } from 'zod'
import { find } from '../catalogue/record.ts'
import { command } from '../contract/define.ts'
import { EVERYONE } from '../contract/roles.ts'

export const REPORTS = ['R1', 'R2'] as const
export type ReportId = (typeof REPORTS)[number]

/** The answer of the `reports.make` job. `file` is the name alone, not the path. */
export const reportResult = z.object({
  report: z.enum(REPORTS),
  rows: z.int(),
  ms: z.number(),
  file: z.string(),
})
export type ReportResult = z.output<typeof reportResult>

export const reports = {
  /** Writes a report into a file chosen by the user (a save token): starts a job whose answer is a `reportResult`. */
  make: command(
    EVERYONE,
    z.strictObject({ report: z.enum(REPORTS), file: z.string().max(200), find: find.optional() }),
    z.object({ job: z.string() })
  ),
} as const
