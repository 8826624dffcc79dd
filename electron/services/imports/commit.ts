import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportResult } from '../../../shared/imports/contract.ts'
import { batchById, deleteLines, updateBatch } from '../../store/imports.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { enterAll } from './enter.ts'
import { withTable } from './opened.ts'
import { findOriginal } from './originals.ts'
import { readPlan } from './stored-plan.ts'

/**
 * Enters a rehearsed batch under a name, all of it in one transaction: the kept original is read again exactly as
 * rehearsed. Cancelled, killed or out of disk it leaves the batch rehearsed and the catalogue as it was. Faults:
 * `batch.missing`; `file.missing`, `file.damaged` for the original; `record.changedMeanwhile` where a record that the
 * batch would change was touched after the rehearsal had shown it.
 */
export async function commitImport(ctx: JobCtx, batchId: string, name: string): Promise<ImportResult> {
  const started = performance.now()
  const museum = ctx.museum()
  const batch = await batchById(museum.db, museum.id, batchId)
  if (!batch || batch.status !== 'rehearsed' || batch.file_sha256 === null) throw new Fault('batch.missing')
  const file = batch.file_name ?? ''
  const original = await findOriginal(museum, batch.file_sha256, file)
  const sheets = readPlan(batch.plan)
  const result = await withTable(original.path, file, ctx, true, (opened) =>
    write(ctx, async (tx) => {
      // asked for once more in its turn: two wishes to enter it are one too many
      const now = await batchById(tx, museum.id, batchId)
      if (now?.status !== 'rehearsed') throw new Fault('batch.missing')
      await deleteLines(tx, museum.id, batchId)
      await updateBatch(tx, museum.id, batchId, { name, status: 'committed' })
      const entering = { ctx, tx, museumId: museum.id, batchId, shownAt: batch.created_at }
      return enterAll(entering, opened, sheets, { file, started })
    })
  )
  ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'imports'] })
  return result
}
