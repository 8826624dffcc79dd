import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaPath } from '../../electron/files/mediaStore.ts'
import { mintId } from '../../electron/services/ids.ts'
import { photosResult, savedOut, takeResult } from '../../shared/media/contract.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPhoto } from './photographs.ts'

describe.each(ENGINES)('rules I1–I5 on %s', (engine) => {
  let museum: TestMuseum
  let desk: string
  const ids = new Map<string, string>()
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    desk = mkdtempSync(join(tmpdir(), 'photos-'))
    for (const number of ['0008', '61.5/135', '空'])
      ids.set(
        number,
        (await museum.client.catalogue.register({ id: mintId(), values: aBronze({ number }) })).record.id
      )
  })
  afterEach(async () => {
    await museum.close()
    rmSync(desk, { recursive: true, force: true })
  })
  const of = async (number: string) =>
    (await museum.client.media.ofObject({ objectId: ids.get(number) ?? '' })).pictures
  const take = async (number: string, files: string[], smallReason?: string) => {
    const order = { objectId: ids.get(number) ?? '', files }
    const started = await museum.client.media.take({ ...order, ...(smallReason ? { smallReason } : {}) })
    return takeResult.parse((await museum.finished(started)).result)
  }
  const photos = async (order: Parameters<TestMuseum['client']['media']['photos']>[0]) =>
    photosResult.parse((await museum.finished(await museum.client.media.photos(order))).result)

  it('I2: under 800 pixels a picture stays out, unless somebody says why; the reason stays with it', async () => {
    const small = await aPhoto(desk, '0008-旧照.jpg', { width: 799, height: 600 })
    const enough = await aPhoto(desk, '0008-新.jpg', { width: 800, height: 600, colour: '#112233' })
    expect(await take('0008', [small, enough])).toMatchObject({
      added: 1,
      refused: [{ file: '0008-旧照.jpg', code: 'picture.tooSmall' }],
      remarks: [{ file: '0008-新.jpg', code: 'small' }],
    })
    expect(await take('0008', [small], '1985 年底片已失')).toMatchObject({
      added: 1,
      remarks: [{ code: 'tooSmall' }],
    })
    expect((await of('0008')).map(({ smallReason }) => smallReason)).toEqual([null, '1985 年底片已失'])
    expect(
      await museum.call('media.take', { objectId: ids.get('0008'), files: [small], smallReason: ' ' })
    ).toMatchObject({ ok: false })
    // a rehearsal says the same
    expect(await photos({ files: [small], rehearse: true })).toMatchObject({
      refused: [{ code: 'picture.tooSmall' }],
    })
    expect(await photos({ files: [small], rehearse: false, smallReason: '老照片' })).toMatchObject({
      already: 1,
    })
  })

  it('I4: the photographer comes from the camera or by hand, the scale card by hand, both with a history', async () => {
    await take('0008', [
      await aPhoto(desk, 'a.jpg', { artist: 'Wang' }),
      await aPhoto(desk, 'b.jpg', { colour: '#123456' }),
    ])
    const [a, b] = await of('0008')
    expect([a?.photographer, b?.photographer, a?.scaleCard]).toEqual(['Wang', null, null])
    expect(a?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const { entryId } = await museum.client.media.describe({
      id: b?.id ?? '',
      photographer: '王小明',
      scaleCard: true,
    })
    expect((await of('0008'))[1]).toMatchObject({ photographer: '王小明', scaleCard: true })
    await museum.client.media.describe({ id: a?.id ?? '', scaleCard: false })
    expect((await of('0008'))[0]).toMatchObject({ scaleCard: false })
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect((await of('0008'))[1]).toMatchObject({ photographer: null, scaleCard: null })
  })

  it('I3: saved out under number, view and place in the row, and taken in again by those names', async () => {
    const front = await aPhoto(desk, '正视.jpg', { colour: '#100000' })
    const other = await aPhoto(desk, '正面2.jpg', { colour: '#200000' })
    await take('0008', [front, other, await aPhoto(desk, '底.png', { colour: '#300000', as: 'png' })])
    await take('61.5/135', [await aPhoto(desk, '全景.tif', { colour: '#400000', as: 'tiff' })])
    const out = join(desk, 'out')
    mkdirSync(out)
    const save = async (
      chosen: Parameters<TestMuseum['client']['media']['saveOut']>[0]['chosen'],
      folder = out
    ) => museum.finished(await museum.client.media.saveOut({ chosen, folder }))
    const all = { kind: 'found' as const, find: {}, except: [] }
    expect(savedOut.parse((await save(all)).result)).toEqual({ objects: 2, saved: 4, failed: [] })
    const names = ['0008-底部-1.png', '0008-正视-1.jpg', '0008-正视-2.jpg', '61.5_135-全景-1.tif']
    expect(readdirSync(out).sort()).toEqual([...names].sort())
    expect(readFileSync(join(out, '0008-正视-1.jpg'))).toEqual(readFileSync(front))
    // into another museum of the same numbers
    const target = await aMuseum()
    try {
      for (const number of ids.keys())
        await target.client.catalogue.register({ id: mintId(), values: aBronze({ number }) })
      const job = await target.finished(await target.client.media.photos({ folder: out, rehearse: false }))
      expect(photosResult.parse(job.result)).toMatchObject({ added: 4, unmatched: [], refused: [] })
      const { record } = await target.client.catalogue.byNumber({ number: '0008' })
      const { pictures } = await target.client.media.ofObject({ objectId: record.id })
      expect(pictures.map(({ view }) => view).sort()).toEqual(['底部', '正视', '正视'].sort())
    } finally {
      await target.close()
    }
    // a second time nothing is written over, and the copies are read as the same
    const one = { kind: 'these', ids: [ids.get('0008') ?? ''] } as const
    writeFileSync(join(out, '0008-底部-1.png'), 'somebody worked on it')
    expect((await save({ ...one, ids: [...one.ids] })).result).toMatchObject({ objects: 1, saved: 3 })
    expect(readFileSync(join(out, '0008-底部-1.png'), 'utf8')).toBe('somebody worked on it')
    expect(readdirSync(out)).toContain('0008-正视-1(2).jpg')
    expect(await photos({ folder: out, rehearse: true })).toMatchObject({ added: 0, unmatched: [] })
  })

  it('I5: a file that is lost or altered is told when it is saved out, and the others are saved', async () => {
    await take('0008', [await aPhoto(desk, '正视.jpg'), await aPhoto(desk, '底.jpg', { colour: '#010203' })])
    const [front] = await of('0008')
    writeFileSync(mediaPath(museum.folder, front?.sha256 ?? ''), 'altered')
    const out = join(desk, 'out')
    mkdirSync(out)
    const chosen = { kind: 'these' as const, ids: [ids.get('0008') ?? ''] }
    const job = await museum.finished(await museum.client.media.saveOut({ chosen, folder: out }))
    expect(job.result).toMatchObject({
      saved: 1,
      failed: [{ file: '0008-正视-1.jpg', code: 'file.damaged' }],
    })
    expect(readdirSync(out)).toEqual(['0008-底部-1.jpg'])
    const gone = await museum.finished(
      await museum.client.media.saveOut({ chosen, folder: join(desk, 'no') })
    )
    expect(gone.fault?.code).toBe('file.noFolder')
  })

  it('I1: a picture that was taken away is none', async () => {
    await museum.db.updateTable('object').set({ grade: '一般' }).execute()
    await take('0008', [await aPhoto(desk, '0008-正视.jpg')])
    const missing = async () => (await museum.client.quality.list({ rule: 'I1' })).found.length
    const before = await missing()
    const [front] = await of('0008')
    await museum.client.media.remove({ id: front?.id ?? '' })
    expect(await missing()).toBe(before + 1)
  })
})
