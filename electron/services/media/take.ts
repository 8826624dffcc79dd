import { Fault, type FaultCode } from '../../../shared/contract/faults.ts'
import { pictureKey, pictureRemark, viewIn } from '../../../shared/media/rules.ts'
import type { TakeResult } from '../../../shared/media/contract.ts'
import type { Changes } from '../../../shared/audit/rules.ts'
import { dropPicture, sweepParts, takePicture, type TakenPicture } from '../../files/pictureIntake.ts'
import { insertAudit } from '../../store/audit.ts'
import { objectById } from '../../store/catalogue.ts'
import { jobsAtWork } from '../../store/jobs.ts'
import { insertPictures, isFileKept, pictureById, picturesThere, updatePicture } from '../../store/media.ts'
import type { JobCtx, OpenMuseum } from '../context.ts'
import { write } from '../write.ts'

export interface GivenFile {
  readonly path: string
  readonly name: string
}

export interface TakeOrder {
  readonly objectId: string
  readonly files: readonly GivenFile[]
  /** The picture of which the file is a new version. */
  readonly replaces?: string | undefined
}

interface Taken extends TakenPicture {
  readonly name: string
}

/** The folder of an open museum; pictures are kept in files, so a store without one takes none. */
export function folderOf(museum: OpenMuseum): string {
  if (museum.folder === null) throw new Fault('museum.none')
  return museum.folder
}

/**
 * Takes files in one by one, what is refused with its reason and the rest all the same, and then enters them as one
 * change of the object. Cancelled, nothing stays. Faults: record.missing, picture.missing.
 */
export async function takePictures(order: TakeOrder, ctx: JobCtx): Promise<TakeResult> {
  const museum = ctx.museum()
  await objectById(museum.db, museum.id, order.objectId)
  return intake(ctx, async (take) => {
    const { known } = await picturesThere(museum.db, museum.id, order.objectId)
    const taken: Taken[] = []
    const result: TakeResult = {
      files: order.files.length,
      added: 0,
      already: 0,
      refused: [],
      remarks: [],
      entryId: null,
    }
    for (const [at, { path, name }] of order.files.entries()) {
      await ctx.progress('pictures', at, order.files.length)
      const picture = await take(path, name, result.refused)
      if (picture === null) continue
      const key = `${order.objectId} ${picture.sha256}`
      if (known.has(key)) {
        result.already += 1
        continue
      }
      known.add(key)
      taken.push({ ...picture, name })
      const remark = pictureRemark(picture.width, picture.height)
      if (remark) result.remarks.push({ file: name, code: remark })
    }
    await ctx.progress('writing', order.files.length, order.files.length)
    const entryId = taken.length === 0 ? null : await enter(order, taken, ctx)
    return { ...result, added: taken.length, entryId }
  })
}

type Take = (
  path: string,
  name: string,
  refused: { file: string; code: FaultCode }[]
) => Promise<TakenPicture | null>

/**
 * Works with a `take` that keeps files and remembers which are new: whatever ends the work without entering them takes
 * them away again. `keep` false only looks.
 */
export async function intake<T>(ctx: JobCtx, deed: (take: Take) => Promise<T>, keep = true): Promise<T> {
  const museum = ctx.museum()
  const folder = folderOf(museum)
  if (keep && (await jobsAtWork(museum.db, museum.id, 'media.')) <= 1) await sweepParts(folder)
  const fresh = new Set<string>()
  try {
    return await deed(async (path, name, refused) => {
      try {
        const picture = await takePicture(folder, path, keep)
        if (picture.fresh) fresh.add(picture.sha256)
        return picture
      } catch (error) {
        // a full disk ends it all; what is wrong with one file is told of that file
        if (!(error instanceof Fault) || error.code === 'file.diskFull') throw error
        refused.push({ file: name, code: error.code })
        return null
      }
    })
  } catch (error) {
    for (const sha256 of fresh)
      if (!(await isFileKept(museum.db, museum.id, sha256))) await dropPicture(folder, sha256)
    throw error
  }
}

/** The row of a picture that was taken in. */
export function rowOf(
  picture: TakenPicture & { readonly name: string },
  place: { museumId: string; id: string; objectId: string; view: string; position: number },
  by: { at: string; person: string; batchId: string | null }
) {
  return {
    museum_id: place.museumId,
    id: place.id,
    object_id: place.objectId,
    sha256: picture.sha256,
    type: picture.type,
    bytes: picture.bytes,
    view: place.view,
    caption: null as string | null,
    position: place.position,
    created_at: by.at,
    name: picture.name,
    width: picture.width,
    height: picture.height,
    taken: picture.taken,
    created_by: by.person,
    batch_id: by.batchId,
    replaces: null as string | null,
    removed_at: null,
    removed_by: null,
  }
}

/** What the history says of a picture: its view and file. */
export const saidOf = (row: { view: string; name: string | null; sha256: string }): string =>
  `${row.view} ${row.name ?? row.sha256.slice(0, 12)}`

async function enter(order: TakeOrder, taken: readonly Taken[], ctx: JobCtx): Promise<string> {
  const entryId = await write(ctx, async (tx, { id: museumId }) => {
    const at = ctx.now()
    const old = order.replaces === undefined ? undefined : await pictureById(tx, museumId, order.replaces)
    if (order.replaces !== undefined && (old?.object_id !== order.objectId || old.removed_at !== null))
      throw new Fault('picture.missing')
    const { last } = await picturesThere(tx, museumId, order.objectId)
    let position = last.get(order.objectId) ?? -1
    const rows = taken.map((picture) => {
      position += 1
      const place = { museumId, id: ctx.mintId(), objectId: order.objectId, position }
      const row = rowOf(
        picture,
        { ...place, view: viewIn(picture.name) },
        { at, person: ctx.person, batchId: null }
      )
      if (!old) return row
      return { ...row, view: old.view, caption: old.caption, position: old.position, replaces: old.id }
    })
    await insertPictures(tx, rows)
    const changes: Record<string, Changes[string]> = {}
    for (const row of rows) changes[pictureKey(row.id)] = [null, saidOf(row)]
    if (old) {
      changes[pictureKey(old.id)] = [saidOf(old), null]
      await updatePicture(tx, museumId, old.id, { removed_at: at, removed_by: ctx.person })
    }
    const id = ctx.mintId()
    const entry = { museumId, id, at, person: ctx.person, action: 'amended' as const, room: 'media' }
    await insertAudit(tx, [{ ...entry, recordId: order.objectId, batchId: null, reason: null, changes }])
    return id
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit'] })
  return entryId
}
