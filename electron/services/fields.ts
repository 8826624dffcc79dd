import type { Transaction } from 'kysely'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { MOST_FIELDS, type OwnField, type OwnId } from '../../shared/fields/record.ts'
import { isJudgedOtherwise, tidied } from '../../shared/fields/rules.ts'
import { extraHeadings, ownCounted } from '../store/expressions.ts'
import { countHolding, countTyped, deleteField, ownFields, placeField, putField } from '../store/fields.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { fieldShown, refuseLostCodes, refuseObstacle, tellOfField } from './fields/defining.ts'
import { write } from './write.ts'

/** Columns beside the records that are told of: nobody reads more. */
const MOST_HEADINGS = 200

export const fields = {
  async list(_, ctx) {
    const { db, id } = ctx.museum()
    return { fields: [...(await ownFields(db, id))], most: MOST_FIELDS }
  },

  async held(_, ctx) {
    const { db, id: museumId } = ctx.museum()
    const held: Record<string, { records: number; drafts: number }> = {}
    const ids = (await ownFields(db, museumId)).map(({ id }) => id)
    const records = await ownCounted(db, museumId, ids)
    for (const [at, id] of ids.entries())
      held[id] = { records: records[at] ?? 0, drafts: await countTyped(db, museumId, id) }
    return { held }
  },

  async define(definition, ctx) {
    const field = await write(ctx, async (tx, { id: museumId }) => {
      const others = await ownFields(tx, museumId)
      if (others.length >= MOST_FIELDS) throw new Fault('ownField.most', { most: MOST_FIELDS })
      refuseObstacle(definition, others)
      const id: OwnId = `own.${ctx.mintId().replaceAll('-', '')}`
      const made: OwnField = { ...tidied(definition), id, revision: 1, retired: false }
      await putField(tx, museumId, made, others.length)
      await tellOfField(tx, museumId, ctx, null, made)
      return made
    })
    await settle(ctx, field.required)
    return { field }
  },

  async redefine({ id, revision, definition }, ctx) {
    const { before, field } = await write(ctx, async (tx, { id: museumId }) => {
      const all = await ownFields(tx, museumId)
      const shown = fieldShown(all, id, revision)
      if (definition.kind !== shown.kind) throw new Fault('ownField.kind', { field: shown.name })
      refuseObstacle(
        definition,
        all.filter((one) => one.id !== id)
      )
      await refuseLostCodes(tx, museumId, shown, definition)
      return { before: shown, field: await rewritten(tx, museumId, ctx, all, shown, tidied(definition)) }
    })
    await settle(ctx, isJudgedOtherwise(before, field))
    return { field }
  },

  async retire({ id, revision, retired }, ctx) {
    const field = await write(ctx, async (tx, { id: museumId }) => {
      const all = await ownFields(tx, museumId)
      return rewritten(tx, museumId, ctx, all, fieldShown(all, id, revision), { retired })
    })
    await settle(ctx, true)
    return { field }
  },

  async arrange({ ids }, ctx) {
    const arranged = await write(ctx, async (tx, { id: museumId }) => {
      const all = await ownFields(tx, museumId)
      const isSame = new Set(ids).size === all.length && all.every(({ id }) => ids.includes(id))
      if (!isSame || ids.length !== all.length) throw new Fault('ownField.changedMeanwhile')
      for (const [position, id] of ids.entries()) await placeField(tx, museumId, id, position)
      return ownFields(tx, museumId)
    })
    await settle(ctx, false)
    return { fields: [...arranged] }
  },

  async remove({ id, revision }, ctx) {
    const gone = await write(ctx, async (tx, { id: museumId }) => {
      const field = fieldShown(await ownFields(tx, museumId), id, revision)
      const records = await countHolding(tx, museumId, id)
      const drafts = await countTyped(tx, museumId, id)
      if (records + drafts > 0) throw new Fault('ownField.inUse', { field: field.name, records, drafts })
      await deleteField(tx, museumId, id)
      await tellOfField(tx, museumId, ctx, field, null)
      return field
    })
    await settle(ctx, gone.required)
    return {}
  },

  async convert(order, ctx) {
    const { db, id } = ctx.museum()
    fieldShown(await ownFields(db, id), order.id, order.revision)
    return { job: await ctx.jobs.start('fields.convert', order) }
  },

  async headings(_, ctx) {
    const { db, id } = ctx.museum()
    return { headings: await extraHeadings(db, id, MOST_HEADINGS) }
  },
} satisfies Handlers<MuseumContract, Ctx>['fields']

/** Writes a field anew at its place, one revision further. */
async function rewritten(
  tx: Transaction<Database>,
  museumId: string,
  ctx: Ctx,
  all: readonly OwnField[],
  before: OwnField,
  change: Partial<OwnField>
): Promise<OwnField> {
  const field: OwnField = { ...before, ...change, id: before.id, revision: before.revision + 1 }
  await putField(tx, museumId, field, all.indexOf(before))
  await tellOfField(tx, museumId, ctx, before, field)
  return field
}

/** Tells the windows; where records are judged otherwise now, all are judged anew behind the scenes. */
async function settle(ctx: Ctx, judge: boolean): Promise<void> {
  ctx.tell({ kind: 'changed', rooms: ['fields', 'catalogue'] })
  if (judge) await ctx.jobs.start('quality.judge', { all: true })
}
