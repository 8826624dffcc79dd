import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { thumbPath } from '../../electron/files/pictureIntake.ts'
import { mediaPath } from '../../electron/files/mediaStore.ts'
import { pictureLibrary } from '../../electron/files/pictures.ts'
import { mintId } from '../../electron/services/ids.ts'
import { takeResult, type TakeResult } from '../../shared/media/contract.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aBomb, aPhoto } from './photographs.ts'

describe.each(ENGINES)('pictures of an object on %s', (engine) => {
  let museum: TestMuseum
  let desk: string
  let objectId: string
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    desk = mkdtempSync(join(tmpdir(), 'photos-'))
    const values = aBronze({ number: '0008' })
    objectId = (await museum.client.catalogue.register({ id: mintId(), values })).record.id
  })
  afterEach(async () => {
    await museum.close()
    rmSync(desk, { recursive: true, force: true })
  })

  const taken = async (files: string[], replaces?: string): Promise<TakeResult> => {
    const order = { objectId, files, ...(replaces === undefined ? {} : { replaces }) }
    const job = await museum.finished(await museum.client.media.take(order))
    expect(job.fault).toBeNull()
    return takeResult.parse(job.result)
  }
  const pictures = async () => (await museum.client.media.ofObject({ objectId })).pictures
  const files = () =>
    readdirSync(join(museum.folder, 'media'), { recursive: true })
      .map(String)
      .filter((name) => /[0-9a-f]{64}|part$/.test(name))

  it('go in many at once, each with its size, its day and the view its name tells', async () => {
    const front = await aPhoto(desk, '0008-正视-1.jpg', { taken: '2024:05:06 07:08:09' })
    const foot = await aPhoto(desk, '底.png', { colour: '#112233', as: 'png', width: 900, height: 500 })
    const result = await taken([front, foot])
    expect(result).toMatchObject({ files: 2, added: 2, already: 0, refused: [] })
    expect(result.remarks).toEqual([{ file: '底.png', code: 'small' }])
    expect(await pictures()).toMatchObject([
      {
        name: '0008-正视-1.jpg',
        view: '正视',
        type: 'image/jpeg',
        width: 2000,
        height: 200,
        taken: '2024-05-06T07:08:09',
        createdBy: '登记员',
      },
      { name: '底.png', view: '底部', type: 'image/png', width: 900, taken: null },
    ])
    for (const { sha256 } of await pictures()) {
      const small = await pictureLibrary()(thumbPath(museum.folder, sha256)).metadata()
      expect(Math.max(small.width, small.height)).toBe(320)
      expect(small.exif).toBeUndefined()
    }
    expect(await museum.checked()).toEqual({ ok: true, problems: [] })
  })

  it('are what their bytes are: TIFF and WebP too, whatever they are called', async () => {
    const scan = await aPhoto(desk, 'scan.jpg', { as: 'tiff' })
    const web = await aPhoto(desk, 'web.png', { as: 'webp', colour: '#445566' })
    expect((await taken([scan, web])).added).toBe(2)
    const [tiff, webp] = await pictures()
    expect([tiff?.type, webp?.type]).toEqual(['image/tiff', 'image/webp'])
    expect(existsSync(thumbPath(museum.folder, tiff?.sha256 ?? '', true)), 'one that a window can show').toBe(
      true
    )
  })

  it('the same file twice is there once', async () => {
    const one = await aPhoto(desk, 'a.jpg')
    const again = await aPhoto(desk, 'b.jpg')
    expect(await taken([one, again])).toMatchObject({ added: 1, already: 1 })
    expect(await taken([one])).toMatchObject({ added: 0, already: 1, entryId: null })
    expect(await pictures()).toHaveLength(1)
  })

  it('hostile and broken files are refused one by one, and the good one goes in', async () => {
    const good = await aPhoto(desk, 'good.jpg', { colour: '#00ff00' })
    const half = await aPhoto(desk, 'half.jpg', { colour: '#ff0000' })
    truncateSync(half, readFileSync(half).length >> 1)
    const write = (name: string, bytes: string | Buffer) => {
      writeFileSync(join(desk, name), bytes)
      return join(desk, name)
    }
    mkdirSync(join(desk, 'folder.jpg'))
    const given = [
      half,
      write('bomb.png', aBomb(60_000, 60_000)),
      write('drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
      write('paper.jpg', '%PDF-1.7'),
      write('moving.gif', 'GIF89a'),
      write('empty.jpg', ''),
      write('head.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
      join(desk, 'folder.jpg'),
      join(desk, 'gone.jpg'),
      good,
    ]
    const { refused, added } = await taken(given)
    expect(refused).toEqual([
      { file: 'half.jpg', code: 'picture.damaged' },
      { file: 'bomb.png', code: 'picture.tooManyPixels' },
      { file: 'drawing.jpg', code: 'picture.notPicture' },
      { file: 'paper.jpg', code: 'picture.notPicture' },
      { file: 'moving.gif', code: 'picture.notPicture' },
      { file: 'empty.jpg', code: 'file.empty' },
      { file: 'head.png', code: 'picture.damaged' },
      { file: 'folder.jpg', code: 'file.isFolder' },
      { file: 'gone.jpg', code: 'file.missing' },
    ])
    expect(added).toBe(1)
    expect((await pictures()).map(({ name }) => name)).toEqual(['good.jpg'])
    expect(files()).toHaveLength(2)
  })

  it('cancelled at the last moment, nothing stays: no row, no file', async () => {
    const given = await Promise.all(
      Array.from({ length: 8 }, (_, at) => aPhoto(desk, `${at}.jpg`, { colour: `#0000${at}0` }))
    )
    const started = await museum.client.media.take({ objectId, files: given })
    museum.listen((event) => {
      if (event.kind !== 'job' || event.job.stage !== 'writing') return false
      expect(files().length, 'all are kept, none is entered').toBe(16)
      void museum.client.workspace.cancel({ id: started.job })
      return true
    })
    expect((await museum.finished(started)).status).toBe('cancelled')
    expect(await pictures()).toEqual([])
    expect(files()).toEqual([])
  })

  it('taken away, a picture stays in the history and can be brought back', async () => {
    await taken([await aPhoto(desk, 'a.jpg')])
    const [picture] = await pictures()
    const { entryId } = await museum.client.media.remove({ id: picture?.id ?? '' })
    expect(await pictures()).toEqual([])
    await expect(museum.client.media.remove({ id: picture?.id ?? '' })).rejects.toMatchObject({
      code: 'picture.missing',
    })
    expect(existsSync(mediaPath(museum.folder, picture?.sha256 ?? ''))).toBe(true)
    const { entries } = await museum.client.audit.ofRecord({ recordId: objectId })
    expect(entries[0]?.changes).toEqual({ [`picture.${picture?.id ?? ''}`]: ['未注明 a.jpg', null] })
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(await pictures()).toEqual([picture])
    // and the record itself is what it was
    expect((await museum.client.catalogue.byId({ id: objectId })).record.revision).toBe(1)
  })

  it('view, caption and order are set and taken back, but not over somebody else’s word', async () => {
    await taken([await aPhoto(desk, 'a.jpg'), await aPhoto(desk, 'b.jpg', { colour: '#010203' })])
    const [a, b] = (await pictures()).map(({ id }) => id) as [string, string]
    await museum.client.media.arrange({ objectId, ids: [b] })
    expect((await pictures()).map(({ id }) => id)).toEqual([b, a])
    const first = await museum.client.media.describe({ id: a, view: '侧视', caption: ' 修复前 ' })
    expect((await pictures())[1]).toMatchObject({ view: '侧视', caption: '修复前' })
    await museum.client.media.describe({ id: a, caption: '修复后' })
    const { skipped } = await museum.client.audit.revert({ entryId: first.entryId ?? '' })
    expect(skipped).toEqual([`picture.${a}.caption`])
    expect((await pictures())[1]).toMatchObject({ view: '未注明', caption: '修复后' })
    expect(await museum.client.media.describe({ id: a, caption: '修复后' })).toEqual({ entryId: null })
  })

  it('a new file is a new version: the old one is kept, and comes back when it is taken back', async () => {
    await taken([await aPhoto(desk, 'old.jpg')])
    const [old] = await pictures()
    await museum.client.media.describe({ id: old?.id ?? '', view: '正视', caption: '全形' })
    const better = await aPhoto(desk, 'new.jpg', { colour: '#aabbcc' })
    const { entryId } = await taken([better], old?.id)
    expect(await pictures()).toMatchObject([{ name: 'new.jpg', view: '正视', caption: '全形', position: 0 }])
    expect(existsSync(mediaPath(museum.folder, old?.sha256 ?? ''))).toBe(true)
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(await pictures()).toMatchObject([{ id: old?.id, name: 'old.jpg' }])
  })

  it('the check names the object and the picture whose file is lost or altered', async () => {
    await taken([await aPhoto(desk, '正视.jpg'), await aPhoto(desk, '底部.jpg', { colour: '#010203' })])
    const [front, foot] = await pictures()
    rmSync(mediaPath(museum.folder, front?.sha256 ?? ''))
    writeFileSync(mediaPath(museum.folder, foot?.sha256 ?? ''), 'something else')
    expect((await museum.checked()).problems).toEqual([
      { code: 'check.pictureMissing', where: '0008 正视 (正视.jpg)' },
      { code: 'check.pictureAltered', where: '0008 底部 (底部.jpg)' },
    ])
  })

  it('small pictures can be made anew', async () => {
    await taken([await aPhoto(desk, 'a.jpg'), await aPhoto(desk, 'b.jpg', { colour: '#010203' })])
    rmSync(join(museum.folder, 'media', 'thumbs'), { recursive: true })
    const [, b] = await pictures()
    rmSync(mediaPath(museum.folder, b?.sha256 ?? ''))
    const job = await museum.finished(await museum.client.media.renew({}))
    expect(job.result).toEqual({ made: 1, failed: 1 })
    expect(existsSync(thumbPath(museum.folder, (await pictures())[0]?.sha256 ?? ''))).toBe(true)
  })
})
