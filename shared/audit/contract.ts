import { z } from 'zod'
import { command, query } from '../contract/define.ts'
import { CATALOGUERS, EVERYONE } from '../contract/roles.ts'

const value = z.union([z.string(), z.number()]).nullable()

export const auditEntry = z.object({
  id: z.string(),
  at: z.string(),
  person: z.string(),
  action: z.enum([
    ...['registered', 'imported', 'amended', 'reverted', 'undone', 'accepted', 'withdrawn'],
    // of saved views and sets
    ...['made', 'removed', 'restored', 'put', 'taken', 'moved'],
  ] as const),
  recordId: z.string(),
  batchId: z.string().nullable(),
  batchName: z.string().nullable(),
  reason: z.string().nullable(),
  /** Field → [before, after]. A registration carries no changes: it is the present less what came later. */
  changes: z.record(z.string(), z.tuple([value, value])),
})
export type AuditEntry = z.output<typeof auditEntry>

export const audit = {
  /** Who changed what in one record, newest first. */
  ofRecord: query(
    EVERYONE,
    z.strictObject({ recordId: z.uuid() }),
    z.object({ entries: z.array(auditEntry) })
  ),
  /**
   * Takes back one entry, or some of its fields: a new entry, never an erasure. Fields that someone has changed
   * since are left alone and named in `skipped`.
   */
  revert: command(
    CATALOGUERS,
    z.strictObject({ entryId: z.string().max(80), fields: z.array(z.string().max(80)).max(100).optional() }),
    z.object({ entryId: z.string().nullable(), recordId: z.string(), skipped: z.array(z.string()) })
  ),
} as const
