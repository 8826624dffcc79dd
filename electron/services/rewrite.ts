import type { Kysely } from 'kysely'
import type { Rewriting } from '../../shared/audit/rules.ts'
import { ownIn, type FieldKey, type ObjectRecord } from '../../shared/catalogue/record.ts'
import { settled } from '../../shared/fields/settled.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { NUMBERED, seriesOf } from '../../shared/numbers/pattern.ts'
import { insertAudit } from '../store/audit.ts'
import { updateObject, type WrittenObject } from '../store/catalogue.ts'
import { updateJudged, updateObjects, type JudgedChange } from '../store/changes.ts'
import { isNumberTaken, leaveNumbers, type LeftNumber } from '../store/numbers.ts'
import { ownFields } from '../store/fields.ts'
import { acceptancesOf } from '../store/quality.ts'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { acceptancesKept, weighed } from './acceptances.ts'
import { derivedOf, isSearched, judged, type Derived, type Known } from './derive.ts'
import { nameKey } from './pinyin.ts'

export interface Why {
  readonly action: AuditEntry['action']
  readonly batchId: string | null
  readonly reason: string | null
}

/**
 * Changes a record that was just read: new revision, derived values, and one audit row that can be taken back whole.
 * Answers the audit entry's id, or null where nothing changes. Faults: record.numberTaken, record.changedMeanwhile.
 */
export async function rewrite(
  tx: Kysely<Database>,
  museumId: string,
  before: ObjectRecord,
  rewriting: Rewriting,
  ctx: Pick<Ctx, 'now' | 'today' | 'mintId' | 'person'>,
  why: Why
): Promise<string | null> {
  const own = await ownFields(tx, museumId)
  const { values: changed, literals, extras, changes, parts = before.parts } = settled(before, rewriting, own)
  if (Object.keys(changes).length === 0) return null
  const values = { ...before.values, ...changed }
  if ('number' in changes || 'numberType' in changes) {
    await refuseTakenNumber(tx, museumId, before.id, values)
  }
  await leaveNumbers(tx, museumId, numbersLeft(before, values))
  const at = ctx.now()
  const head = { id: before.id, museumId, revision: before.revision + 1, batchId: before.batchId }
  const known = judged(values, { today: ctx.today(), own }, literals, parts.length)
  const accepted = await acceptancesKept(tx, museumId, before.id, known, Object.keys(changes))
  const derived = derivedOf((field) => values[field], weighed(known, accepted), {
    own: ownIn(values),
    extras,
    literals,
    parts,
  })
  const stamp = { createdAt: before.createdAt, updatedAt: at }
  await updateObject(tx, { ...head, values, literals, extras, parts, ...derived, ...stamp }, before.revision)
  const id = ctx.mintId()
  const entry = { museumId, id, at, person: ctx.person, room: 'catalogue', recordId: before.id }
  await insertAudit(tx, [{ ...entry, ...why, changes }])
  return id
}

/** A record as it was just read, and what becomes of it. */
export interface Rewritten {
  readonly before: ObjectRecord
  readonly rewriting: Rewriting
}

/**
 * The same for many records in few statements, where only those fields change and no number: a bulk change writes ten
 * thousand. Each has its own audit row. Fault: record.changedMeanwhile.
 */
export async function rewriteMany(
  tx: Kysely<Database>,
  museumId: string,
  fields: readonly FieldKey[],
  wanted: readonly Rewritten[],
  ctx: Pick<Ctx, 'now' | 'today' | 'mintId' | 'person'>,
  why: Why
): Promise<void> {
  if (fields.includes('number') || fields.includes('numberType'))
    throw new RangeError('numbers are changed one by one')
  const at = ctx.now()
  const judging = { today: ctx.today(), own: await ownFields(tx, museumId) }
  const many = wanted
    .map(({ before, rewriting }) => ({ before, rewriting: settled(before, rewriting, judging.own) }))
    .filter(({ rewriting }) => Object.keys(rewriting.changes).length > 0)
  if (fields.includes('classNumber'))
    await leaveNumbers(
      tx,
      museumId,
      many.flatMap(({ before, rewriting }) => numbersLeft(before, { ...before.values, ...rewriting.values }))
    )
  const ids = many.map(({ before }) => before.id)
  const withAcceptances = new Set((await acceptancesOf(tx, museumId, ids)).map((one) => one.object_id))
  const objects: WrittenObject[] = []
  const searched: WrittenObject[] = []
  for (const { before, rewriting } of many) {
    const { values: changed, literals, extras, changes, parts = before.parts } = rewriting
    const values = { ...before.values, ...changed }
    const judgement = judged(values, judging, literals, parts.length)
    const known = withAcceptances.has(before.id)
      ? weighed(judgement, await acceptancesKept(tx, museumId, before.id, judgement, Object.keys(changes)))
      : judgement
    const inSearch = Object.keys(changes).some(isSearched)
    const derived = inSearch
      ? derivedOf((field) => values[field], known, { own: ownIn(values), extras, literals, parts })
      : unsearched(values, known)
    const stamp = { createdAt: before.createdAt, updatedAt: at, batchId: before.batchId }
    const head = { id: before.id, museumId, revision: before.revision + 1 }
    const object = { ...head, values, literals, extras, parts, ...derived, ...stamp }
    objects.push(object)
    if (inSearch) searched.push(object)
  }
  await updateObjects(tx, museumId, fields, objects, searched)
  const entry = { museumId, at, person: ctx.person, room: 'catalogue', ...why }
  await insertAudit(
    tx,
    many.map(({ before, rewriting }) => ({
      ...entry,
      id: ctx.mintId(),
      recordId: before.id,
      changes: rewriting.changes,
    }))
  )
}

/** The numbers that a record bears no longer when it has these values. */
function numbersLeft({ id, values: before }: ObjectRecord, values: ObjectRecord['values']): LeftNumber[] {
  return NUMBERED.flatMap((field) => {
    const [series, number] = [seriesOf(field, before), before[field]]
    if (number === null || (number === values[field] && series === seriesOf(field, values))) return []
    return [{ series, number: String(number), recordId: id }]
  })
}

/**
 * The same where it is known already what the rules find in each afterwards: neither read nor judged again. Only for
 * records of the revision that was shown, of which nothing was accepted, and fields that are not searched.
 */
export async function rewriteJudged(
  tx: Kysely<Database>,
  museumId: string,
  many: readonly JudgedChange[],
  ctx: Pick<Ctx, 'now' | 'mintId' | 'person'>,
  why: Why
): Promise<void> {
  const at = ctx.now()
  await updateJudged(tx, museumId, many, at)
  const entry = { museumId, at, person: ctx.person, room: 'catalogue', ...why }
  await insertAudit(
    tx,
    many.map(({ id, changes }) => ({ ...entry, id: ctx.mintId(), recordId: id, changes }))
  )
}

/** What is derived where the search index stays as it is. */
function unsearched({ name }: ObjectRecord['values'], { era, findings, marks }: Known): Derived {
  return {
    eraStart: era.start,
    eraEnd: era.end,
    eraCertainty: era.certainty,
    nameKey: nameKey(name === null ? '' : String(name)),
    warnings: findings.length,
    findings: marks,
    numberKey: '',
    words: '',
    initials: '',
  }
}

/** `record.numberTaken` where another object of the same number type has it. */
export async function refuseTakenNumber(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  { number, numberType }: Pick<ObjectRecord['values'], 'number' | 'numberType'>
): Promise<void> {
  const wanted = String(number ?? '')
  if (await isNumberTaken(tx, museumId, String(numberType ?? ''), wanted, id))
    throw new Fault('record.numberTaken', { number: wanted })
}
