import type { Kysely } from 'kysely'
import { asShown } from '../../../shared/changes/rules.ts'
import type { ChangeResult } from '../../../shared/changes/contract.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportLine } from '../../../shared/imports/contract.ts'
import { ownFields } from '../../store/fields.ts'
import { revisionsOf, type JudgedChange } from '../../store/changes.ts'
import {
  batchById,
  deleteLines,
  linesAfter,
  updateBatch,
  type BatchRow,
  type LineRow,
} from '../../store/imports.ts'
import { acceptancesOf } from '../../store/quality.ts'
import type { Database } from '../../store/schema.ts'
import { objectsByIds } from '../../store/undo.ts'
import type { JobCtx } from '../context.ts'
import { definedAs, refuseRedefined } from '../fields/judging.ts'
import { readLine } from '../imports/lines.ts'
import { rewriteJudged, rewriteMany, type Rewritten } from '../rewrite.ts'
import { write } from '../write.ts'
import { doDeed, refuseLeftBehind } from '../vocabulary/deeds.ts'
import { changingTables } from '../vocabulary/holding.ts'
import { fieldsOf, judgedBy, planOf } from './plan.ts'
import { judgedChange } from './outcome.ts'
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
 * A record that somebody has changed since it was shown is left as it is and named; where a code table changes with the
 * records, it is all of them or none. Cancelled or killed nothing is done. Faults: `batch.missing`, `vocabulary.shownAnew`.
 */
export async function commitChange(ctx: JobCtx, batchId: string, name: string): Promise<ChangeResult> {
  const { result, rooms } = await changingTables(() => write(ctx, committing(ctx, batchId, name)))
  ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'imports', ...rooms] })
  return result
}

const committing =
  (ctx: JobCtx, batchId: string, name: string) =>
  async (tx: Kysely<Database>, { id: museumId }: { readonly id: string }) => {
    const batch = await rehearsedChange(tx, museumId, batchId)
    const plan = planOf(batch)
    const fields = fieldsOf(plan)
    const own = await ownFields(tx, museumId)
    refuseRedefined(definedAs(own), plan.judgedBy.own, fields)
    if (plan.deed) await doDeed(tx, museumId, plan.deed, batchId, ctx)
    // what the rules find was worked out by the definitions and the tables of then
    const trusted = JSON.stringify(judgedBy(own)) === JSON.stringify(plan.judgedBy)
    const tally = tallyOf(batchId)
    const why = { action: 'amended', batchId, reason: null } as const
    let after = 0
    for (;;) {
      const rows = await linesAfter(tx, museumId, batchId, { verdict: 'change' }, after, CHUNK)
      const last = rows.at(-1)
      if (!last) break
      after = last.position
      const { judged, others } = await standing(tx, museumId, rows, tally, trusted)
      await rewriteJudged(tx, museumId, judged, ctx, why)
      await rewriteMany(tx, museumId, fields, others, ctx, why)
      await ctx.progress('writing', after, batch.changed + batch.refused)
    }
    await deleteLines(tx, museumId, batchId)
    const done = tally.result()
    const { changed } = done
    if (plan.deed) await refuseLeftBehind(tx, museumId, plan.deed, done.left)
    const told = { ...done, refused: batch.refused, unchanged: batch.unchanged }
    const set = { name, status: 'committed', changed, result: JSON.stringify(told), created_at: ctx.now() }
    await updateBatch(tx, museumId, batchId, set)
    return { result: told, rooms: plan.deed ? ['vocabulary'] : [] }
  }

interface Standing {
  /** Of which the rehearsal worked out all that is written. */
  readonly judged: readonly JudgedChange[]
  readonly others: readonly Rewritten[]
}

/** The records of some lines that are as they were shown, with what becomes of them; the others are counted as left. */
async function standing(
  tx: Kysely<Database>,
  museumId: string,
  rows: readonly LineRow[],
  tally: ReturnType<typeof tallyOf>,
  trusted: boolean
): Promise<Standing> {
  const ids = rows.flatMap((row) => row.object_id ?? [])
  const revisions = await revisionsOf(tx, museumId, ids)
  const accepted = new Set((await acceptancesOf(tx, museumId, ids)).map((one) => one.object_id))
  const judged: JudgedChange[] = []
  const unjudged: ImportLine[] = []
  for (const row of rows) {
    const line = readLine(row)
    const { objectId, number, name } = line
    if (revisions.get(objectId ?? '') !== line.row) {
      tally.skip({ id: objectId ?? '', number, name })
      continue
    }
    tally.add(line)
    const change = accepted.has(objectId ?? '') || !trusted ? null : judgedChange(line, row.outcome)
    if (change) judged.push(change)
    else unjudged.push(line)
  }
  return { judged, others: await rewritten(tx, museumId, unjudged) }
}

async function rewritten(
  tx: Kysely<Database>,
  museumId: string,
  lines: readonly ImportLine[]
): Promise<Rewritten[]> {
  if (lines.length === 0) return []
  const ids = lines.flatMap(({ objectId }) => objectId ?? [])
  const records = await objectsByIds(tx, museumId, ids)
  return lines.flatMap(({ objectId, changes }): Rewritten[] => {
    const before = records.get(objectId ?? '')
    if (!before) return []
    return [{ before, rewriting: asShown(before, changes) }]
  })
}
