import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { PROVINCES } from '../../shared/workspace/contract.ts'
import { countRows, jobById, putSetting, readSetting, recentJobs } from '../store/workspace.ts'
import type { Ctx } from './context.ts'
import { folderName, refuseNetwork, type Opened } from './house.ts'
import { readRecent, recentToken, shownRecent } from './recent.ts'
import { bringWhole } from './exchange/bring-whole.ts'
import { made, stopMaking } from './making.ts'
import { makeSample } from './sample/index.ts'
import { write } from './write.ts'

export const workspace = {
  async state(_, ctx) {
    const { opened, settings, refused } = ctx.house
    return {
      museum: opened ? await shown(opened) : null,
      recent: readRecent(settings.home).map(shownRecent),
      person: ctx.person,
      refused: refused && { code: refused.code, detail: { ...refused.detail } },
    }
  },

  async create({ folder, name, province }, ctx) {
    const path = ctx.files.path(folder, 'newMuseumFolder')
    return { museum: await shown(await ctx.house.create(path, { name, province })) }
  },

  async open({ folder }, ctx) {
    const recent = readRecent(ctx.house.settings.home).find((one) => recentToken(one.folder) === folder)
    const path = recent ? recent.folder : ctx.files.path(folder, 'museumFolder')
    return { museum: await shown(await ctx.house.open(path)) }
  },

  async openSample(_, ctx) {
    const folder = join(ctx.house.settings.home, 'sample')
    // made beside it and renamed when whole, so that a sample is never shown half
    if (!existsSync(join(folder, 'museum.db')))
      await made(ctx, folder, (progress) => makeSample(ctx, folder, progress))
    return { museum: await shown(await ctx.house.open(folder)) }
  },

  async bring({ from, folder }, ctx) {
    const to = ctx.files.path(folder, 'newMuseumFolder')
    const order = { from: ctx.files.path(from, 'wholeFolder'), to }
    const { nativeBinding } = ctx.house.settings
    refuseNetwork(to)
    await made(ctx, to, (progress, signal) => bringWhole(order, nativeBinding, progress, signal))
    return { museum: await shown(await ctx.house.open(to)) }
  },

  stopMaking: async () => ({ stopped: stopMaking() }),

  async close(_, ctx) {
    await ctx.house.close()
    return {}
  },

  async job({ id }, ctx) {
    const museum = ctx.museum()
    const job = await jobById(museum.db, museum.id, id)
    if (!job) throw new Fault('job.missing')
    return { job }
  },

  async jobs({ limit }, ctx) {
    const museum = ctx.museum()
    return { jobs: await recentJobs(museum.db, museum.id, limit) }
  },

  async cancel({ id }, ctx) {
    return { cancelled: await ctx.jobs.cancel(id) }
  },

  async setting({ key }, ctx) {
    const museum = ctx.museum()
    return { value: await readSetting(museum.db, museum.id, key) }
  },

  async keepSetting({ key, value }, ctx) {
    await write(ctx, (tx, museum) => putSetting(tx, museum.id, key, value))
    return {}
  },

  check: async (_, ctx) => ({ job: await ctx.jobs.start('workspace.check', {}) }),

  backup: async (_, ctx) => ({ job: await ctx.jobs.start('workspace.backup', {}) }),

  async stats(_, ctx) {
    const { db, id } = ctx.museum()
    const sum = await db
      .selectFrom('object')
      .select((of) => of.fn.sum<number | string | null>('actual_quantity').as('n'))
      .where('museum_id', '=', id)
      .executeTakeFirst()
    return {
      objects: await countRows(db, 'object', id),
      actualQuantity: Number(sum?.n ?? 0),
      drafts: await countRows(db, 'draft', id),
      batches: await countRows(db, 'batch', id),
      media: await countRows(db, 'picture', id),
    }
  },
} satisfies Handlers<MuseumContract, Ctx>['workspace']

async function shown(opened: Opened) {
  return {
    id: opened.id,
    name: opened.row.name,
    province: opened.row.province as (typeof PROVINCES)[number],
    code: opened.row.code,
    folder: folderName(opened),
    sample: opened.row.is_sample === 1,
    slowDisk: opened.journal !== 'wal',
    uncleanEnd: opened.uncleanEnd,
    objects: await countRows(opened.db, 'object', opened.id),
  }
}
