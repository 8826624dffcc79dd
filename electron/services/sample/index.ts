import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import sample from '../../../resources/sample/yunhe.json' with { type: 'json' }
import { layMedia, settleMedia, type KeptMedia } from '../../files/mediaStore.ts'
import { jpegOfDrawing } from '../../files/pictures.ts'
import { insertPictures } from '../../store/media.ts'
import { openStore } from '../../store/open.ts'
import { insertMuseum, type MuseumRow } from '../../store/workspace.ts'
import { catalogue } from '../catalogue.ts'
import { today } from '../clock.ts'
import type { Ctx, OpenMuseum } from '../context.ts'
import { idMint } from '../ids.ts'
import type { Progress } from '../making.ts'
import { write } from '../write.ts'
import { withSlips } from './dirt.ts'
import { drawingSvg, type View } from './drawing.ts'
import { sampleHistory, type Event } from './history.ts'
import { sampleObjects, type SampleObject } from './objects.ts'
import { seeded } from './seeded.ts'

/** The year the museum of Yunhe opened. */
const SEED = 1953
/** The most precious objects are photographed from three sides (I1 of china-standards 2.3). */
const VIEWS: readonly View[] = ['正视', '侧视', '局部']

/**
 * Makes the sample museum 云河县博物馆 in `folder`: about three hundred objects with pictures, entered and changed over
 * three years by four people, through the same services as real ones. Made beside the folder and renamed when whole.
 */
export async function makeSample(ctx: Ctx, folder: string, progress: Progress = () => {}): Promise<void> {
  const making = `${folder}.making`
  await rm(making, { recursive: true, force: true })
  const { nativeBinding } = ctx.house.settings
  const store = await openStore(making, { create: true, nativeBinding })
  try {
    // nobody relies on the folder before it has its name: flushed once, at the end, instead of two thousand times
    store.file.pragma('synchronous = off')
    let now = '2023-03-06T00:00:00.000Z'
    const mintId = idMint(() => Date.parse(now))
    const row: MuseumRow = {
      id: mintId(),
      name: sample.museum,
      province: 'shanxi',
      code: '14999900012',
      is_sample: 1,
    }
    await insertMuseum(store.db, row, now)
    const museum: OpenMuseum = { id: row.id, folder: making, db: store.db }
    const at = (event: Event): Ctx => {
      now = event.at
      return {
        ...ctx,
        person: event.person,
        museum: () => museum,
        now: () => now,
        today: () => today(() => Date.parse(now)),
        mintId,
        // nobody else knows of this store, and nobody need hear of it
        alone: (deed) => deed(),
        tell: () => {},
      }
    }
    await live(at, making, progress)
    const pictures = await store.db.selectFrom('picture').select('sha256').execute()
    await settleMedia(
      making,
      pictures.map((picture) => picture.sha256)
    )
    store.file.pragma('synchronous = full')
    store.file.pragma('wal_checkpoint(truncate)')
  } catch (error) {
    await store.close()
    await rm(making, { recursive: true, force: true })
    throw error
  }
  await store.close()
  if (existsSync(folder)) await rm(folder, { recursive: true })
  await rename(making, folder)
}

async function live(at: (event: Event) => Ctx, folder: string, progress: Progress): Promise<void> {
  const chance = seeded(SEED)
  const objects = withSlips(sampleObjects(chance))
  const events = sampleHistory(objects, chance)
  // drawn by other threads while this one enters the objects
  const stop = new AbortController()
  const pictures = objects.map(photographer(folder, stop.signal))
  // one that fails is told where it is waited for
  for (const one of pictures) one.catch(() => undefined)
  try {
    await enter(at, objects, events, pictures, progress)
  } finally {
    // whoever takes the folder away must not have a picture laid into it after that
    stop.abort()
    await Promise.allSettled(pictures)
  }
}

async function enter(
  at: (event: Event) => Ctx,
  objects: readonly SampleObject[],
  events: readonly Event[],
  pictures: readonly Promise<Photograph[]>[],
  progress: Progress
): Promise<void> {
  const records = new Map<number, { id: string; revision: number }>()
  let done = 0
  for (const event of events) {
    const object = objects[event.object]
    const record = records.get(event.object)
    const ctx = at(event)
    if (event.changes === null && object) {
      const id = ctx.mintId()
      const shown = await catalogue.register({ id, values: object.values }, ctx)
      await attach(ctx, id, (await pictures[event.object]) ?? [])
      records.set(event.object, { id, revision: shown.record.revision })
    } else if (event.changes !== null && record) {
      const { id, revision } = record
      const given = event.reason === undefined ? {} : { reason: event.reason }
      const shown = await catalogue.amend({ id, revision, changes: event.changes, ...given }, ctx)
      records.set(event.object, { id, revision: shown.record.revision })
    }
    done += 1
    await progress('sample', done, events.length)
  }
}

interface Photograph extends KeptMedia {
  readonly view: View
}

const LANES = 4

/** Takes the pictures of objects; two that look alike share one. */
function photographer(folder: string, signal: AbortSignal): (object: SampleObject) => Promise<Photograph[]> {
  const taken = new Map<string, Promise<KeptMedia>>()
  // a few at a time, so that a wish to stop is heard between them
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
  const photograph = (svg: string): Promise<KeptMedia> => {
    const lane = taken.size % LANES
    const photographed = (lanes[lane] ?? Promise.resolve()).then(async () => {
      signal.throwIfAborted()
      return layMedia(folder, await jpegOfDrawing(svg))
    })
    lanes[lane] = photographed.catch(() => undefined)
    return photographed
  }
  const take = (svg: string): Promise<KeptMedia> => {
    const known = taken.get(svg) ?? photograph(svg)
    taken.set(svg, known)
    return known
  }
  return ({ values, drawing }) => {
    const precious = values.grade === '一级' || values.grade === '二级'
    const views = precious ? VIEWS : VIEWS.slice(0, 1)
    return Promise.all(views.map(async (view) => ({ view, ...(await take(drawingSvg(drawing, view))) })))
  }
}

async function attach(ctx: Ctx, objectId: string, photographs: readonly Photograph[]): Promise<void> {
  await write(ctx, (tx, museum) =>
    insertPictures(
      tx,
      photographs.map(({ view, sha256, bytes }, at) => ({
        museum_id: museum.id,
        id: ctx.mintId(),
        object_id: objectId,
        sha256,
        type: 'image/jpeg',
        bytes,
        view,
        caption: null,
        position: at + 1,
        created_at: ctx.now(),
      }))
    )
  )
}
