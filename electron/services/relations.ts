import { partChanges } from '../../shared/relations/history.ts'
import { twiceIn, type Part } from '../../shared/relations/parts.ts'
import { relationKey } from '../../shared/relations/rules.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { ObjectRecord } from '../../shared/catalogue/record.ts'
import type { Kysely } from 'kysely'
import { objectById } from '../store/catalogue.ts'
import {
  insertRelation,
  noteRelation,
  numberElsewhere,
  relationById,
  relationsOf,
  removeRelation,
} from '../store/relations.ts'
import type { Database } from '../store/schema.ts'
import { shown } from './catalogue.ts'
import type { Ctx } from './context.ts'
import { enterRelation, madeOf } from './relations/history.ts'
import { whyNot } from './relations/known.ts'
import { rewrite } from './rewrite.ts'
import { write } from './write.ts'

export const relations = {
  async arrangeParts({ objectId, revision, parts }, ctx) {
    const answer = await write(ctx, async (tx, museum) => {
      const before = await objectById(tx, museum.id, objectId)
      if (before.revision !== revision)
        throw new Fault('record.changedMeanwhile', { number: String(before.values.number ?? '') })
      await refuseTakenParts(tx, museum.id, before, parts)
      const { literals, extras } = before
      const rewriting = { values: {}, literals, extras, parts, changes: partChanges(before.parts, parts) }
      const why = { action: 'amended', batchId: null, reason: null } as const
      const entryId = await rewrite(tx, museum.id, before, rewriting, ctx, why)
      return { record: await objectById(tx, museum.id, objectId), entryId }
    })
    ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit'] })
    return { ...shown(answer.record, ctx), entryId: answer.entryId }
  },

  async ofObject({ objectId }, ctx) {
    const { db, id } = ctx.museum()
    return { relations: await relationsOf(db, id, [objectId]) }
  },

  async relate({ id, objectId, otherId, kind, side, note }, ctx) {
    const entryId = await write(ctx, async (tx, museum) => {
      if (objectId === otherId) throw new Fault('relation.self')
      if (await relationById(tx, museum.id, id)) return null
      const [mine, other] = [
        await objectById(tx, museum.id, objectId),
        await objectById(tx, museum.id, otherId),
      ]
      const [from, to] = side === 'to' ? [mine, other] : [other, mine]
      const reason = await whyNot(tx, museum.id, kind, from.id, to.id)
      if (reason !== null)
        throw new Fault(`relation.${reason}`, {
          number: String(from.values.number),
          other: String(to.values.number),
        })
      const made = { museum_id: museum.id, id, kind, from_id: from.id, to_id: to.id, note: tidied(note) }
      const row = { ...made, person: ctx.person, at: ctx.now() }
      await insertRelation(tx, row)
      return enterRelation(
        tx,
        museum.id,
        row,
        objectId,
        (end) => ({ [relationKey(id)]: [null, madeOf(row, end)] }),
        ctx
      )
    })
    ctx.tell({ kind: 'changed', rooms: ['relations', 'audit'] })
    return { entryId }
  },

  async note({ id, objectId, note }, ctx) {
    const entryId = await write(ctx, async (tx, museum) => {
      const row = await theRelation(tx, museum.id, id)
      const after = tidied(note)
      if (row.note === after) return null
      await noteRelation(tx, museum.id, id, after)
      const changes = { [relationKey(id, 'note')]: [row.note, after] } as const
      return enterRelation(tx, museum.id, row, objectId, () => changes, ctx)
    })
    ctx.tell({ kind: 'changed', rooms: ['relations', 'audit'] })
    return { entryId }
  },

  async unrelate({ id, objectId }, ctx) {
    const entryId = await write(ctx, async (tx, museum) => {
      const row = await theRelation(tx, museum.id, id)
      await removeRelation(tx, museum.id, id)
      return enterRelation(
        tx,
        museum.id,
        row,
        objectId,
        (end) => ({ [relationKey(id)]: [madeOf(row, end), null] }),
        ctx
      )
    })
    ctx.tell({ kind: 'changed', rooms: ['relations', 'audit'] })
    return { entryId }
  },
} satisfies Handlers<MuseumContract, Ctx>['relations']

function tidied(note: string | null): string | null {
  const text = note?.trim() ?? ''
  return text === '' ? null : text
}

async function theRelation(tx: Kysely<Database>, museumId: string, id: string) {
  const row = await relationById(tx, museumId, id)
  if (!row) throw new Fault('relation.missing')
  return row
}

/** A 分件号 stands for one thing: refused where two parts have it, or, as it is given now, anything else in the museum. */
async function refuseTakenParts(
  tx: Kysely<Database>,
  museumId: string,
  { id, parts: before }: ObjectRecord,
  parts: readonly Part[]
): Promise<void> {
  const twice = twiceIn(parts)
  if (twice !== null) throw new Fault('part.numberTwice', { number: twice })
  const had = new Set(before.map(({ number }) => number))
  const fresh = parts.map(({ number }) => number).filter((number) => !had.has(number))
  const taken = await numberElsewhere(tx, museumId, id, fresh)
  if (!taken) return
  const { number, whole } = taken
  throw taken.isObject
    ? new Fault('part.numberIsObject', { number })
    : new Fault('part.numberTaken', { number, whole })
}
