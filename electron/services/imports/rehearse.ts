import type { Insertable } from 'kysely'
import { isFieldId } from '../../../shared/catalogue/fields.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportResult, SheetPlan } from '../../../shared/imports/contract.ts'
import { insertBatch, insertLines } from '../../store/imports.ts'
import type { ImportLineTable } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { isTelling, lineRow } from './lines.ts'
import { withTable } from './opened.ts'
import { dropOriginal, keepOriginal } from './originals.ts'
import { passOver } from './pass.ts'
import { nameIn } from './read-rows.ts'
import { choicesOf } from './choices.ts'
import { knownHeadings, recogniseSettled, type KnownHeadings } from './recognise.ts'
import { sweepLeftovers } from './sweep.ts'
import { storePlan, type PlannedSheet } from './stored-plan.ts'
import type { TableFile } from '../../files/table-file.ts'

export interface RehearseOrder {
  readonly path: string
  readonly file: string
  readonly sheets: readonly SheetPlan[]
}

/** Up to this many rows each one is kept for looking; of larger files only those that have something to say. */
const ALL_LINES = 20_000
const CHUNK = 500

/**
 * Reads everything and writes nothing into the catalogue: keeps the original, and a batch that can be entered later.
 * Cancelled or failed, it leaves neither.
 */
export async function rehearseImport(
  ctx: JobCtx,
  { path, file, sheets }: RehearseOrder
): Promise<ImportResult> {
  const started = performance.now()
  const museum = ctx.museum()
  const since = ctx.now()
  for (const sheet of sheets) refuseWithoutNumber(sheet)
  await sweepLeftovers(museum, 1)
  const original = await keepOriginal(museum, path, ctx.signal)
  try {
    return await withTable(original.path, file, ctx, true, async (opened) => {
      const planned = await settle(opened.table, sheets, await knownHeadings(museum))
      const batch = ctx.mintId()
      let rows: Insertable<ImportLineTable>[] = []
      let position = 0
      const pass = {
        ctx,
        db: museum.db,
        museumId: museum.id,
        opened,
        sheets: planned,
        stage: 'reading',
      }
      const outcome = await passOver(pass, async (lines) => {
        for (const line of lines) {
          position += 1
          if (position <= ALL_LINES || isTelling(line)) rows.push(lineRow(museum.id, batch, position, line))
        }
        if (position > ALL_LINES && position - lines.length <= ALL_LINES) rows = rows.filter(saysSomething)
        await Promise.resolve()
      })
      const result = outcome.result({
        batch,
        dryRun: true,
        file,
        ms: Math.round(performance.now() - started),
      })
      await write(ctx, async (tx) => {
        await insertBatch(tx, {
          museum_id: museum.id,
          id: batch,
          kind: 'import',
          name: file,
          status: 'rehearsed',
          person: ctx.person,
          file_name: file,
          file_sha256: original.sha256,
          plan: storePlan(planned),
          result: JSON.stringify(result),
          ...kept(result),
          created_at: since,
          undone_at: null,
        })
        for (let at = 0; at < rows.length; at += CHUNK) {
          await insertLines(tx, rows.slice(at, at + CHUNK))
          await ctx.progress('writing', at, rows.length)
        }
      })
      return result
    })
  } catch (error) {
    await dropOriginal(museum, original.sha256)
    throw error
  }
}

const saysSomething = (row: Insertable<ImportLineTable>): boolean =>
  row.verdict === 'refused' || row.verdict === 'change' || row.notes !== '[]'

export const kept = ({ created, changed, unchanged, refused }: ImportResult) => ({
  created,
  changed,
  unchanged,
  refused,
})

/** `import.noNumberColumn` for a sheet whose rows could never be told apart. */
export function refuseWithoutNumber({ name, mapping }: SheetPlan): void {
  if (!Object.values(mapping).some((target) => isFieldId(target) && target === 'number')) {
    throw new Fault('import.noNumberColumn', { sheet: name })
  }
}

async function settle(
  table: TableFile,
  sheets: readonly SheetPlan[],
  known: KnownHeadings
): Promise<PlannedSheet[]> {
  const planned: PlannedSheet[] = []
  for (const plan of sheets) {
    const inTable = { ...plan, name: nameIn(table, plan.name) }
    const { layout, columns } = await recogniseSettled(table, inTable, known)
    planned.push({ plan, layout, chosen: choicesOf(plan, columns) })
  }
  return planned
}
