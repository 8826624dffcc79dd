import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import { photosResult, type PhotosResult } from '../../shared/media/contract.ts'
import { numberInName, pictureRemark, readPictureName } from '../../shared/media/rules.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPhoto } from './photographs.ts'

describe('names of files as people write them', () => {
  const numbers = new Map(
    ['8', '0008', '0008-1', '云0012', '61.5/135', '２０'].map((one) => [numberInName(one), one])
  )
  const read = (file: string) => readPictureName(file, (key) => numbers.get(key))

  it.each([
    ['0008.jpg', '0008', '未注明'],
    ['0008-正视-1.jpg', '0008', '正视'],
    ['0008_2.JPG', '0008', '未注明'],
    ['０００８－底－２.jpg', '0008', '底部'],
    ['0008 局部 (3).jpeg', '0008', '局部'],
    ['0008正面.png', '0008', '正视'],
    ['照片/二号箱/0008—全景.tif', '0008', '全景'],
    ['0008-1.jpg', '0008-1', '未注明'],
    ['0008-1-侧.jpg', '0008-1', '侧视'],
    ['云0012-俯视.jpg', '云0012', '俯视'],
    ['云 0012_1.jpg', '云0012', '未注明'],
    ['61.5_135-正视-1.jpg', '61.5/135', '正视'],
    ['20-1.jpg', '２０', '未注明'],
    ['8.jpg', '8', '未注明'],
  ])('%s is of %s, %s', (file, of, view) => expect(read(file)).toEqual({ of, view }))

  it.each(['00081.jpg', '0008a.jpg', 'IMG_0008.jpg', '正视.jpg', '.jpg', '9'.repeat(5000)])(
    '%s is of none',
    (file) => expect(read(file)).toBeNull()
  )

  it('I2: small pictures are remarked on', () => {
    expect(pictureRemark(2000, 10)).toBeNull()
    expect(pictureRemark(1999, 1999)).toBe('small')
    expect(pictureRemark(799, 1)).toBe('tooSmall')
    expect(pictureRemark(null, null)).toBeNull()
  })
})

describe.each(ENGINES)('a folder of photos on %s', (engine) => {
  let museum: TestMuseum
  let desk: string
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    desk = mkdtempSync(join(tmpdir(), 'photos-'))
    for (const number of ['0008', '0008-1', '云0012'])
      await museum.client.catalogue.register({ id: mintId(), values: aBronze({ number }) })
    mkdirSync(join(desk, '二号箱'))
    await aPhoto(desk, '0008-正视-1.jpg', { colour: '#100000' })
    await aPhoto(desk, '０００８＿２.jpg', { colour: '#200000' })
    await aPhoto(join(desk, '二号箱'), '云0012 底.jpg', { colour: '#300000', width: 1000 })
    await aPhoto(desk, '9999.jpg', { colour: '#400000' })
    writeFileSync(join(desk, '0008-1.jpg'), 'no picture')
    writeFileSync(join(desk, 'Thumbs.db'), 'Windows')
  })
  afterEach(async () => {
    await museum.close()
    rmSync(desk, { recursive: true, force: true })
  })

  const photos = async (rehearse = false): Promise<PhotosResult> => {
    const job = await museum.finished(await museum.client.media.photos({ folder: desk, rehearse }))
    expect(job.fault).toBeNull()
    return photosResult.parse(job.result)
  }
  const ofNumber = async (number: string) => {
    const { record } = await museum.client.catalogue.byNumber({ number })
    return (await museum.client.media.ofObject({ objectId: record.id })).pictures
  }

  it('is rehearsed, taken in as one batch, and adds nothing a second time', async () => {
    const told = {
      files: 5,
      matched: 3,
      added: 3,
      already: 0,
      unmatched: ['9999.jpg'],
      refused: [{ file: '0008-1.jpg', code: 'picture.notPicture' }],
      remarks: [{ file: '二号箱/云0012 底.jpg', code: 'small' }],
    }
    expect(await photos(true)).toMatchObject({ ...told, batch: null })
    expect(await ofNumber('0008')).toEqual([])
    const { batch, matches } = await photos()
    expect(matches).toContainEqual({ file: '二号箱/云0012 底.jpg', number: '云0012', view: '底部' })
    expect((await ofNumber('0008')).map(({ view }) => view).sort()).toEqual(['未注明', '正视'].sort())
    expect(await photos()).toMatchObject({ matched: 3, added: 0, already: 3, batch: null })
    const { batches } = await museum.client.imports.batches({})
    expect(batches).toMatchObject([{ id: batch, status: 'committed', counts: { created: 3, refused: 2 } }])
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('is undone whole next month, and can be taken in again', async () => {
    const { batch } = await photos()
    museum.at('2026-04-01T00:00:00.000Z')
    expect(await museum.client.imports.undoPreview({ batch: batch ?? '' })).toMatchObject({ undone: 3 })
    const undone = await museum.finished(await museum.client.imports.undo({ batch: batch ?? '' }))
    expect(undone.result).toMatchObject({ undone: 3, skipped: [] })
    expect(await ofNumber('0008')).toEqual([])
    expect(await ofNumber('云0012')).toEqual([])
    expect(await photos()).toMatchObject({ added: 3, already: 0 })
  })

  it('says so where the folder is gone, or is a file', async () => {
    for (const [folder, code] of [
      [join(desk, 'gone'), 'file.missing'],
      [join(desk, '9999.jpg'), 'file.notFolder'],
    ] as const) {
      const job = await museum.finished(await museum.client.media.photos({ folder, rehearse: false }))
      expect(job.fault?.code).toBe(code)
    }
  })
})
