import type { Kysely } from 'kysely'
import type { Handlers } from '../../../shared/contract/define.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { MuseumContract } from '../../../shared/contract/index.ts'
import { endOf } from '../../store/membership.ts'
import type { Database } from '../../store/schema.ts'
import {
  forgetGone,
  goneMembers,
  neighbour,
  numberPlaces,
  placeOf,
  putPlace,
  rejoinMember,
} from '../../store/setOrder.ts'
import type { Ctx } from '../context.ts'
import { write } from '../write.ts'
import { CHANGED, theSet } from './fill.ts'
import { enterDeed } from './tell.ts'

type Sets = Handlers<MuseumContract, Ctx>['sets']

/** Less room than this between two places, and all of them are numbered anew. */
const LEAST_ROOM = 1e-6

export const moveMember: Sets['move'] = async ({ set, id, before }, ctx) => {
  const was = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    const here = await memberPlace(tx, museumId, set, id)
    const stood = await neighbour(tx, museumId, set, here, 1, id)
    const position = await placeBefore(tx, museumId, set, id, before)
    await putPlace(tx, museumId, set, id, { position })
    const changes = { before: [stood?.id ?? null, before] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'moved', id: set, changes })
    return stood?.id ?? null
  })
  ctx.tell(CHANGED)
  return { was }
}

async function placeBefore(
  tx: Kysely<Database>,
  museumId: string,
  set: string,
  id: string,
  before: string | null
): Promise<number> {
  if (before === null || before === id) return endOf(tx, museumId, set)
  const there = await memberPlace(tx, museumId, set, before)
  const ahead = await neighbour(tx, museumId, set, there, -1, id)
  const from = ahead?.position ?? there.position - 2
  if (there.position - from >= LEAST_ROOM) return (from + there.position) / 2
  await numberPlaces(tx, museumId, set)
  return placeBefore(tx, museumId, set, id, before)
}

async function memberPlace(tx: Kysely<Database>, museumId: string, set: string, id: string) {
  const place = await placeOf(tx, museumId, set, id)
  if (!place) throw new Fault('set.notMember')
  return place
}

export const noteMember: Sets['note'] = async ({ set, id, note }, ctx) => {
  const was = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    const place = await memberPlace(tx, museumId, set, id)
    const after = note === '' ? null : note
    await putPlace(tx, museumId, set, id, { note: after })
    const changes = { [id]: [place.note, after] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'amended', id: set, changes })
    return place.note
  })
  ctx.tell(CHANGED)
  return { was }
}

export const rejoinMembers: Sets['rejoin'] = async ({ set }, ctx) => {
  const moved = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    let rejoined = 0
    for (const gone of await goneMembers(tx, museumId, set))
      if (await rejoinMember(tx, museumId, set, gone)) rejoined += 1
    const changes = { members: [null, rejoined] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'restored', id: set, changes })
    return rejoined
  })
  ctx.tell(CHANGED)
  return { moved }
}

export const forgetMembers: Sets['forget'] = async ({ set }, ctx) => {
  const moved = await write(ctx, async (tx, { id: museumId }) => {
    await theSet(tx, museumId, set)
    const numbers = (await goneMembers(tx, museumId, set)).map(({ number }) => number)
    const forgotten = await forgetGone(tx, museumId, set, null)
    const changes = { gone: [numbers.slice(0, 100).join('、'), null] } as const
    await enterDeed(tx, museumId, ctx, { room: 'sets', action: 'removed', id: set, changes })
    return forgotten
  })
  ctx.tell(CHANGED)
  return { moved }
}
