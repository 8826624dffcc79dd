import type { Kysely } from 'kysely'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { ObjectSet } from '../../shared/sets/contract.ts'
import { auditEntry } from '../store/audit.ts'
import { countMembers } from '../store/members.ts'
import { newcomersChosen, turnBack } from '../store/membership.ts'
import type { Database } from '../store/schema.ts'
import { goneMembers } from '../store/setOrder.ts'
import {
  allSets,
  arrange,
  insertSet,
  isNameTaken,
  lastPlace,
  memberCounts,
  readSet,
  setById,
  setsOfObject,
  updateSet,
} from '../store/sets.ts'
import type { Ctx } from './context.ts'
import { CHANGED, drainSet, fillSet, theSet } from './sets/fill.ts'
import { forgetMembers, moveMember, noteMember, rejoinMembers } from './sets/order.ts'
import { pageOfMembers } from './sets/pages.ts'
import { enterDeed } from './sets/tell.ts'
import { write } from './write.ts'

export const sets = {
  async list(_, ctx) {
    const { db, id } = ctx.museum()
    const counts = await memberCounts(db, id)
    return { sets: (await allSets(db, id)).map((row) => readSet(row, counts)) }
  },

  members: pageOfMembers,

  async gone({ set }, ctx) {
    const { db, id } = ctx.museum()
    const gone = await goneMembers(db, id, set)
    return { gone: gone.map(({ heir, ...one }) => ({ ...one, back: heir !== null })) }
  },

  async ofObject({ id }, ctx) {
    const { db, id: museumId } = ctx.museum()
    return { sets: await setsOfObject(db, museumId, id) }
  },

  async make({ id, name, kind, note }, ctx) {
    const set = await write(ctx, async (tx, { id: museumId }) => {
      // a call repeated after a lost answer
      if (await setById(tx, museumId, id)) return shown(tx, museumId, id)
      await refuseTakenName(tx, museumId, name, id)
      const position = await lastPlace(tx, 'object_set', museumId)
      const head = { museum_id: museumId, id, revision: 1, removed_at: null }
      const by = { person: ctx.person, updated_at: ctx.now() }
      await insertSet(tx, { ...head, ...by, name, kind, note: note === '' ? null : note, position })
      await enterDeed(tx, museumId, ctx, {
        room: 'sets',
        action: 'made',
        id,
        changes: { name: [null, name] },
      })
      return shown(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { set }
  },

  async amend({ id, revision, ...wanted }, ctx) {
    const set = await write(ctx, async (tx, { id: museumId }) => {
      const row = await theSet(tx, museumId, id)
      if (row.revision !== revision) throw new Fault('set.changedMeanwhile', { name: row.name })
      const { name = row.name, kind = row.kind, note = row.note } = wanted
      await refuseTakenName(tx, museumId, name, id)
      const after = { name, kind, note: note === '' ? null : note }
      const by = { revision: revision + 1, person: ctx.person, updated_at: ctx.now() }
      await updateSet(tx, museumId, id, { ...after, ...by })
      const keys = (['name', 'kind', 'note'] as const).filter((key) => row[key] !== after[key])
      const changes = Object.fromEntries(keys.map((key) => [key, [row[key], after[key]] as const]))
      await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'amended', id, changes })
      return shown(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { set }
  },

  async remove({ id }, ctx) {
    await write(ctx, async (tx, { id: museumId }) => {
      const { name } = await theSet(tx, museumId, id)
      await updateSet(tx, museumId, id, { removed_at: ctx.now() })
      await enterDeed(tx, museumId, ctx, {
        room: 'sets',
        action: 'removed',
        id,
        changes: { name: [name, null] },
      })
    })
    ctx.tell(CHANGED)
    return {}
  },

  async restore({ id }, ctx) {
    const set = await write(ctx, async (tx, { id: museumId }) => {
      const row = await setById(tx, museumId, id)
      if (!row) throw new Fault('set.missing')
      if (row.removed_at === null) return shown(tx, museumId, id)
      await refuseTakenName(tx, museumId, row.name, id)
      await updateSet(tx, museumId, id, { removed_at: null })
      const changes = { name: [null, row.name] } as const
      await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'restored', id, changes })
      return shown(tx, museumId, id)
    })
    ctx.tell(CHANGED)
    return { set }
  },

  async arrange({ ids }, ctx) {
    await write(ctx, async (tx, { id: museumId }) => {
      await arrange(tx, 'object_set', museumId, ids)
      await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'moved', id: museumId })
    })
    ctx.tell(CHANGED)
    return {}
  },

  put: ({ set, ids }, ctx) =>
    fillSet(ctx, set, (tx, museumId) => newcomersChosen(tx, museumId, { kind: 'these', ids })),

  take: ({ set, ids }, ctx) => drainSet(ctx, set, { kind: 'these', ids }),

  async fill(order, ctx) {
    const { db, id } = ctx.museum()
    await theSet(db, id, order.set)
    return { job: await ctx.jobs.start('sets.fill', order) }
  },

  async drain(order, ctx) {
    const { db, id } = ctx.museum()
    await theSet(db, id, order.set)
    return { job: await ctx.jobs.start('sets.drain', order) }
  },

  async undo({ entry }, ctx) {
    const answer = await write(ctx, async (tx, { id: museumId }) => {
      const done = await auditEntry(tx, museumId, entry)
      if (!done || (done.action !== 'put' && done.action !== 'taken')) throw new Fault('record.nothingToUndo')
      const set = done.recordId
      await theSet(tx, museumId, set)
      const before = await countMembers(tx, museumId, set)
      const by = ctx.mintId()
      const { out, back } = await turnBack(tx, museumId, set, { entry, by })
      const action = done.action === 'put' ? 'taken' : 'put'
      const changes = { members: [before, before + back - out] } as const
      await enterDeed(tx, museumId, ctx, { room: 'sets', action, id: set, changes, entry: by })
      return { entry: by, moved: out + back, already: 0 }
    })
    ctx.tell(CHANGED)
    return answer
  },

  move: moveMember,
  note: noteMember,
  rejoin: rejoinMembers,
  forget: forgetMembers,
} satisfies Handlers<MuseumContract, Ctx>['sets']

async function shown(db: Kysely<Database>, museumId: string, id: string): Promise<ObjectSet> {
  return readSet(await theSet(db, museumId, id), await memberCounts(db, museumId))
}

async function refuseTakenName(
  tx: Kysely<Database>,
  museumId: string,
  name: string,
  exceptId: string
): Promise<void> {
  if (await isNameTaken(tx, 'object_set', museumId, name, exceptId))
    throw new Fault('set.nameTaken', { name })
}
