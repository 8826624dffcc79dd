import type { Kysely } from 'kysely'
import { z } from 'zod'
import { asShown } from '../../../shared/changes/rules.ts'
import type { ChangeResult } from '../../../shared/changes/contract.ts'
import { fieldsIn, wish } from '../../../shared/changes/wish.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportLine } from '../../../shared/imports/contract.ts'
import { ownFields } from '../../store/fields.ts'
import { batchById, deleteLines, linesAfter, updateBatch, type BatchRow } from '../../store/imports.ts'
import type { Database } from '../../store/schema.ts'
import { objectsByIds } from '../../store/undo.ts'
import type { JobCtx } from '../context.ts'
import { refuseRedefined, revisionsOf } from '../fields/judging.ts'
import { readLine } from '../imports/lines.ts'
import { rewriteMany, type Rewritten } from '../rewrite.ts'
import { write } from '../write.ts'
import { tallyOf } from './tally.ts'

const CHUNK = 500

/** A rehearsed bulk change; `batch.missing` where there is none or where it has been done. */
export async function rehearsedChange(
  db: Kysely<Database>,
  museumId: string,
  batchId: string
): Promise<BatchRow> {
  const batch = await batchById(db, museumId, batchId)
  if (batch?.kind !== 'bulk' || batch.status !== 'rehearsed') throw new Fault('batch.missing')
  return batch
}

/**
 * Does a rehearsed bulk change: exactly the cells that were shown, in one transaction, with an audit row for each record.
 * A record that somebody has changed since it was shown is left as it is and named. Cancelled or killed nothing is done.
 * Fault: `batch.missing`.
 */
export async function commitChange(ctx: JobCtx, batchId: string, name: string): Promise<ChangeResult> {
  const result = await write(ctx, async (tx, { id: museumId }) => {
    const batch = await rehearsedChange(tx, museumId, batchId)
    const shown = plan.parse(JSON.parse(batch.plan))
    const fields = fieldsIn(shown.wish)
    refuseRedefined(revisionsOf(await ownFields(tx, museumId), shown.wish), shown.own)
    const tally = tallyOf(batchId)
    const why = { action: 'amended', batchId, reason: null } as const
    let after = 0
    for (;;) {
      const rows = await linesAfter(tx, museumId, batchId, { verdict: 'change' }, after, CHUNK)
      const last = rows.at(-1)
      if (!last) break
      after = last.position
      const many = await standing(tx, museumId, rows.map(readLine), tally)
      await rewriteMany(tx, museumId, fields, many, ctx, why)
      await ctx.progress('writing', after, batch.changed + batch.refused)
    }
    await deleteLines(tx, museumId, batchId)
    const done = tally.result()
    const { changed } = done
    const told = { ...done, refused: batch.refused, unchanged: batch.unchanged }
    const set = { name, status: 'committed', changed, result: JSON.stringify(told), created_at: ctx.now() }
    await updateBatch(tx, museumId, batchId, set)
    return told
  })
  ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'imports'] })
  return result
}

/** The records of some lines that are as they were shown, with what becomes of them; the others are counted as left. */
async function standing(
  tx: Kysely<Database>,
  museumId: string,
  lines: readonly ImportLine[],
  tally: ReturnType<typeof tallyOf>
): Promise<Rewritten[]> {
  const ids = lines.flatMap(({ objectId }) => objectId ?? [])
  const records = await objectsByIds(tx, museumId, ids)
  return lines.flatMap((line): Rewritten[] => {
    const { objectId, row, number, name } = line
    const before = records.get(objectId ?? '')
    if (before?.revision !== row) {
      tally.skip({ id: objectId ?? '', number, name })
      return []
    }
    tally.add(line)
    return [{ before, rewriting: asShown(before, line.changes) }]
  })
}

const plan = z.object({ wish, own: z.record(z.string(), z.int()).default({}) })
