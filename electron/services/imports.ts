import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import {
  allBatches,
  batchById,
  countLines,
  deleteBatch,
  linesAfter,
  type BatchRow,
} from '../store/imports.ts'
import { planOf } from './changes/plan.ts'
import type { Ctx } from './context.ts'
import { readLine } from './imports/lines.ts'
import { dropOriginal, findOriginal } from './imports/originals.ts'
import { keepPasted } from './imports/pasted.ts'
import { readPlan } from './imports/stored-plan.ts'
import { previewUndo, undoable } from './imports/undo.ts'
import { refuseOthers } from './vocabulary/deeds.ts'
import { write } from './write.ts'

export const imports = {
  async inspect({ file }, ctx) {
    return { job: await ctx.jobs.start('imports.inspect', chosen(file, ctx)) }
  },

  async paste({ text, name }, ctx) {
    ctx.museum()
    return ctx.files.give(await keepPasted(text, name), 'table')
  },

  async rehearse({ file, sheets }, ctx) {
    return { job: await ctx.jobs.start('imports.rehearse', { ...chosen(file, ctx), sheets }) }
  },

  async bring({ file, name, sheet, mapping, dryRun }, ctx) {
    const given = chosen(file, ctx)
    const order = { ...given, name: name ?? given.file, sheet: sheet ?? null, mapping: mapping ?? {}, dryRun }
    return { job: await ctx.jobs.start('imports.bring', order) }
  },

  async lines({ batch, verdict, code, after, limit }, ctx) {
    const { db, id } = ctx.museum()
    const rows = await linesAfter(db, id, batch, { verdict, code }, after, limit)
    return { lines: rows.map(readLine), total: await countLines(db, id, batch, { verdict, code }) }
  },

  async commit({ batch, name }, ctx) {
    const { db, id } = ctx.museum()
    if ((await batchById(db, id, batch))?.status !== 'rehearsed') throw new Fault('batch.missing')
    return { job: await ctx.jobs.start('imports.commit', { batch, name }) }
  },

  async forget({ batch }, ctx) {
    const museum = ctx.museum()
    const sha256 = await write(ctx, async (tx) => {
      // asked for in its turn: the batch may have been entered while this waited
      const found = await batchById(tx, museum.id, batch)
      if (found?.status !== 'rehearsed') throw new Fault('batch.missing')
      await deleteBatch(tx, museum.id, batch)
      return found.file_sha256
    })
    if (sha256 !== null) await dropOriginal(museum, sha256)
    ctx.tell({ kind: 'changed', rooms: ['imports'] })
    return {}
  },

  async batches(_, ctx) {
    const { db, id } = ctx.museum()
    return { batches: (await allBatches(db, id)).map(shown) }
  },

  async undoPreview({ batch }, ctx) {
    const { db, id } = ctx.museum()
    return previewUndo(db, id, batch)
  },

  async undo({ batch }, ctx) {
    const { db, id } = ctx.museum()
    const undone = await undoable(db, id, batch)
    if (undone.kind === 'bulk') refuseOthers(planOf(undone).deed, ctx)
    return { job: await ctx.jobs.start('imports.undo', { batch }) }
  },

  async saveRefusals({ batch, file, language }, ctx) {
    const museum = ctx.museum()
    const path = ctx.files.path(file, 'saveWorkbook')
    const found = await batchById(museum.db, museum.id, batch)
    if (!found || found.file_sha256 === null) throw new Fault('batch.missing')
    // the readers and writers of spreadsheets are large: the host comes up without them
    const { writeRefusals } = await import('./imports/refusals.ts')
    const original = await findOriginal(museum, found.file_sha256, found.file_name ?? '')
    const rows = await writeRefusals(museum, batch, original, readPlan(found.plan), path, language)
    return { rows, file: basename(path) }
  },
} satisfies Handlers<MuseumContract, Ctx>['imports']

/** The file behind a token. Its path goes to the job and nowhere else. */
function chosen(token: string, ctx: Ctx): { readonly path: string; readonly file: string } {
  const path = ctx.files.path(token, 'table')
  return { path, file: basename(path) }
}

function shown({ id, name, person, created, changed, unchanged, refused, ...row }: BatchRow) {
  return {
    id,
    kind: row.kind as 'import',
    name,
    status: row.status as 'committed',
    file: row.file_name,
    person,
    createdAt: row.created_at,
    undoneAt: row.undone_at,
    counts: { created, changed, unchanged, refused },
  }
}
