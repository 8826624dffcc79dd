import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepMedia, layMedia, mediaPath, readMedia, settleMedia } from '../../electron/files/mediaStore.ts'
import { jpegOfDrawing } from '../../electron/files/pictures.ts'
import { drawingSvg, isDrawable } from '../../electron/services/sample/drawing.ts'
import { insertPictures } from '../../electron/store/media.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES } from '../kit/museum.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'media-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = Buffer.from('a picture')
const sha256 = createHash('sha256').update(bytes).digest('hex')

describe('the pictures of a museum', () => {
  it('lie under the hash of their bytes', async () => {
    expect(await keepMedia(folder, bytes)).toEqual({ sha256, bytes: bytes.length })
    expect(existsSync(join(folder, 'media', sha256.slice(0, 2), sha256))).toBe(true)
    expect((await readMedia(folder, sha256)).equals(bytes)).toBe(true)
  })

  it('are kept once, and nothing half lies beside them', async () => {
    await Promise.all([keepMedia(folder, Buffer.from('1')), keepMedia(folder, bytes)])
    await keepMedia(folder, bytes)
    const names = readdirSync(join(folder, 'media'), { recursive: true }).map(String)
    expect(names.filter((name) => /[0-9a-f]{64}/.test(name))).toHaveLength(2)
    expect(names.some((name) => name.endsWith('.part'))).toBe(false)
  })

  it('are looked at when they are read: a changed one is damaged, a lost one is missing', async () => {
    await keepMedia(folder, bytes)
    writeFileSync(mediaPath(folder, sha256), 'a picturE')
    await expect(readMedia(folder, sha256)).rejects.toMatchObject({ code: 'file.damaged' })
    // keeping the right bytes again mends it
    await keepMedia(folder, bytes)
    expect((await readMedia(folder, sha256)).equals(bytes)).toBe(true)
    rmSync(mediaPath(folder, sha256))
    await expect(readMedia(folder, sha256)).rejects.toMatchObject({ code: 'file.missing' })
  })

  it('have no other addresses than hashes', () => {
    for (const address of [
      '',
      '..',
      '../museum.db',
      sha256.toUpperCase(),
      `${sha256}/..`,
      `${sha256}a`,
      '\0',
    ]) {
      expect(() => mediaPath(folder, address)).toThrow(expect.objectContaining({ code: 'file.missing' }))
    }
  })

  it('in a folder still being made are laid quickly and brought to the disk at the end', async () => {
    const laid = [await layMedia(folder, bytes), await layMedia(folder, bytes)]
    await settleMedia(
      folder,
      laid.map((one) => one.sha256)
    )
    expect((await readMedia(folder, sha256)).equals(bytes)).toBe(true)
  })
})

describe.each(ENGINES)('the pictures of an object, on %s', (engine) => {
  it('come in their order, and only its own', async () => {
    const museum = await aMuseum({ engine })
    try {
      const ids = [museum.ctx.mintId(), museum.ctx.mintId()]
      for (const [at, id] of ids.entries()) {
        await museum.client.catalogue.register({ id, values: aBronze({ number: String(at) }) })
      }
      const [own = '', other = ''] = ids
      const picture = {
        museum_id: museum.ctx.museum().id,
        sha256,
        type: 'image/jpeg',
        bytes: 9,
        caption: '正面',
        created_at: museum.ctx.now(),
      }
      await insertPictures(museum.ctx.museum().db, [
        { ...picture, id: 'c', object_id: own, view: '底部', position: 2 },
        { ...picture, id: 'b', object_id: own, view: '正视', position: 1 },
        { ...picture, id: 'a', object_id: other, view: '正视', position: 1 },
      ])
      const { pictures } = await museum.client.media.ofObject({ objectId: own })
      expect(pictures.map(({ id, view, position }) => [id, view, position])).toEqual([
        ['b', '正视', 1],
        ['c', '底部', 2],
      ])
      expect(pictures[0]).toMatchObject({ id: 'b', sha256, view: '正视', caption: '正面', position: 1 })
    } finally {
      await museum.close()
    }
  })
})

describe('a drawing', () => {
  const bottle = { shape: 'bottle', colour: 'celadon', pattern: 2, aspect: 3 }

  it('becomes a JPEG of 800 by 600, the same for the same drawing', async () => {
    const [one, again, other] = await Promise.all([
      jpegOfDrawing(drawingSvg(bottle, '正视')),
      jpegOfDrawing(drawingSvg(bottle, '正视')),
      jpegOfDrawing(drawingSvg({ ...bottle, pattern: 3 }, '正视')),
    ])
    expect(one.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    // the frame header holds height and width
    const frame = one.indexOf(Buffer.from('ffc0', 'hex'))
    expect([one.readUInt16BE(frame + 5), one.readUInt16BE(frame + 7)]).toEqual([600, 800])
    expect(one.equals(again)).toBe(true)
    expect(one.equals(other)).toBe(false)
  })

  it('names no other file and no script', () => {
    for (const view of ['正视', '侧视', '局部', '底部'] as const) {
      expect(drawingSvg(bottle, view)).not.toMatch(/href|url\((?!#)|<script|<image|<foreignObject|on\w+=/i)
    }
  })

  it('is known by shape and colour', () => {
    expect(isDrawable('bottle', 'celadon')).toBe(true)
    expect(isDrawable('constructor', 'celadon')).toBe(false)
  })
})
