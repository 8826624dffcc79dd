import type { Kysely } from 'kysely'
import { judge } from '../../shared/catalogue/rules.ts'
import {
  noValues,
  type AllFieldValues,
  type FieldValue,
  type FieldValues,
  type Finding,
  type ObjectRecord,
} from '../../shared/catalogue/record.ts'
import type { FieldId } from '../../shared/catalogue/fields.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { tidyNumber } from '../../shared/kernel/number.ts'
import { insertAudit, type Changes } from '../store/audit.ts'
import {
  columnOf,
  insertObjects,
  isNumberTaken,
  objectById,
  objectByNumber,
  updateObject,
  type WrittenObject,
} from '../store/catalogue.ts'
import { allDrafts, dropDraft, putDraft } from '../store/drafts.ts'
import { countObjects, facetCounts } from '../store/facets.ts'
import { pageOfObjects } from '../store/find.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { derive } from './derive.ts'
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

  async register({ id, values, draftId }, ctx) {
    const record = await write(ctx, async (tx, museum) => {
      const already = await tx
        .selectFrom('object')
        .select('id')
        .where('museum_id', '=', museum.id)
        .where('id', '=', id)
        .executeTakeFirst()
      // a repeated call after a lost answer: the object is there, enter it once
      if (already) return objectById(tx, museum.id, id)
      const object = newObject(id, museum.id, values, ctx)
      await refuseTakenNumber(tx, object)
      await insertObjects(tx, [object])
      await insertAudit(tx, [
        { ...audited(object, ctx), action: 'registered', batchId: null, reason: null, changes: {} },
      ])
      if (draftId !== undefined) await dropDraft(tx, museum.id, draftId)
      return objectById(tx, museum.id, id)
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue'] })
    return shown(record, ctx)
  },

  async amend({ id, revision, changes, reason, draftId }, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const before = await objectById(tx, museum.id, id)
      if (before.revision !== revision)
        throw new Fault('record.changedMeanwhile', { number: String(before.values.number ?? '') })
      const entryId = await applyChanges(tx, museum.id, before, changes, ctx, {
        action: 'amended',
        batchId: null,
        reason: reason ?? null,
      })
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
    const pattern = `%${text.replace(/[\\%_]/g, (special) => `\\${special}`)}%`
    const rows = await db
      .selectFrom('object')
      .select([`${column} as value`, (of) => of.fn.countAll<number | string>().as('count')])
      .where('museum_id', '=', id)
      .where(column, 'is not', null)
      .where((of) => of(column, 'like', pattern))
      .groupBy(column)
      .orderBy('count', 'desc')
      .limit(50)
      .execute()
    return { values: rows.map((row) => ({ value: String(row.value), count: Number(row.count) })) }
  },
} satisfies Handlers<MuseumContract, Ctx>['catalogue']

function shown(record: ObjectRecord, ctx: Ctx): { record: ObjectRecord; findings: Finding[] } {
  const { eraStart, eraEnd, literals } = record
  return { record, findings: [...judge(record.values, { today: ctx.today(), eraStart, eraEnd, literals })] }
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

/**
 * Changes fields of a record that was just read: new revision, derived values, audit row. Answers the audit entry's
 * id, or null where nothing really changes. A literal goes when its field is typed anew.
 */
export async function applyChanges(
  tx: Kysely<Database>,
  museumId: string,
  before: ObjectRecord,
  changes: FieldValues,
  ctx: Pick<Ctx, 'now' | 'today' | 'mintId' | 'person'>,
  why: {
    readonly action: 'amended' | 'imported' | 'reverted' | 'undone'
    readonly batchId: string | null
    readonly reason: string | null
    readonly literals?: Readonly<Record<string, string>>
    readonly extras?: Readonly<Record<string, string>>
  }
): Promise<string | null> {
  const values = tidied({ ...before.values, ...changes })
  const changed: Record<string, [FieldValue, FieldValue]> = {}
  for (const field of Object.keys(values) as FieldId[]) {
    if (values[field] !== before.values[field]) changed[field] = [before.values[field], values[field]]
  }
  if (Object.keys(changed).length === 0) return null
  const literals = { ...without(before.literals, Object.keys(changed)), ...why.literals }
  const extras = { ...before.extras, ...why.extras }
  const object: WrittenObject = {
    id: before.id,
    museumId,
    revision: before.revision + 1,
    values,
    literals,
    extras,
    ...derive(values, ctx.today(), extras, literals),
    batchId: before.batchId,
    createdAt: before.createdAt,
    updatedAt: ctx.now(),
  }
  if (changed['number'] || changed['numberType']) await refuseTakenNumber(tx, object)
  await updateObject(tx, object, before.revision)
  const entry = audited(object, ctx)
  await insertAudit(tx, [
    { ...entry, action: why.action, batchId: why.batchId, reason: why.reason, changes: changed },
  ])
  return entry.id
}

function audited(object: WrittenObject, ctx: Pick<Ctx, 'now' | 'mintId' | 'person'>) {
  const changes: Changes = {}
  return {
    museumId: object.museumId,
    id: ctx.mintId(),
    at: ctx.now(),
    person: ctx.person,
    room: 'catalogue',
    recordId: object.id,
    changes,
  }
}

async function refuseTakenNumber(tx: Kysely<Database>, object: WrittenObject): Promise<void> {
  const number = String(object.values.number ?? '')
  const type = String(object.values.numberType ?? NUMBER_TYPE)
  if (await isNumberTaken(tx, object.museumId, type, number, object.id))
    throw new Fault('record.numberTaken', { number })
}

function without(texts: Readonly<Record<string, string>>, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([field]) => !fields.includes(field)))
}
