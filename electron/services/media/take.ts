import { Fault } from '../../../shared/contract/faults.ts'
import { kindIn } from '../../../shared/media/attachments.ts'
import { thingKey } from '../../../shared/media/keys.ts'
import { pictureRemark, viewIn } from '../../../shared/media/rules.ts'
import type { TakeResult } from '../../../shared/media/contract.ts'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { KeptFile } from '../../files/keptFile.ts'
import type { TakenPicture } from '../../files/pictureIntake.ts'
import {
  attachmentById,
  attachmentsOf,
  insertAttachments,
  updateAttachment,
} from '../../store/attachments.ts'
import { objectById } from '../../store/catalogue.ts'
import { insertPictures, pictureById, picturesThere, updatePicture } from '../../store/media.ts'
import type { JobCtx, OpenMuseum } from '../context.ts'
import { write } from '../write.ts'
import { enterChanges, saidOf } from './history.ts'
import { intake, type GivenFile, type Manner } from './intake.ts'
import { attachmentRow, pictureRow } from './rows.ts'

export interface TakeOrder {
  readonly objectId: string
  readonly files: readonly GivenFile[]
  readonly as: Manner
  /** The picture, or attachment, of which the file is a new version. */
  readonly replaces?: string | undefined
  /** Why pictures that are too small come in all the same. */
  readonly smallReason?: string | undefined
  /** Of attachments; without it the name of the file tells. */
  readonly kind?: string | undefined
}

type Named<T> = T & { readonly name: string }
interface Arrived {
  readonly pictures: Named<TakenPicture>[]
  readonly attachments: Named<KeptFile>[]
}

/**
 * Takes files in one by one, what is refused with its reason and the rest all the same, and then enters them as one
 * change of the object. Cancelled, nothing stays. Faults: record.missing, picture.missing, attachment.missing.
 */
export async function takeFiles(order: TakeOrder, ctx: JobCtx): Promise<TakeResult> {
  const museum = ctx.museum()
  await objectById(museum.db, museum.id, order.objectId)
  const wish = { as: order.as, keep: true, small: order.smallReason !== undefined }
  return intake(ctx, wish, async (come) => {
    const isKnown = await knownTo(museum, order.objectId)
    const arrived: Arrived = { pictures: [], attachments: [] }
    const result: TakeResult = {
      files: order.files.length,
      added: 0,
      already: 0,
      attached: 0,
      refused: [],
      remarks: [],
      entryId: null,
    }
    let at = 0
    await ctx.progress('pictures', at, order.files.length)
    for await (const [{ name }, came] of come(order.files)) {
      await ctx.progress('pictures', ++at, order.files.length)
      if ('refused' in came) result.refused.push({ file: name, code: came.refused })
      else if ('attachment' in came) {
        if (isKnown('attachment', came.attachment.sha256)) result.already += 1
        else arrived.attachments.push({ ...came.attachment, name })
      } else if (isKnown('picture', came.picture.sha256)) result.already += 1
      else {
        arrived.pictures.push({ ...came.picture, name })
        const remark = pictureRemark(came.picture.width, came.picture.height)
        if (remark) result.remarks.push({ file: name, code: remark })
      }
    }
    await ctx.progress('writing', order.files.length, order.files.length)
    const { pictures, attachments } = arrived
    const entryId = pictures.length + attachments.length === 0 ? null : await enter(order, arrived, ctx)
    return { ...result, added: pictures.length, attached: attachments.length, entryId }
  })
}

/** Asked a second time, a file is known: the same one may be among those chosen twice. */
async function knownTo({ db, id }: OpenMuseum, objectId: string) {
  const { known } = await picturesThere(db, id, objectId)
  const pictures = [...known].map((key) => `picture ${key.split(' ')[1] ?? ''}`)
  const attachments = (await attachmentsOf(db, id, objectId)).map(({ sha256 }) => `attachment ${sha256}`)
  const all = new Set([...pictures, ...attachments])
  return (thing: 'picture' | 'attachment', sha256: string): boolean => {
    const key = `${thing} ${sha256}`
    const there = all.has(key)
    all.add(key)
    return there
  }
}

async function enter(
  order: TakeOrder,
  { pictures, attachments }: Arrived,
  ctx: JobCtx
): Promise<string | null> {
  const entryId = await write(ctx, async (tx, { id: museumId }) => {
    const by = { at: ctx.now(), person: ctx.person, batchId: null }
    const gone = { removed_at: by.at, removed_by: by.person }
    const changes: Record<string, Changes[string]> = {}
    if (pictures.length > 0) {
      const old = order.replaces === undefined ? undefined : await pictureById(tx, museumId, order.replaces)
      if (order.replaces !== undefined && (old?.object_id !== order.objectId || old.removed_at !== null))
        throw new Fault('picture.missing')
      const { last } = await picturesThere(tx, museumId, order.objectId)
      let position = last.get(order.objectId) ?? -1
      const rows = pictures.map((picture) => {
        position += 1
        const place = { museumId, id: ctx.mintId(), objectId: order.objectId, position }
        const row = pictureRow(picture, { ...place, view: viewIn(picture.name) }, by, order.smallReason)
        if (!old) return row
        const { view, caption, position: before, photographer } = old
        const photographed = row.photographer ?? photographer
        return { ...row, view, caption, position: before, photographer: photographed, replaces: old.id }
      })
      await insertPictures(tx, rows)
      for (const row of rows) changes[thingKey('picture', row.id)] = [null, saidOf.picture(row)]
      if (old) {
        changes[thingKey('picture', old.id)] = [saidOf.picture(old), null]
        await updatePicture(tx, museumId, old.id, gone)
      }
    }
    if (attachments.length > 0) {
      const replaced = order.as === 'attachments' ? order.replaces : undefined
      const old = replaced === undefined ? undefined : await attachmentById(tx, museumId, replaced)
      if (replaced !== undefined && (old?.object_id !== order.objectId || old.removed_at !== null))
        throw new Fault('attachment.missing')
      const rows = attachments.map((file) => {
        const place = { museumId, id: ctx.mintId(), objectId: order.objectId }
        const row = attachmentRow(file, { ...place, kind: order.kind ?? kindIn(file.name) }, by)
        if (!old) return row
        return { ...row, kind: old.kind, title: old.title, day: old.day, replaces: old.id }
      })
      await insertAttachments(tx, rows)
      for (const row of rows) changes[thingKey('attachment', row.id)] = [null, saidOf.attachment(row)]
      if (old) {
        changes[thingKey('attachment', old.id)] = [saidOf.attachment(old), null]
        await updateAttachment(tx, museumId, old.id, gone)
      }
    }
    return enterChanges(tx, museumId, order.objectId, changes, ctx)
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit'] })
  return entryId
}
