import { z } from 'zod'
import { finding } from '../catalogue/record.ts'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'

const graded = z.object({ grade: z.string().nullable(), objects: z.int(), errors: z.int() })
const ruleCount = z.object({
  id: z.string(),
  /** Objects with such an error, such a warning, such a finding that was accepted. */
  errors: z.int(),
  warnings: z.int(),
  accepted: z.int(),
})

const acceptance = z.object({ reason: z.string(), person: z.string(), at: z.string() })
const weighed = finding.extend({ accepted: acceptance.nullable() })
export type Weighed = z.output<typeof weighed>

/** An object of the work list of a rule: `code` and `field` say what was found. */
const listed = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  field: z.string().nullable(),
  code: z.string(),
})

const twin = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string().nullable(),
  size: z.string().nullable(),
  pieces: z.int().nullable(),
  era: z.string().nullable(),
  grade: z.string().nullable(),
  place: z.string().nullable(),
  source: z.string().nullable(),
})
export type Twin = z.output<typeof twin>

export const judgeResult = z.object({ judged: z.int(), changed: z.int() })

const about = { id: z.uuid(), code: z.string().max(40), field: z.string().max(40).nullable() }

export const quality = {
  /** How the catalogue stands against the rules. `unjudged` objects come from an older program and count nowhere yet. */
  overview: query(
    EVERYONE,
    z.strictObject({}),
    z.object({
      objects: z.int(),
      unjudged: z.int(),
      /** Objects with an error; with a warning. */
      errors: z.int(),
      warnings: z.int(),
      /** errors ÷ objects, 0 for an empty catalogue. */
      errorRate: z.number(),
      grades: z.array(graded),
      rules: z.array(ruleCount),
    })
  ),
  /** The objects that a rule finds fault with, and where. At most `limit` findings. */
  list: query(
    EVERYONE,
    z.strictObject({ rule: z.string().max(12), limit: z.int().min(1).max(500).default(100) }),
    z.object({ found: z.array(listed) })
  ),
  /** N7: objects of the same name, size and number of parts, group by group. */
  duplicates: query(
    EVERYONE,
    z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    z.object({ groups: z.array(z.array(twin)), total: z.int() })
  ),
  /** What the rules find in one record as it is stored, with what was accepted. */
  ofRecord: query(EVERYONE, z.strictObject({ id: z.uuid() }), z.object({ findings: z.array(weighed) })),
  /** Accepts a finding with a reason; it falls away when the value that it is about changes. Fault: finding.missing. */
  accept: command(
    CATALOGUERS,
    z.strictObject({ ...about, reason: z.string().trim().min(1).max(500) }),
    z.object({ findings: z.array(weighed) })
  ),
  /** Takes an acceptance back. Fault: finding.missing. */
  withdraw: command(CATALOGUERS, z.strictObject(about), z.object({ findings: z.array(weighed) })),
  /** Judges all objects anew (`all`), or those that an older program wrote. The job's answer is a judgeResult. */
  judge: command(CATALOGUERS, z.strictObject({ all: z.boolean() }), z.object({ job: z.string() })),
} as const
