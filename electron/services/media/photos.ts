import { basename } from 'node:path'
import type { Transaction } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import { MOST_MATCHES, type PhotosResult } from '../../../shared/media/contract.ts'
import { thingKey } from '../../../shared/media/keys.ts'
import { numberInName, pictureRemark, readPictureName } from '../../../shared/media/rules.ts'
import type { TakenPicture } from '../../files/pictureIntake.ts'
import { insertAudit, type NewAudit } from '../../store/audit.ts'
import { insertBatch } from '../../store/imports.ts'
import { insertPictures, numbersOfObjects, picturesThere } from '../../store/media.ts'
import type { Database } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { saidOf } from './history.ts'
import { intake, type GivenFile } from './intake.ts'
import { photosIn } from './photoFolder.ts'
import { pictureRow } from './rows.ts'

export interface PhotosOrder {
  /** Photos of a folder and those in it, or those that were named. */
  readonly from: { readonly folder: string } | { readonly files: readonly GivenFile[] }
  readonly rehearse: boolean
  readonly smallReason?: string | undefined
}

interface Found {
  readonly id: string
  readonly number: string
}
type Photo = TakenPicture & { readonly name: string; readonly view: string; readonly objectId: string }

/**
 * Takes in photos, each as a picture of the object whose number its name begins with, as one batch. A second
 * time adds nothing. Names of files are told from the folder on. Faults: file.missing, file.notFolder, picture.tooMany.
 */
export async function takePhotos(order: PhotosOrder, ctx: JobCtx): Promise<PhotosResult> {
  const museum = ctx.museum()
  const result: PhotosResult = {
    batch: null,
    files: 0,
    matched: 0,
    added: 0,
    already: 0,
    unmatched: [],
    refused: [],
    remarks: [],
    matches: [],
  }
  await ctx.progress('reading', 0, null)
  const files = 'folder' in order.from ? await photosIn(order.from.folder) : [...order.from.files]
  result.files = files.length
  const numbers = await numbersByName(ctx)
  const { known, last } = await picturesThere(museum.db, museum.id)
  const photos: Photo[] = []
  const wish = { as: 'pictures', keep: !order.rehearse, small: order.smallReason !== undefined } as const
  return intake(ctx, wish, async (come) => {
    const matched = matchedTo(files, numbers, result)
    let at = files.length - matched.length
    for await (const [{ name, object, view }, came] of come(matched)) {
      await ctx.progress('pictures', ++at, files.length)
      if (!('picture' in came)) {
        if ('refused' in came) result.refused.push({ file: name, code: came.refused })
        continue
      }
      const { picture } = came
      result.matched += 1
      const key = `${object.id} ${picture.sha256}`
      if (known.has(key)) {
        result.already += 1
        continue
      }
      known.add(key)
      result.added += 1
      const remark = pictureRemark(picture.width, picture.height)
      if (remark) result.remarks.push({ file: name, code: remark })
      if (result.matches.length < MOST_MATCHES)
        result.matches.push({ file: name, number: object.number, view })
      photos.push({ ...picture, name: basename(name), view, objectId: object.id })
    }
    await ctx.progress('writing', files.length, files.length)
    if (order.rehearse || photos.length === 0) return result
    const name = 'folder' in order.from ? basename(order.from.folder) : (files[0]?.name ?? '')
    return { ...result, batch: await enter(name, photos, last, result, order.smallReason, ctx) }
  })
}

interface Matched extends GivenFile {
  readonly object: Found
  readonly view: string
}

/** The files that are of one object by their names; of the others the result says why not. */
function matchedTo(
  files: readonly GivenFile[],
  numbers: ReadonlyMap<string, readonly Found[]>,
  result: PhotosResult
): Matched[] {
  return files.flatMap((file) => {
    const read = readPictureName(file.name, (key) => numbers.get(key))
    const [object, other] = read?.of ?? []
    if (read !== null && object !== undefined && other === undefined)
      return [{ ...file, object, view: read.view }]
    if (read === null) result.unmatched.push(file.name)
    else result.refused.push({ file: file.name, code: 'picture.manyObjects' })
    return []
  })
}

/** One number may be that of several objects, of different books. */
async function numbersByName(ctx: JobCtx): Promise<ReadonlyMap<string, readonly Found[]>> {
  const { db, id } = ctx.museum()
  const found = new Map<string, Found[]>()
  for (const object of await numbersOfObjects(db, id)) {
    const key = numberInName(object.number)
    found.set(key, [...(found.get(key) ?? []), object])
  }
  return found
}

async function enter(
  name: string,
  photos: readonly Photo[],
  last: Map<string, number>,
  result: PhotosResult,
  smallReason: string | undefined,
  ctx: JobCtx
): Promise<string> {
  const batchId = ctx.mintId()
  await write(ctx, async (tx, { id: museumId }) => {
    const at = ctx.now()
    await insertBatch(tx, {
      museum_id: museumId,
      id: batchId,
      kind: 'import',
      name,
      status: 'committed',
      person: ctx.person,
      file_name: null,
      file_sha256: null,
      plan: '{}',
      result: '{}',
      created: photos.length,
      changed: 0,
      unchanged: result.already,
      refused: result.refused.length + result.unmatched.length,
      created_at: at,
      undone_at: null,
    })
    await enterRows(tx, { museumId, at, batchId, smallReason }, photos, last, ctx)
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit', 'imports'] })
  return batchId
}

interface Entered {
  readonly museumId: string
  readonly at: string
  readonly batchId: string
  readonly smallReason: string | undefined
}

async function enterRows(
  tx: Transaction<Database>,
  { museumId, at, batchId, smallReason }: Entered,
  photos: readonly Photo[],
  last: Map<string, number>,
  ctx: JobCtx
): Promise<void> {
  const changes = new Map<string, Record<string, Changes[string]>>()
  const rows = photos.map((photo) => {
    const position = (last.get(photo.objectId) ?? -1) + 1
    last.set(photo.objectId, position)
    const place = { museumId, id: ctx.mintId(), objectId: photo.objectId, view: photo.view, position }
    const row = pictureRow(photo, place, { at, person: ctx.person, batchId }, smallReason)
    const ofObject = changes.get(photo.objectId) ?? {}
    ofObject[thingKey('picture', row.id)] = [null, saidOf.picture(row)]
    changes.set(photo.objectId, ofObject)
    return row
  })
  await insertPictures(tx, rows)
  await insertAudit(
    tx,
    [...changes].map(([recordId, made]): NewAudit => ({
      museumId,
      id: ctx.mintId(),
      at,
      person: ctx.person,
      action: 'imported',
      room: 'media',
      recordId,
      batchId,
      reason: null,
      changes: made,
    }))
  )
}
