import type { Handlers } from '../../../shared/contract/define.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { MuseumContract } from '../../../shared/contract/index.ts'
import { thingKey } from '../../../shared/media/keys.ts'
import { fitsShape, SHAPES, tidyPoints } from '../../../shared/media/marks.ts'
import { insertMark, markById, marksOn, type MarkRow } from '../../store/marks.ts'
import type { Ctx } from '../context.ts'
import { changed } from './changed.ts'
import { saidOf, setParts, setPresence, thingThere } from './history.ts'

/** Marks drawn on pictures: an object's history tells who drew, moved and removed them, and takes it back. */
export const markHandlers = {
  async marks({ pictureId }, ctx) {
    const { db, id } = ctx.museum()
    return { marks: await marksOn(db, id, pictureId) }
  },

  async mark({ id, pictureId, shape, points, words }, ctx) {
    if (!fitsShape(shape, points)) throw new Fault('call.badInput', { where: 'points' })
    return changed(ctx, async (tx, museumId) => {
      const picture = await thingThere(tx, museumId, 'picture', pictureId)
      if (!picture) throw new Fault('picture.missing')
      // an answer that was lost on its way may be asked for again
      if (await markById(tx, museumId, id)) return { objectId: picture.object_id, changes: {} }
      const row: MarkRow = {
        museum_id: museumId,
        id,
        picture_id: pictureId,
        object_id: picture.object_id,
        shape,
        points: JSON.stringify(tidyPoints(points)),
        words: words === '' ? null : words,
        created_at: ctx.now(),
        created_by: ctx.person,
        changed_at: null,
        changed_by: null,
        removed_at: null,
        removed_by: null,
      }
      await insertMark(tx, row)
      const changes = { [thingKey('mark', id)]: [null, saidOf.mark(row)] } as const
      return { objectId: picture.object_id, changes }
    })
  },

  async amendMark({ id, points, words }, ctx) {
    return changed(ctx, async (tx, museumId) => {
      const row = await thingThere(tx, museumId, 'mark', id)
      if (!row) throw new Fault('mark.missing')
      const shape = SHAPES.find((one) => one === row.shape)
      if (points && shape && !fitsShape(shape, points)) throw new Fault('call.badInput', { where: 'points' })
      const parts = {
        ...(points === undefined ? {} : { points: JSON.stringify(tidyPoints(points)) }),
        ...(words === undefined ? {} : { words: words === '' ? null : words }),
      }
      return { objectId: row.object_id, changes: await setParts(tx, museumId, 'mark', row, parts, ctx) }
    })
  },

  async removeMark({ id }, ctx) {
    return changed(ctx, async (tx, museumId) => {
      const row = await thingThere(tx, museumId, 'mark', id)
      if (!row) throw new Fault('mark.missing')
      return { objectId: row.object_id, changes: await setPresence(tx, museumId, 'mark', row, false, ctx) }
    })
  },
} satisfies Pick<Handlers<MuseumContract, Ctx>['media'], 'marks' | 'mark' | 'amendMark' | 'removeMark'>
