import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import { objectById } from '../store/catalogue.ts'
import { pictureById, picturesOfObject, type PictureRow } from '../store/media.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { enterChanges, setParts, setPresence } from './media/history.ts'
import { write } from './write.ts'

export const media = {
  async ofObject({ objectId }, ctx) {
    const { db, id } = ctx.museum()
    return { pictures: await picturesOfObject(db, id, objectId) }
  },

  async take({ objectId, files, replaces }, ctx) {
    const { db, id } = ctx.museum()
    await objectById(db, id, objectId)
    if (replaces !== undefined && files.length > 1) throw new Fault('call.badInput', { where: 'files' })
    const given = files.map((token) => {
      const path = ctx.files.path(token, 'picture')
      return { path, name: basename(path) }
    })
    return { job: await ctx.jobs.start('media.take', { objectId, files: given, replaces }) }
  },

  async describe({ id, view, caption }, ctx) {
    const parts = {
      ...(view === undefined ? {} : { view }),
      ...(caption === undefined ? {} : { caption: caption === '' ? null : caption }),
    }
    return changed(ctx, (tx, museumId) =>
      ofPicture(tx, museumId, id, (row) => setParts(tx, museumId, row, parts))
    )
  },

  async arrange({ objectId, ids }, ctx) {
    return changed(ctx, async (tx, museumId) => {
      const there = (await picturesOfObject(tx, museumId, objectId)).map((picture) => picture.id)
      const order = [...new Set([...ids.filter((id) => there.includes(id)), ...there])]
      let changes: Changes = {}
      for (const [position, id] of order.entries()) {
        const { changes: one } = await ofPicture(tx, museumId, id, (row) =>
          setParts(tx, museumId, row, { position })
        )
        changes = { ...changes, ...one }
      }
      return { objectId, changes }
    })
  },

  async remove({ id }, ctx) {
    return changed(ctx, (tx, museumId) =>
      ofPicture(tx, museumId, id, (row) => setPresence(tx, museumId, row, false, ctx))
    )
  },

  async photos({ folder, rehearse }, ctx) {
    ctx.museum()
    const path = ctx.files.path(folder, 'pictureFolder')
    return { job: await ctx.jobs.start('media.photos', { folder: path, rehearse }) }
  },

  renew: async (_, ctx) => ({ job: await ctx.jobs.start('media.renew', {}) }),
} satisfies Handlers<MuseumContract, Ctx>['media']

interface Done {
  readonly objectId: string
  readonly changes: Changes
}

/** `picture.missing` for one that is not there, or was taken away. */
async function ofPicture(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  deed: (row: PictureRow) => Promise<Changes>
): Promise<Done> {
  const row = await pictureById(tx, museumId, id)
  if (row?.removed_at !== null) throw new Fault('picture.missing')
  return { objectId: row.object_id, changes: await deed(row) }
}

async function changed(
  ctx: Ctx,
  deed: (tx: Kysely<Database>, museumId: string) => Promise<Done>
): Promise<{ entryId: string | null }> {
  const entryId = await write(ctx, async (tx, { id: museumId }) => {
    const { objectId, changes } = await deed(tx, museumId)
    return enterChanges(tx, museumId, objectId, changes, ctx)
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit'] })
  return { entryId }
}
