import { z } from 'zod'
import type { Handlers } from '../../../shared/contract/define.ts'
import type { MuseumContract } from '../../../shared/contract/index.ts'
import { membersAfter } from '../../store/members.ts'
import { rowsOf } from '../../store/find.ts'
import type { Ctx } from '../context.ts'
import { theSet } from './fill.ts'

type Sets = Handlers<MuseumContract, Ctx>['sets']

const cursorShape = z.tuple([z.number(), z.number()])

/** Members of a set in its order, page by page. Fault: set.missing. */
export const pageOfMembers: Sets['members'] = async ({ set, after, limit }, ctx) => {
  const { db, id: museumId } = ctx.museum()
  await theSet(db, museumId, set)
  const place = after === null ? null : cursorShape.parse(JSON.parse(after))
  const places = await membersAfter(db, museumId, set, { after: place, limit })
  const rows = await rowsOf(
    db,
    museumId,
    places.map(({ seq }) => seq)
  )
  const last = places.at(-1)
  return {
    members: places.flatMap(({ seq, note }) => {
      const row = rows.get(seq)
      if (!row) return []
      const { number, name } = row.values
      return [
        { id: row.id, number: String(number ?? ''), name: name === undefined ? null : String(name), note },
      ]
    }),
    next: last && places.length === limit ? JSON.stringify([last.position, last.seq]) : null,
  }
}
