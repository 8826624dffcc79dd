import { opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Transaction } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { MOST_MATCHES, type PhotosResult } from '../../../shared/media/contract.ts'
import { numberInName, pictureKey, pictureRemark, readPictureName } from '../../../shared/media/rules.ts'
import type { TakenPicture } from '../../files/pictureIntake.ts'
import { insertAudit, type NewAudit } from '../../store/audit.ts'
import { insertBatch } from '../../store/imports.ts'
import { insertPictures, numbersOfObjects, picturesThere } from '../../store/media.ts'
import type { Database } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { write } from '../write.ts'
import { intake, rowOf, saidOf, type GivenFile } from './take.ts'

export interface PhotosOrder {
  readonly folder: string
  readonly rehearse: boolean
}

/** Photos in one go; a folder with more is taken in parts. */
export const MOST_PHOTOS = 50_000
const DEEPEST = 8

interface Found {
  readonly id: string
  readonly number: string
}
type Photo = TakenPicture & { readonly name: string; readonly view: string; readonly objectId: string }

/**
 * Takes in a folder of photos, each as a picture of the object whose number its name begins with, as one batch. A second
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
  const files = await photosIn(order.folder)
  result.files = files.length
  const numbers = await numbersByName(ctx)
  const { known, last } = await picturesThere(museum.db, museum.id)
  return intake(
    ctx,
    async (take) => {
      const photos: Photo[] = []
      for (const [at, file] of files.entries()) {
        await ctx.progress('pictures', at, files.length)
        const read = readPictureName(file.name, (key) => numbers.get(key))
        if (read === null) {
          result.unmatched.push(file.name)
          continue
        }
        const [object, other] = read.of
        if (object === undefined || other !== undefined) {
          result.refused.push({ file: file.name, code: 'picture.manyObjects' })
          continue
        }
        const picture = await take(file.path, file.name, result.refused)
        if (picture === null) continue
        result.matched += 1
        const key = `${object.id} ${picture.sha256}`
        if (known.has(key)) {
          result.already += 1
          continue
        }
        known.add(key)
        result.added += 1
        const remark = pictureRemark(picture.width, picture.height)
        if (remark) result.remarks.push({ file: file.name, code: remark })
        if (result.matches.length < MOST_MATCHES)
          result.matches.push({ file: file.name, number: object.number, view: read.view })
        photos.push({ ...picture, name: basename(file.name), view: read.view, objectId: object.id })
      }
      await ctx.progress('writing', files.length, files.length)
      if (order.rehearse || photos.length === 0) return result
      return { ...result, batch: await enter(basename(order.folder), photos, last, result, ctx) }
    },
    !order.rehearse
  )
}

/** All files of a folder and those in it, by name; hidden ones and links are left out. */
async function photosIn(folder: string): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  const walk = async (path: string, before: string, depth: number): Promise<void> => {
    for await (const entry of await opendir(path)) {
      if (entry.name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(entry.name)) continue
      const name = before + entry.name
      if (entry.isDirectory() && depth < DEEPEST) await walk(join(path, entry.name), `${name}/`, depth + 1)
      if (!entry.isFile()) continue
      if (files.length >= MOST_PHOTOS) throw new Fault('picture.tooMany', { limit: MOST_PHOTOS })
      files.push({ path: join(path, entry.name), name })
    }
  }
  try {
    await walk(folder, '', 0)
  } catch (error) {
    if (error instanceof Fault) throw error
    const code =
      error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
        ? 'file.notFolder'
        : 'file.missing'
    throw new Fault(code, { file: basename(folder) })
  }
  return files.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
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
    await enterRows(tx, { museumId, at, batchId }, photos, last, ctx)
  })
  ctx.tell({ kind: 'changed', rooms: ['media', 'audit', 'imports'] })
  return batchId
}

async function enterRows(
  tx: Transaction<Database>,
  { museumId, at, batchId }: { museumId: string; at: string; batchId: string },
  photos: readonly Photo[],
  last: Map<string, number>,
  ctx: JobCtx
): Promise<void> {
  const changes = new Map<string, Record<string, Changes[string]>>()
  const rows = photos.map((photo) => {
    const position = (last.get(photo.objectId) ?? -1) + 1
    last.set(photo.objectId, position)
    const place = { museumId, id: ctx.mintId(), objectId: photo.objectId, view: photo.view, position }
    const row = rowOf(photo, place, { at, person: ctx.person, batchId })
    const ofObject = changes.get(photo.objectId) ?? {}
    ofObject[pictureKey(row.id)] = [null, saidOf(row)]
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
