import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { LITERAL, type Rewriting } from '../../../shared/audit/rules.ts'
import { valueIn, type FieldValue, type ObjectRecord } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { ConvertResult, fields } from '../../../shared/fields/contract.ts'
import { fitsOwn, readOwn } from '../../../shared/fields/reading.ts'
import type { OwnField } from '../../../shared/fields/record.ts'
import { tidied } from '../../../shared/fields/rules.ts'
import { readObject } from '../../store/catalogue.ts'
import { countHolding, objectsHolding, ownFields, putField } from '../../store/fields.ts'
import type { Database } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { rewriteMany, type Rewritten } from '../rewrite.ts'
import { write } from '../write.ts'
import { fieldShown, refuseObstacle, tellOfField } from './defining.ts'

export type ConvertOrder = z.output<typeof fields.convert.input>

const CHUNK = 500
const MOST_NAMED = 100
const TIDY = { unit: null, min: null, max: null } as const

/**
 * Gives a field another kind. Every value is read as one of the new kind; while a single record says what is none, nothing
 * is changed and those records are named. Texts that are understood stay beside their values. All in one transaction.
 */
export async function convertField(ctx: JobCtx, order: ConvertOrder): Promise<ConvertResult> {
  const result = await write(ctx, async (tx, { id: museumId }) => {
    const all = await ownFields(tx, museumId)
    const before = fieldShown(all, order.id, order.revision)
    const after = convertedTo(before, order)
    refuseObstacle(
      after,
      all.filter(({ id }) => id !== order.id)
    )
    const looked = await lookThrough(tx, museumId, ctx, before, after)
    if (order.rehearse || looked.misfits > 0) return { done: false, ...looked }
    await putField(tx, museumId, after, all.indexOf(before))
    await tellOfField(tx, museumId, ctx, before, after)
    await rewriteHolding(tx, museumId, ctx, after, looked.records)
    return { done: true, ...looked }
  })
  if (result.done) ctx.tell({ kind: 'changed', rooms: ['fields', 'catalogue', 'audit'] })
  return result
}

function convertedTo(before: OwnField, { kind, codes }: ConvertOrder): OwnField {
  if (kind === before.kind) throw new Fault('ownField.kind', { field: before.name })
  const isNumber = kind === 'integer' || kind === 'decimal'
  const bare = isNumber ? {} : TIDY
  const made = tidied({ ...definitionOf(before), ...bare, kind, codes })
  return { ...made, id: before.id, retired: before.retired, revision: before.revision + 1 }
}

function definitionOf({ id: _id, revision: _revision, retired: _retired, ...definition }: OwnField) {
  return definition
}

/** What a record says in a field: its value, or the text that was none. */
const saidIn = ({ values, literals }: ObjectRecord, { id }: OwnField): string =>
  String(valueIn(values, id) ?? literals[id] ?? '')

async function lookThrough(
  tx: Kysely<Database>,
  museumId: string,
  ctx: JobCtx,
  before: OwnField,
  after: OwnField
): Promise<Omit<ConvertResult, 'done'>> {
  const total = await countHolding(tx, museumId, before.id)
  const looked = { records: 0, misfits: 0, named: [] as ConvertResult['named'] }
  for await (const records of holding(tx, museumId, before)) {
    for (const record of records) {
      looked.records += 1
      // a text that was no value before need not be one now
      if (valueIn(record.values, before.id) === null || becomes(record, after).value !== null) continue
      looked.misfits += 1
      const { id, values } = record
      const name = values.name === null ? null : String(values.name)
      if (looked.named.length < MOST_NAMED)
        looked.named.push({
          id,
          number: String(values.number),
          name,
          text: saidIn(record, before).slice(0, 200),
        })
    }
    await ctx.progress('reading', looked.records, total)
  }
  return looked
}

const becomes = (record: ObjectRecord, after: OwnField): { value: FieldValue; literal: string | null } => {
  const value = valueIn(record.values, after.id)
  // a label or a number that fits as it stands is that value, whatever a text like it would be read as
  if (value !== null && fitsOwn(after, value) && after.kind !== 'code')
    return { value, literal: record.literals[after.id] ?? null }
  return readOwn(after, saidIn(record, after))
}

async function rewriteHolding(
  tx: Kysely<Database>,
  museumId: string,
  ctx: JobCtx,
  after: OwnField,
  total: number
): Promise<void> {
  let done = 0
  const why = { action: 'amended', batchId: null, reason: null } as const
  for await (const records of holding(tx, museumId, after)) {
    const many = records.flatMap((record): Rewritten[] => {
      const rewriting = rewritingOf(record, after)
      return Object.keys(rewriting.changes).length === 0 ? [] : [{ before: record, rewriting }]
    })
    if (many.length > 0) await rewriteMany(tx, museumId, [after.id], many, ctx, why)
    await ctx.progress('writing', (done += records.length), total)
  }
}

function rewritingOf(record: ObjectRecord, after: OwnField): Rewriting {
  const { id } = after
  const { value, literal } = becomes(record, after)
  const was = valueIn(record.values, id)
  const text = record.literals[id] ?? null
  // what somebody wrote once outlives every kind that it has been understood as
  const kept = text ?? literal
  const changes: Record<string, readonly [FieldValue, FieldValue]> = {}
  if (was !== value) changes[id] = [was, value]
  if (text !== kept) changes[LITERAL + id] = [text, kept]
  const literals = kept === null ? record.literals : { ...record.literals, [id]: kept }
  return { values: { [id]: value }, literals, extras: record.extras, changes }
}

async function* holding(
  tx: Kysely<Database>,
  museumId: string,
  { id }: OwnField
): AsyncGenerator<readonly ObjectRecord[]> {
  let after = -1
  for (;;) {
    const rows = await objectsHolding(tx, museumId, id, after, CHUNK)
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
    yield rows.map(readObject)
  }
}
