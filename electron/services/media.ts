import { basename } from 'node:path'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { Changes } from '../../shared/audit/rules.ts'
import type { FilePurpose } from '../../shared/shell/contract.ts'
import { attachmentById, attachmentsOf } from '../store/attachments.ts'
import { objectById } from '../store/catalogue.ts'
import { olderPictures, picturesOfObject, type PictureRow } from '../store/media.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { changed, type Done } from './media/changed.ts'
import { setParts, setPresence, thingThere } from './media/history.ts'
import type { GivenFile } from './media/intake.ts'
import { markHandlers } from './media/marks.ts'

/** Files a user chose or dropped; what they are is told by their bytes. */
function givenFiles(ctx: Ctx, tokens: readonly string[], ...purposes: readonly FilePurpose[]): GivenFile[] {
  return tokens.map((token) => {
    const path = ctx.files.path(token, ...purposes)
    return { path, name: basename(path) }
  })
}
const ANY_FILE = ['picture', 'attachment', 'table'] as const

export const media = {
  async ofObject({ objectId }, ctx) {
    const { db, id } = ctx.museum()
    return {
      pictures: await picturesOfObject(db, id, objectId),
      older: await olderPictures(db, id, objectId),
      attachments: await attachmentsOf(db, id, objectId),
    }
  },

  async take({ objectId, files, replaces, smallReason, others = false }, ctx) {
    const { db, id } = ctx.museum()
    await objectById(db, id, objectId)
    if (replaces !== undefined && (files.length > 1 || others))
      throw new Fault('call.badInput', { where: 'files' })
    const given = givenFiles(ctx, files, ...ANY_FILE)
    const order = { objectId, files: given, as: others ? 'byBytes' : 'pictures', replaces, smallReason }
    return { job: await ctx.jobs.start('media.take', order) }
  },

  async attach({ objectId, files, kind, replaces }, ctx) {
    const { db, id } = ctx.museum()
    await objectById(db, id, objectId)
    if (replaces !== undefined && files.length > 1) throw new Fault('call.badInput', { where: 'files' })
    const order = { objectId, files: givenFiles(ctx, files, ...ANY_FILE), as: 'attachments', kind, replaces }
    return { job: await ctx.jobs.start('media.take', order) }
  },

  async describe({ id, view, caption, photographer, scaleCard }, ctx) {
    const parts = {
      ...(view === undefined ? {} : { view }),
      ...(caption === undefined ? {} : { caption: orNull(caption) }),
      ...(photographer === undefined ? {} : { photographer: orNull(photographer) }),
      ...(scaleCard === undefined ? {} : { scale_card: scaleCard === null ? null : Number(scaleCard) }),
    }
    return changed(ctx, (tx, museumId) =>
      ofPicture(tx, museumId, id, (row) => setParts(tx, museumId, 'picture', row, parts, ctx))
    )
  },

  async arrange({ objectId, ids }, ctx) {
    return changed(ctx, async (tx, museumId) => {
      const there = (await picturesOfObject(tx, museumId, objectId)).map((picture) => picture.id)
      const order = [...new Set([...ids.filter((id) => there.includes(id)), ...there])]
      let changes: Changes = {}
      for (const [position, id] of order.entries()) {
        const { changes: one } = await ofPicture(tx, museumId, id, (row) =>
          setParts(tx, museumId, 'picture', row, { position }, ctx)
        )
        changes = { ...changes, ...one }
      }
      return { objectId, changes }
    })
  },

  async remove({ id }, ctx) {
    return changed(ctx, (tx, museumId) =>
      ofPicture(tx, museumId, id, (row) => setPresence(tx, museumId, 'picture', row, false, ctx))
    )
  },

  ...markHandlers,

  async describeAttachment({ id, kind, title, day }, ctx) {
    const parts = {
      ...(kind === undefined ? {} : { kind }),
      ...(title === undefined ? {} : { title: orNull(title) }),
      ...(day === undefined ? {} : { day }),
    }
    return changed(ctx, async (tx, museumId) => {
      const row = await thingThere(tx, museumId, 'attachment', id)
      if (!row) throw new Fault('attachment.missing')
      const changes = await setParts(tx, museumId, 'attachment', row, parts, ctx)
      return { objectId: row.object_id, changes }
    })
  },

  async removeAttachment({ id }, ctx) {
    return changed(ctx, async (tx, museumId) => {
      const row = await thingThere(tx, museumId, 'attachment', id)
      if (!row) throw new Fault('attachment.missing')
      return {
        objectId: row.object_id,
        changes: await setPresence(tx, museumId, 'attachment', row, false, ctx),
      }
    })
  },

  async saveAttachment({ id, to }, ctx) {
    const museum = ctx.museum()
    if (!(await attachmentById(museum.db, museum.id, id))) throw new Fault('attachment.missing')
    const path = ctx.files.path(to, 'saveAttachment')
    return { job: await ctx.jobs.start('media.saveAttachment', { id, to: path }) }
  },

  async photos({ folder, files, rehearse, smallReason }, ctx) {
    ctx.museum()
    if ((folder === undefined) === (files === undefined)) throw new Fault('call.badInput', { where: 'files' })
    const from =
      folder === undefined
        ? { files: givenFiles(ctx, files ?? [], 'picture') }
        : { folder: ctx.files.path(folder, 'pictureFolder') }
    return { job: await ctx.jobs.start('media.photos', { from, rehearse, smallReason }) }
  },

  async saveOut({ chosen, folder }, ctx) {
    ctx.museum()
    const path = ctx.files.path(folder, 'saveFolder')
    return { job: await ctx.jobs.start('media.saveOut', { chosen, folder: path }) }
  },

  renew: async (_, ctx) => ({ job: await ctx.jobs.start('media.renew', {}) }),
} satisfies Handlers<MuseumContract, Ctx>['media']

const orNull = (text: string | null): string | null => (text === '' ? null : text)

/** `picture.missing` for one that is not there, or was taken away. */
async function ofPicture(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  deed: (row: PictureRow) => Promise<Changes>
): Promise<Done> {
  const row = await thingThere(tx, museumId, 'picture', id)
  if (!row) throw new Fault('picture.missing')
  return { objectId: row.object_id, changes: await deed(row) }
}
