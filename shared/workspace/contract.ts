import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { FAULTS } from '../contract/faults.ts'
import { ADMINISTRATORS, CATALOGUERS, EVERYONE } from '../contract/roles.ts'

export const PROVINCES = ['default', 'shanxi', 'henan'] as const

const museum = z.object({
  id: z.string(),
  name: z.string(),
  province: z.enum(PROVINCES),
  code: z.string().nullable(),
  /** The folder's own name, never its path. */
  folder: z.string(),
  sample: z.boolean(),
  /** The disk cannot keep the journal that is quick and safe; the safe one is kept, and everything takes longer. */
  slowDisk: z.boolean(),
  /** The last session did not end by closing the program. */
  uncleanEnd: z.boolean(),
  objects: z.int(),
})

export const fault = z.object({
  code: z.enum(FAULTS),
  detail: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])
  ),
})

/** A job's row: what it is, how far it is, how it ended. A crash leaves `interrupted`. */
export const job = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['queued', 'running', 'finished', 'failed', 'cancelled', 'interrupted']),
  stage: z.string().nullable(),
  done: z.number(),
  total: z.number().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  fault: fault.nullable(),
  /** What the job answers with; its shape is the room's (shared/<room>/jobs.ts). */
  result: z.unknown(),
})
export type Job = z.output<typeof job>

const recent = z.object({
  token: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
  there: z.boolean(),
})

/** The answer of the `workspace.check` job: what is wrong, in the museum's words; never a path. */
export const checkResult = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ code: z.string(), where: z.string() })),
})
export type CheckResult = z.output<typeof checkResult>

/** The answer of the `workspace.backup` job: the copy's name, and its size in bytes. */
export const backupResult = z.object({ file: z.string(), bytes: z.int() })
export type BackupResult = z.output<typeof backupResult>

export const workspace = {
  /** What is open, and what was open lately. */
  state: query(
    EVERYONE,
    z.strictObject({}),
    z.object({
      museum: museum.nullable(),
      recent: z.array(recent),
      person: z.string(),
      /** Why the museum that was to be opened at the start is not open. */
      refused: fault.nullable(),
    })
  ),
  create: command(
    ADMINISTRATORS,
    z.strictObject({
      folder: z.string().max(200),
      name: z.string().trim().min(1).max(100),
      province: z.enum(PROVINCES),
    }),
    z.object({ museum })
  ),
  open: command(EVERYONE, z.strictObject({ folder: z.string().max(200) }), z.object({ museum })),
  /**
   * The made-up 云河县博物馆, written into the program's own folder the first time: `making` events tell how far that is,
   * `stopMaking` ends it with `call.cancelled`.
   */
  openSample: command(EVERYONE, z.strictObject({}), z.object({ museum })),
  /**
   * Brings a whole museum back that `exchange.makeWhole` has written to the folder `from`, into an empty folder, and opens
   * it. `making` events and `stopMaking` as with the sample.
   */
  bring: command(
    ADMINISTRATORS,
    z.strictObject({ from: z.string().max(200), folder: z.string().max(200) }),
    z.object({ museum })
  ),
  stopMaking: command(EVERYONE, z.strictObject({}), z.object({ stopped: z.boolean() })),
  close: command(EVERYONE, z.strictObject({}), z.object({})),
  job: query(EVERYONE, z.strictObject({ id: z.string().max(80) }), z.object({ job })),
  jobs: query(
    EVERYONE,
    z.strictObject({ limit: z.int().min(1).max(200).default(20) }),
    z.object({ jobs: z.array(job) })
  ),
  cancel: command(EVERYONE, z.strictObject({ id: z.string().max(80) }), z.object({ cancelled: z.boolean() })),
  /** Small things the window remembers for this museum: column layout, chosen theme. */
  setting: query(EVERYONE, z.strictObject({ key: z.string().max(80) }), z.object({ value: z.unknown() })),
  keepSetting: command(
    EVERYONE,
    z.strictObject({ key: z.string().regex(/^[a-z][a-zA-Z.]{0,79}$/), value: z.json() }),
    z.object({})
  ),
  /** Is the museum whole? Integrity, foreign keys, search index, pictures, originals: a job that answers a `checkResult`. */
  check: command(EVERYONE, z.strictObject({}), z.object({ job: z.string() })),
  /** A dated copy in backups/: a job that answers a `backupResult`. */
  backup: command(CATALOGUERS, z.strictObject({}), z.object({ job: z.string() })),
  stats: query(
    EVERYONE,
    z.strictObject({}),
    z.object({ objects: z.int(), actualQuantity: z.int(), drafts: z.int(), batches: z.int(), media: z.int() })
  ),
} as const
