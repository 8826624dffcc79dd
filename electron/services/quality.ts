import type { Kysely } from 'kysely'
import type { Finding, ObjectRecord } from '../../shared/catalogue/record.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { Twin, Weighed } from '../../shared/quality/contract.ts'
import { findingKey } from '../../shared/quality/marks.ts'
import { isRule } from '../../shared/quality/rules.ts'
import { insertAudit } from '../store/audit.ts'
import { objectById, readObject } from '../store/catalogue.ts'
import {
  acceptancesOf,
  dropAcceptance,
  isMuseumRule,
  museumRulesBroken,
  objectsBreaking,
  putAcceptance,
  putFindings,
  twinsOf,
  type MuseumRule,
  type TwinRow,
} from '../store/quality.ts'
import type { Database } from '../store/schema.ts'
import { standing, weighed } from './acceptances.ts'
import type { Ctx } from './context.ts'
import { judged } from './derive.ts'
import { overviewOf } from './quality/overview.ts'
import { write } from './write.ts'

export const quality = {
  async overview(_, ctx) {
    const { db, id } = ctx.museum()
    return overviewOf(db, id)
  },

  async list({ rule, limit }, ctx) {
    const { db, id } = ctx.museum()
    if (!isRule(rule)) return { found: [] }
    const rows = await objectsBreaking(db, id, rule, limit)
    const accepted = await acceptancesOf(
      db,
      id,
      rows.map((row) => row.id)
    )
    const found = rows.flatMap((row) => {
      const head = { id: row.id, number: row.number, name: row.name }
      if (isMuseumRule(rule)) return [{ ...head, field: ofMuseum(rule).field, code: rule }]
      const record = readObject(row)
      const { findings } = judged(record.values, ctx.today(), record.literals, record.parts.length)
      const kept = standing(
        findings,
        accepted.filter((one) => one.object_id === row.id)
      )
      return findings
        .filter((finding) => finding.rule === rule && !kept.has(findingKey(finding)))
        .map(({ field, code }) => ({ ...head, field, code }))
    })
    return { found: found.slice(0, limit) }
  },

  async duplicates({ limit }, ctx) {
    const { db, id } = ctx.museum()
    const groups = new Map<string, TwinRow[]>()
    for (const row of await twinsOf(db, id)) {
      const key = JSON.stringify([
        row.name,
        sizeOf(row),
        row.length,
        row.width,
        row.height,
        row.actual_quantity,
      ])
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    // a group of which every object was accepted is settled
    const open = [...groups.values()].filter((rows) => rows.some(({ accepted }) => Number(accepted) === 0))
    return { groups: open.slice(0, limit).map((rows) => rows.map(shownTwin)), total: open.length }
  },

  async ofRecord({ id }, ctx) {
    const { db, id: museumId } = ctx.museum()
    return { findings: await findingsOf(db, museumId, await objectById(db, museumId, id), ctx) }
  },

  async accept({ id, code, field, reason }, ctx) {
    const findings = await write(ctx, async (tx, museum) => {
      const record = await objectById(tx, museum.id, id)
      const finding = await theFinding(tx, museum.id, record, { code, field }, ctx)
      const head = { museum_id: museum.id, object_id: id, code, field: field ?? '' }
      const detail = JSON.stringify(finding.detail)
      await putAcceptance(tx, { ...head, detail, reason, person: ctx.person, at: ctx.now() })
      await tell(tx, museum.id, record, 'accepted', `${finding.rule}：${reason}`, ctx)
      return findingsOf(tx, museum.id, record, ctx)
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'quality'] })
    return { findings }
  },

  async withdraw({ id, code, field }, ctx) {
    const findings = await write(ctx, async (tx, museum) => {
      const record = await objectById(tx, museum.id, id)
      const finding = await theFinding(tx, museum.id, record, { code, field }, ctx)
      const head = { museum_id: museum.id, object_id: id, code, field: field ?? '' }
      if (!(await dropAcceptance(tx, head))) throw new Fault('finding.missing')
      await tell(tx, museum.id, record, 'withdrawn', finding.rule, ctx)
      return findingsOf(tx, museum.id, record, ctx)
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'quality'] })
    return { findings }
  },

  judge: async ({ all }, ctx) => ({ job: await ctx.jobs.start('quality.judge', { all }) }),
} satisfies Handlers<MuseumContract, Ctx>['quality']

const FIELD_OF = { N7: 'name', I1: null, V10: 'sourceDetail' } as const

const ofMuseum = (rule: MuseumRule): Finding => ({
  rule,
  field: FIELD_OF[rule],
  level: 'warning',
  code: rule,
  detail: {},
})

/** All that is found in a record as it is stored, and what was accepted of it. */
async function findingsOf(
  db: Kysely<Database>,
  museumId: string,
  record: ObjectRecord,
  ctx: Pick<Ctx, 'today'>
): Promise<Weighed[]> {
  const { findings } = judged(record.values, ctx.today(), record.literals, record.parts.length)
  const all = [...findings, ...(await museumRulesBroken(db, museumId, record.id)).map(ofMuseum)]
  const kept = standing(all, await acceptancesOf(db, museumId, [record.id]))
  return all.map((finding) => {
    const accepted = kept.get(findingKey(finding))
    return {
      ...finding,
      accepted: accepted ? { reason: accepted.reason, person: accepted.person, at: accepted.at } : null,
    }
  })
}

async function theFinding(
  tx: Kysely<Database>,
  museumId: string,
  record: ObjectRecord,
  wanted: Pick<Finding, 'code' | 'field'>,
  ctx: Ctx
): Promise<Finding> {
  const all = await findingsOf(tx, museumId, record, ctx)
  const finding = all.find((one) => findingKey(one) === findingKey(wanted))
  if (!finding) throw new Fault('finding.missing')
  return finding
}

/** Writes down what counts now, and in the record's history what was decided. */
async function tell(
  tx: Kysely<Database>,
  museumId: string,
  record: ObjectRecord,
  action: 'accepted' | 'withdrawn',
  reason: string,
  ctx: Ctx
): Promise<void> {
  const known = judged(record.values, ctx.today(), record.literals, record.parts.length)
  const { findings, marks } = weighed(known, await acceptancesOf(tx, museumId, [record.id]))
  await putFindings(tx, museumId, [{ id: record.id, findings: marks, warnings: findings.length }])
  const entry = { museumId, id: ctx.mintId(), at: ctx.now(), person: ctx.person }
  const what = { action, room: 'quality', recordId: record.id, batchId: null, reason, changes: {} }
  await insertAudit(tx, [{ ...entry, ...what }])
}

const sizeOf = ({ size_text, length, width, height }: TwinRow): string | null =>
  size_text ?? [length, width, height].filter((one) => one !== null).join('×')

const shownTwin = (row: TwinRow): Twin => ({
  id: row.id,
  number: row.number,
  name: row.name,
  size: sizeOf(row),
  pieces: row.actual_quantity,
  era: row.era_text,
  grade: row.grade,
  place: row.place,
  source: row.source,
})
