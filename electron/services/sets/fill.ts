import type { Kysely } from 'kysely'
import type { Chosen } from '../../../shared/changes/contract.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { FillingFrom, FillResult } from '../../../shared/sets/contract.ts'
import { countChosen } from '../../store/changes.ts'
import { countMembers } from '../../store/members.ts'
import {
  endOf,
  enterMembers,
  leaveMembers,
  newcomersChosen,
  newcomersCombined,
  type Newcomer,
} from '../../store/membership.ts'
import { setById, type SetRow } from '../../store/sets.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx, JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { enterDeed } from './tell.ts'

export const CHANGED: Parameters<Ctx['tell']>[0] = { kind: 'changed', rooms: ['sets'] }

/** A set that is there: Fault `set.missing` where there is none or it has been removed. */
export async function theSet(db: Kysely<Database>, museumId: string, id: string): Promise<SetRow> {
  const row = await setById(db, museumId, id)
  if (row?.removed_at !== null) throw new Fault('set.missing')
  return row
}

type Progress = (done: number) => Promise<void>
const silently: Progress = () => Promise.resolve()

/** Puts objects at the end of a set, in one transaction with one audit row. Cancelled or killed none is in it. */
export async function fillSet(
  ctx: Ctx,
  set: string,
  from: (db: Kysely<Database>, museumId: string) => AsyncGenerator<Newcomer[]>,
  progress: Progress = silently
): Promise<FillResult> {
  const result = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    const entry = ctx.mintId()
    const before = await countMembers(tx, museumId, set)
    let place = await endOf(tx, museumId, set)
    const told = { entry, moved: 0, already: 0 }
    for await (const newcomers of from(tx, museumId)) {
      const moved = await enterMembers(tx, museumId, set, entry, newcomers, place)
      place += newcomers.length
      told.moved += moved
      told.already += newcomers.length - moved
      await progress(told.moved + told.already)
    }
    const changes = { members: [before, before + told.moved] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'put', id: set, changes, entry })
    return told
  })
  ctx.tell(CHANGED)
  return result
}

/** Takes objects out of a set, in one transaction with one audit row. */
export async function drainSet(
  ctx: Ctx,
  set: string,
  chosen: Chosen,
  progress: Progress = silently
): Promise<FillResult> {
  const result = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    const entry = ctx.mintId()
    const before = await countMembers(tx, museumId, set)
    const told = { entry, moved: 0, already: 0 }
    for await (const ids of idsChosen(tx, museumId, chosen)) {
      const moved = await leaveMembers(tx, museumId, set, entry, ids)
      told.moved += moved
      told.already += ids.length - moved
      await progress(told.moved + told.already)
    }
    const changes = { members: [before, before - told.moved] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'taken', id: set, changes, entry })
    return told
  })
  ctx.tell(CHANGED)
  return result
}

async function* idsChosen(
  tx: Kysely<Database>,
  museumId: string,
  chosen: Chosen
): AsyncGenerator<readonly string[]> {
  for await (const objects of newcomersChosen(tx, museumId, chosen)) yield objects.map(({ id }) => id)
}

/** The same as a job: with progress and cancel. */
export async function fillSetLong(ctx: JobCtx, set: string, filling: FillingFrom): Promise<FillResult> {
  const { db, id: museumId } = ctx.museum()
  if (filling.from === 'catalogue') {
    const { chosen } = filling
    const total = await countChosen(db, museumId, chosen)
    const from = (tx: Kysely<Database>) => newcomersChosen(tx, museumId, chosen)
    return fillSet(ctx, set, from, (done) => ctx.progress('writing', done, Math.max(done, total)))
  }
  await theSet(db, museumId, filling.first)
  await theSet(db, museumId, filling.second)
  const from = (tx: Kysely<Database>) => newcomersCombined(tx, museumId, filling)
  return fillSet(ctx, set, from, (done) => ctx.progress('writing', done, null))
}

export async function drainSetLong(ctx: JobCtx, set: string, chosen: Chosen): Promise<FillResult> {
  const { db, id: museumId } = ctx.museum()
  const total = await countChosen(db, museumId, chosen)
  return drainSet(ctx, set, chosen, (done) => ctx.progress('writing', done, Math.max(done, total)))
}
