import { z } from 'zod'
import { find } from '../catalogue/record.ts'
import { command } from '../contract/define.ts'
import { CATALOGUERS } from '../contract/roles.ts'
import { MOST_NAMED, wish } from './wish.ts'

/** Which records: those named, or all that a find finds but for a few. The window never holds a list of them all. */
export const chosen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('these'), ids: z.array(z.uuid()).min(1).max(MOST_NAMED) }),
  z.strictObject({ kind: z.literal('found'), find, except: z.array(z.uuid()).max(MOST_NAMED) }),
])
export type Chosen = z.output<typeof chosen>

const value = z.union([z.string(), z.number()]).nullable()

/** What becomes of one field: in how many records, and which values become which, commonest first. */
const fieldTally = z.object({
  field: z.string(),
  changed: z.int(),
  pairs: z.array(z.object({ before: value, after: value, count: z.int() })),
  /** Records whose pair is not among `pairs`. */
  others: z.int(),
})

/**
 * The answer of `changes.rehearse` and `changes.commit`. The cells themselves are read page by page: `imports.lines` of
 * the batch, where `row` is the revision that was shown.
 */
export const changeResult = z.object({
  batch: z.string(),
  chosen: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  fields: z.array(fieldTally),
  /** Findings that a record has afterwards and has not now: code → records. */
  findings: z.record(z.string(), z.int()),
  /** Records somebody has changed since the rehearsal: left as they are. At most 1000 are named, `left` counts all. */
  left: z.int(),
  skipped: z.array(z.object({ id: z.string(), number: z.string().nullable(), name: z.string().nullable() })),
})
export type ChangeResult = z.output<typeof changeResult>

const started = z.object({ job: z.string() })

export const changes = {
  /** Works out every cell of a bulk change and changes nothing: the job's answer is a `changeResult`. */
  rehearse: command(CATALOGUERS, z.strictObject({ chosen, wish }), started),
  /** Does what was rehearsed, as one batch under a name: the job's answer is a `changeResult`. */
  commit: command(
    CATALOGUERS,
    z.strictObject({ batch: z.string().max(80), name: z.string().trim().min(1).max(200) }),
    started
  ),
} as const
