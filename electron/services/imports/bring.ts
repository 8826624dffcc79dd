import { basename, extname } from 'node:path'
import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportResult } from '../../../shared/imports/contract.ts'
import type { TableFile } from '../../files/table-file.ts'
import { insertBatch } from '../../store/imports.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { choicesTold } from './choices.ts'
import { enterAll } from './enter.ts'
import { sweepLeftovers } from './sweep.ts'
import { refuseEmpty } from './outcome.ts'
import { filledCells } from '../../../shared/imports/row-kinds.ts'
import { withTable } from './opened.ts'
import { dropOriginal, keepOriginal } from './originals.ts'
import { passOver } from './pass.ts'
import { knownHeadings, recogniseSheet, type RecognisedSheet } from './recognise.ts'
import { refuseWithoutNumber } from './rehearse.ts'
import { storePlan, type PlannedSheet } from './stored-plan.ts'
import { planAsTold } from './told.ts'

export interface BringOrder {
  readonly path: string
  readonly file: string
  readonly name: string
  readonly sheet: string | null
  /** Heading, column letters or index → where it goes. */
  readonly mapping: Readonly<Record<string, string>>
  readonly dryRun: boolean
}

/** Recognises, reads and enters a file in one go, as the command line does; with `dryRun` it writes nothing at all. */
export async function bringImport(ctx: JobCtx, order: BringOrder): Promise<ImportResult> {
  return order.dryRun ? readOnly(ctx, order) : enter(ctx, order)
}

async function readOnly(ctx: JobCtx, order: BringOrder): Promise<ImportResult> {
  const started = performance.now()
  const { db, id: museumId } = ctx.museum()
  return withTable(order.path, order.file, ctx, true, async (opened) => {
    const { sheets, aside } = await recogniseAll(ctx, opened.table, order)
    const pass = { ctx, db, museumId, opened, sheets, aside, stage: 'reading' }
    const outcome = await passOver(pass, () => Promise.resolve())
    refuseEmpty(outcome, sheets, order.file)
    return outcome.result({
      batch: '',
      dryRun: true,
      file: order.file,
      ms: Math.round(performance.now() - started),
    })
  })
}

async function enter(ctx: JobCtx, order: BringOrder): Promise<ImportResult> {
  const started = performance.now()
  const museum = ctx.museum()
  await sweepLeftovers(museum, 1)
  const original = await keepOriginal(museum, order.path, ctx.signal)
  try {
    const result = await withTable(original.path, order.file, ctx, true, async (opened) => {
      const { sheets, aside } = await recogniseAll(ctx, opened.table, order)
      return write(ctx, async (tx) => {
        const batch = ctx.mintId()
        await insertBatch(tx, {
          museum_id: museum.id,
          id: batch,
          kind: 'import',
          name: order.name,
          status: 'committed',
          person: ctx.person,
          file_name: order.file,
          file_sha256: original.sha256,
          plan: storePlan(sheets),
          result: '{}',
          ...{ created: 0, changed: 0, unchanged: 0, refused: 0 },
          created_at: ctx.now(),
          undone_at: null,
        })
        return enterAll({ ctx, tx, museumId: museum.id, batchId: batch, shownAt: null }, opened, sheets, {
          file: order.file,
          aside,
          started,
        })
      })
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'imports'] })
    return result
  } catch (error) {
    await dropOriginal(museum, original.sha256)
    throw error
  }
}

interface Recognised {
  readonly sheets: readonly PlannedSheet[]
  readonly aside: ImportResult['leftOut']
}

async function recogniseAll(ctx: JobCtx, table: TableFile, order: BringOrder): Promise<Recognised> {
  const museum = ctx.museum()
  const known = await knownHeadings(museum)
  const wanted = table.sheets.filter(
    ({ name }) => order.sheet === null || table.kind === 'csv' || name === order.sheet
  )
  if (wanted.length === 0) throw new Fault('file.noSheet', { sheet: order.sheet, file: order.file })
  const recognised: RecognisedSheet[] = []
  for (const sheet of wanted)
    recognised.push(named(await recogniseSheet(table, sheet, known), table, order.file))
  const filled = recognised.filter(({ head }) => head.some((row) => filledCells(row).length > 0))
  const chosen = filled.filter((sheet) => order.sheet !== null || sheet.chosen)
  // nothing looks like a list of objects: the first sheet with anything in it says best why not
  const tried = chosen.length > 0 ? chosen : filled.slice(0, 1)
  const [first] = recognised
  if (tried.length === 0) throw new Fault('file.sheetEmpty', { sheet: first?.name ?? '', file: order.file })
  const planned = planAsTold(tried, order.mapping, known.own).map((plan, at): PlannedSheet => {
    const sheet = tried[at]
    if (!sheet) throw new RangeError('a plan without its sheet')
    return { plan, layout: sheet.layout, chosen: choicesTold(plan, sheet.columns) }
  })
  // a mapping file may have named the column of numbers: only now is it known which sheets have one
  const numbered = planned.filter(({ plan }) => Object.values(plan.mapping).includes('number'))
  const taken = numbered.length > 0 ? numbered : planned
  for (const { plan } of taken) refuseWithoutNumber(plan)
  return { sheets: taken, aside: besides(recognised, taken) }
}

/** Sheets that hold something and are not read, so that nobody thinks they were. */
function besides(all: readonly RecognisedSheet[], taken: readonly PlannedSheet[]): ImportResult['leftOut'] {
  return all
    .filter(({ name, head }) => head.length > 0 && !taken.some(({ plan }) => plan.name === name))
    .map(({ name, layout, head }) => ({
      sheet: name,
      row: layout.headerRows[0] ?? head[0]?.row ?? 1,
      kind: 'sheet',
    }))
}

/** A text's only sheet is named like the file, not like the hash it is kept under. */
function named(sheet: RecognisedSheet, table: TableFile, file: string): RecognisedSheet {
  return table.kind === 'csv' ? { ...sheet, name: basename(file, extname(file)) } : sheet
}
