import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mintId } from '../../electron/services/ids.ts'
import { fitsShape, markPoints, MOST_POINTS, movedPoints, tidyPoints } from '../../shared/media/marks.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { aPhoto } from './photographs.ts'

describe('points of a mark', () => {
  it('lie within the picture, a long line is thinned and keeps its ends', () => {
    expect(tidyPoints([[-0.2, 1.7]])).toEqual([[0, 1]])
    const long = Array.from({ length: 4000 }, (_, at): [number, number] => [at / 4000, 0.5])
    const kept = tidyPoints(long)
    expect(kept.length).toBeLessThanOrEqual(MOST_POINTS)
    expect(markPoints.safeParse(kept).success).toBe(true)
    expect(kept.at(-1)?.[0]).toBeCloseTo(3999 / 4000, 3)
  })
  it('are moved together, and stop at the edge without losing their shape', () => {
    expect(movedPoints([[0.1, 0.1], [0.3, 0.2]], 0.9, -0.05)).toEqual([[0.8, 0.05], [1, 0.15]]) // prettier-ignore
  })
  it('fit their shape', () => {
    expect(fitsShape('point', [[0, 0]])).toBe(true)
    expect(fitsShape('rectangle', [[0, 0]])).toBe(false)
    expect(fitsShape('line', [[0, 0], [1, 1], [0, 1]])).toBe(true) // prettier-ignore
    expect(fitsShape('ellipse', [[0, 0], [1, 1], [0, 1]])).toBe(false) // prettier-ignore
  })
})

describe.each(ENGINES)('marks on a picture on %s', (engine) => {
  let museum: TestMuseum
  let desk: string
  let objectId: string
  let pictureId: string
  beforeEach(async () => {
    museum = await aMuseum({ engine })
    desk = mkdtempSync(join(tmpdir(), 'photos-'))
    const values = aBronze({ number: '0008' })
    objectId = (await museum.client.catalogue.register({ id: mintId(), values })).record.id
    await take(await aPhoto(desk, 'a.jpg'))
    pictureId = (await pictures())[0]?.id ?? ''
  })
  afterEach(async () => {
    await museum.close()
    rmSync(desk, { recursive: true, force: true })
  })
  const take = async (file: string, replaces?: string) =>
    museum.finished(
      await museum.client.media.take({
        objectId,
        files: [file],
        ...(replaces === undefined ? {} : { replaces }),
      })
    )
  const pictures = async () => (await museum.client.media.ofObject({ objectId })).pictures
  const marks = async (id = pictureId) => (await museum.client.media.marks({ pictureId: id })).marks
  const draw = (id: string, words: string | null = '口沿磕缺') =>
    museum.client.media.mark({ id, pictureId, shape: 'rectangle', points: [[0.1, 0.2], [0.30001, 0.4]], words }) // prettier-ignore

  it('are drawn, said, moved, removed and each time taken back, with who and when', async () => {
    const id = mintId()
    const { entryId } = await draw(id)
    expect(await marks()).toMatchObject([
      { id, shape: 'rectangle', points: [[0.1, 0.2], [0.3, 0.4]], words: '口沿磕缺', createdBy: '登记员', changedBy: null }, // prettier-ignore
    ])
    museum.at('2026-04-01T00:00:00.000Z')
    const move = await museum.client.media.amendMark({ id, points: [[0.2, 0.2], [0.4, 0.4]], words: ' 修补 ' }) // prettier-ignore
    expect(await marks()).toMatchObject([
      { words: '修补', changedBy: '登记员', changedAt: '2026-04-01T00:00:00.000Z' },
    ])
    expect(await museum.client.media.amendMark({ id, words: '修补' })).toEqual({ entryId: null })
    await museum.client.audit.revert({ entryId: move.entryId ?? '' })
    expect(await marks()).toMatchObject([{ points: [[0.1, 0.2], [0.3, 0.4]], words: '口沿磕缺' }]) // prettier-ignore
    const gone = await museum.client.media.removeMark({ id })
    expect(await marks()).toEqual([])
    await expect(museum.client.media.amendMark({ id, words: 'x' })).rejects.toMatchObject({
      code: 'mark.missing',
    })
    await museum.client.audit.revert({ entryId: gone.entryId ?? '' })
    expect(await marks()).toHaveLength(1)
    await museum.client.audit.revert({ entryId: entryId ?? '' })
    expect(await marks()).toEqual([])
    const { entries } = await museum.client.audit.ofRecord({ recordId: objectId })
    expect(entries.filter(({ changes }) => Object.keys(changes)[0]?.startsWith('mark.'))).toHaveLength(6)
  })

  it('asked twice the same mark is there once; what is no mark is refused', async () => {
    const id = mintId()
    await draw(id)
    expect(await draw(id)).toEqual({ entryId: null })
    expect(await marks()).toHaveLength(1)
    for (const points of [
      [[0.1, 0.2]],
      [
        [0.1, 2],
        [0, 0],
      ],
      [],
      [
        [Number.NaN, 0],
        [0, 0],
      ],
    ])
      // prettier-ignore
      expect(
        await museum.call('media.mark', { id: mintId(), pictureId, shape: 'ellipse', points, words: null }),
        JSON.stringify(points)
      ).toMatchObject({ ok: false, fault: { code: 'call.badInput' } })
    await expect(
      museum.client.media.mark({
        id: mintId(),
        pictureId: 'no',
        shape: 'point',
        points: [[0, 0]],
        words: null,
      })
    ).rejects.toMatchObject({ code: 'picture.missing' })
  })

  it('belong to one version of a picture: the new one is clean, the old one is still compared with its marks', async () => {
    await draw(mintId())
    await take(await aPhoto(desk, 'b.jpg', { colour: '#112233' }), pictureId)
    const { pictures: now, older } = await museum.client.media.ofObject({ objectId })
    expect(now).toHaveLength(1)
    expect(await marks(now[0]?.id)).toEqual([])
    expect(older).toMatchObject([{ id: pictureId, of: now[0]?.id, name: 'a.jpg' }])
    expect(await marks(pictureId)).toHaveLength(1)
  })

  it('a viewer sees them and draws none', async () => {
    const viewer = ['viewer'] as const
    const order = { id: mintId(), pictureId, shape: 'point', points: [[0.5, 0.5]], words: null }
    expect(await museum.call('media.mark', order, viewer)).toMatchObject({
      fault: { code: 'call.notAllowed' },
    })
    expect(await museum.call('media.marks', { pictureId }, viewer)).toMatchObject({ ok: true })
  })
})
