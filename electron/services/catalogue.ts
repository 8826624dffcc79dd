import type { Kysely } from 'kysely'
import { typed, type Rewriting } from '../../shared/audit/rules.ts'
import { judge } from '../../shared/catalogue/rules.ts'
import {
  noValues,
  type AllFieldValues,
  type FieldValue,
  type FieldValues,
  type Finding,
  type ObjectRecord,
} from '../../shared/catalogue/record.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { tidyNumber } from '../../shared/kernel/number.ts'
import type { Numbered } from '../../shared/numbers/pattern.ts'
import { insertAudit } from '../store/audit.ts'
import {
  columnOf,
  insertObjects,
  objectById,
  objectByNumber,
  type WrittenObject,
} from '../store/catalogue.ts'
import { allDrafts, dropDraft, putDraft } from '../store/drafts.ts'
import { contains } from '../store/expressions.ts'
import { countObjects, facetCounts } from '../store/facets.ts'
import { pageOfObjects } from '../store/find.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { derive } from './derive.ts'
import { allocated } from './numbers/next.ts'
import { refuseTakenNumber, rewrite } from './rewrite.ts'
import { write } from './write.ts'

export const NUMBER_TYPE = '藏品总登记号'
export const BOOK_TYPE = '文物藏品'

export const catalogue = {
  async page({ find, sort, after, skip, limit, count }, ctx) {
    const { db, id } = ctx.museum()
    const total = count || find.text !== '' ? await countObjects(db, id, find) : null
    const page = await pageOfObjects(db, id, { find, sort, after, skip, limit }, total)
    return { ...page, total }
  },

  async facets({ find, only }, ctx) {
    const { db, id } = ctx.museum()
    return facetCounts(db, id, find, only)
  },

  async byId({ id }, ctx) {
    const { db, id: museumId } = ctx.museum()
    return shown(await objectById(db, museumId, id), ctx)
  },

  async byNumber({ number }, ctx) {
    const { db, id: museumId } = ctx.museum()
    return shown(await objectByNumber(db, museumId, tidyNumber(number)), ctx)
  },

  async register({ id, values, proposed = [], draftId }, ctx) {
    const record = await write(ctx, async (tx, museum) => {
      const already = await tx
        .selectFrom('object')
        .select('id')
        .where('museum_id', '=', museum.id)
        .where('id', '=', id)
        .executeTakeFirst()
      // the number that it got the first time stays with it
      if (already) return entered(tx, museum.id, id, without(values, proposed), ctx)
      const given = await allocated(tx, museum.id, values, proposed, ctx.today())
      const object = newObject(id, museum.id, given, ctx)
      await refuseTakenNumber(tx, museum.id, id, object.values)
      await insertObjects(tx, [object])
      const entry = { museumId: museum.id, id: ctx.mintId(), at: ctx.now(), person: ctx.person }
      const what = { action: 'registered', room: 'catalogue', recordId: id } as const
      await insertAudit(tx, [{ ...entry, ...what, batchId: null, reason: null, changes: {} }])
      if (draftId !== undefined) await dropDraft(tx, museum.id, draftId)
      return objectById(tx, museum.id, id)
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit'] })
    return shown(record, ctx)
  },

  async amend({ id, revision, changes: wanted, proposed = [], reason, draftId }, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const before = await objectById(tx, museum.id, id)
      if (before.revision !== revision)
        throw new Fault('record.changedMeanwhile', { number: String(before.values.number ?? '') })
      const all = await allocated(tx, museum.id, { ...before.values, ...wanted }, proposed, ctx.today())
      const changes = { ...wanted, ...only(all, proposed) }
      const why = { action: 'amended', batchId: null, reason: reason ?? null } as const
      const entryId = await rewrite(tx, museum.id, before, amended(before, changes), ctx, why)
      if (draftId !== undefined) await dropDraft(tx, museum.id, draftId)
      return { record: await objectById(tx, museum.id, id), entryId }
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit'] })
    return { ...shown(answer.record, ctx), entryId: answer.entryId }
  },

  async drafts(_, ctx) {
    const { db, id } = ctx.museum()
    return { drafts: await allDrafts(db, id) }
  },

  async keepDraft({ id, recordId, revision, values, unread }, ctx) {
    const updatedAt = ctx.now()
    await write(ctx, (tx, museum) =>
      putDraft(tx, museum.id, ctx.person, { id, recordId, revision, values, unread, updatedAt })
    )
    return { updatedAt }
  },

  async dropDraft({ id }, ctx) {
    return { dropped: await write(ctx, (tx, museum) => dropDraft(tx, museum.id, id)) }
  },

  async inUse({ field, text }, ctx) {
    const { db, id } = ctx.museum()
    const column = columnOf(field)
    const rows = await db
      .selectFrom('object')
      .select([`${column} as value`, (of) => of.fn.countAll<number | string>().as('count')])
      .where('museum_id', '=', id)
      .where(column, 'is not', null)
      .where(contains(column, text))
      .groupBy(column)
      .orderBy('count', 'desc')
      .limit(50)
      .execute()
    return { values: rows.map((row) => ({ value: String(row.value), count: Number(row.count) })) }
  },
} satisfies Handlers<MuseumContract, Ctx>['catalogue']

const only = (values: FieldValues, fields: readonly Numbered[]): FieldValues =>
  Object.fromEntries(fields.map((field) => [field, values[field]]))

const without = (values: FieldValues, fields: readonly Numbered[]): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !fields.some((field) => field === key)))

/**
 * A call repeated after a lost answer: the object is there and is entered once. What was typed since then is a change like
 * any other.
 */
async function entered(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  values: FieldValues,
  ctx: Ctx
): Promise<ObjectRecord> {
  const before = await objectById(tx, museumId, id)
  const why = { action: 'amended', batchId: null, reason: null } as const
  await rewrite(tx, museumId, before, amended(before, values), ctx, why)
  return objectById(tx, museumId, id)
}

export function shown(
  record: ObjectRecord,
  ctx: Pick<Ctx, 'today'>
): { record: ObjectRecord; findings: Finding[] } {
  const { eraStart, eraEnd, literals } = record
  const parts = record.parts.length
  return { record, findings: judge(record.values, { today: ctx.today(), eraStart, eraEnd, literals, parts }) }
}

/** A record to be entered, with what is derived from its values. A number is the one thing it cannot do without. */
export function newObject(
  id: string,
  museumId: string,
  given: FieldValues,
  ctx: Pick<Ctx, 'now' | 'today'>,
  origin: {
    readonly batchId: string | null
    readonly literals: Readonly<Record<string, string>>
    readonly extras: Readonly<Record<string, string>>
  } = { batchId: null, literals: {}, extras: {} }
): WrittenObject {
  const values = tidied({ ...noValues, numberType: NUMBER_TYPE, book: BOOK_TYPE, ...given })
  const at = ctx.now()
  return {
    id,
    museumId,
    revision: 1,
    values,
    literals: origin.literals,
    extras: origin.extras,
    parts: [],
    ...derive(values, ctx.today(), origin.extras, origin.literals),
    batchId: origin.batchId,
    createdAt: at,
    updatedAt: at,
  }
}

function tidied(values: AllFieldValues): AllFieldValues {
  const number = typeof values.number === 'string' ? tidyNumber(values.number) : ''
  if (number === '') throw new Fault('record.numberMissing')
  const trimmed = Object.entries(values).map(([field, value]): [string, FieldValue] => [field, trim(value)])
  return {
    ...(Object.fromEntries(trimmed) as AllFieldValues),
    number,
    numberType: trim(values.numberType) ?? NUMBER_TYPE,
  }
}

function trim(value: FieldValue): FieldValue {
  if (typeof value !== 'string') return value
  const text = value.trim()
  return text === '' ? null : text
}

/** What typed changes make of a record: tidied as a new record is. */
export const amended = (before: ObjectRecord, changes: FieldValues): Rewriting =>
  typed(before, tidied({ ...before.values, ...changes }))
