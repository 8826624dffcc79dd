import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, CLEVELAND, inspect, isThere, objects, record, TATE, undo } from './bringing.ts'

describe.each(ENGINES)('Chinese objects of Cleveland with its own Chinese headings, on %s', (engine) => {
  describe.skipIf(!isThere(CLEVELAND))('(needs ../shared/data)', () => {
    let museum: TestMuseum
    beforeAll(async () => {
      museum = await aMuseum({ engine })
    })
    afterAll(() => museum.close())

    it('finds its columns by itself', async () => {
      const [sheet] = (await inspect(museum, CLEVELAND)).sheets
      expect(Object.fromEntries(sheet?.headings.map(({ text, target }) => [text, target]) ?? [])).toEqual({
        博物馆博物编号: 'number',
        文物详细信息: 'description',
        文物名称: 'name',
        时间: 'eraText',
        朝代: 'era',
        出处: 'provenance',
        详情页地址: 'extra',
        图片url: 'extra',
      })
    })

    it('takes all 2,916 objects, once', async () => {
      expect(await bring(museum, CLEVELAND)).toMatchObject({ rows: 2916, created: 2916, refused: 0 })
      const bowl = await record(museum, '1')
      expect(bowl.values).toMatchObject({ name: '黄釉碗', eraText: '1505-21' })
      expect([bowl.eraStart, bowl.eraEnd, bowl.literals['era']]).toEqual([1505, 1521, '中国 - 明朝'])
      expect(bowl.extras['详情页地址']).toBe('https://clevelandart.org/art/2020.180')
      expect(await bring(museum, CLEVELAND)).toMatchObject({ created: 0, changed: 0, unchanged: 2916 })
      expect(await museum.checked()).toEqual({ ok: true, problems: [] })
    })
  })
})

describe.skipIf(!isThere(TATE))('the 69,202 works of the Tate (needs ../shared/data)', () => {
  it('come in and go again', async () => {
    const museum = await aMuseum()
    const result = await bring(museum, TATE)
    expect(result).toMatchObject({ rows: 69_202, created: 69_202, refused: 0 })
    expect(result.sheets[0]?.mapping).toMatchObject({
      acno: 'number',
      title: 'name',
      all_artists: 'author',
      dateText: 'era',
      medium: 'materials',
      dimensions: 'sizeText',
      creditLine: 'sourceDetail',
      acquisitionYear: 'acquisitionYear',
      id: 'extra',
    })
    const { values, extras } = await record(museum, 'A00001')
    // the column of units says mm
    expect(values).toMatchObject({ height: 41.9, width: 39.4, acquisitionYear: 1922, author: 'Robert Blake' })
    expect(extras['units']).toBe('mm')
    expect((await museum.client.catalogue.page({ find: { text: 'turner' } })).total).toBeGreaterThan(37_000)
    expect(await undo(museum, result.batch)).toMatchObject({ undone: 69_202, skipped: [] })
    expect(await objects(museum)).toBe(0)
    await museum.close()
  }, 300_000)
})
