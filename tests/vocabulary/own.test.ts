import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdAdditions } from '../../shared/vocabulary/held.ts'
import { NO_ADDITIONS } from '../../shared/vocabulary/additions.ts'
import { readEra } from '../../shared/kernel/era/index.ts'
import { nationalTable } from '../../shared/vocabulary/load.ts'
import { readCode, readMaterials, table } from '../../shared/vocabulary/tables.ts'
import { bring, workbook } from '../imports/bringing.ts'
import { recordOf, register, idOf } from '../changes/kit.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { add, codesOf, usesOf } from './kit.ts'

const INORGANIC = '12'
const COPPER = '1208'
const find = { text: '', facets: {} }

describe.each(ENGINES)('a museum’s own values on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
  })
  afterEach(async () => {
    await museum.close()
    holdAdditions(NO_ADDITIONS)
  })
  const refused = async (channel: string, input: unknown, roles?: readonly ['clerk']) => {
    const reply = await museum.call(channel, input, roles)
    return reply.ok ? 'done' : reply.fault.code
  }

  it('are understood in imports by their label and their aliases, and judged like national ones', async () => {
    await add(museum, { table: 'material', label: '珐琅釉', parent: INORGANIC, aliases: ['珐琅彩料'] })
    await add(museum, { table: 'category', label: '铜镜', parent: '04', aliases: ['镜'] })
    const result = await bring(
      museum,
      await workbook({
        登记表: [
          ['总登记号', '名称', '类别', '质地'],
          ['0001', '清画珐琅盘', '珐琅器', '铜、珐琅彩料'],
          ['0002', '唐海兽葡萄镜', '镜', '铜'],
        ],
      })
    )
    expect(result).toMatchObject({ created: 2 })
    const { record } = await museum.client.catalogue.byNumber({ number: '0001' })
    expect(record.values).toMatchObject({
      materials: '铜,珐琅釉',
      materialClass: '复合或组合质地',
      materialSubclass: '无机复合或组合',
    })
    expect(await codesOf(museum, record.id)).not.toContain('code')
    const mirror = (await museum.client.catalogue.byNumber({ number: '0002' })).record
    expect(mirror.values.category).toBe('铜镜')
    expect(await codesOf(museum, mirror.id)).not.toContain('code')
    const { facets } = await museum.client.catalogue.facets({ find, only: ['category', 'materials'] })
    expect(facets.category).toContainEqual({ value: '铜镜', count: 1 })
    expect(facets.materials).toContainEqual({ value: '珐琅釉', count: 1 })
    expect((await museum.client.catalogue.page({ find: { text: '珐琅釉', facets: {} } })).total).toBe(1)
    expect(await usesOf(museum, 'materials', '铜')).toBe(2)
  })

  it('may stand under a national leaf, which can still be chosen and fits the category as before', async () => {
    // 青铜 is a national alias of 铜: as a label of the museum's own it outranks it
    await add(museum, { table: 'material', label: '青铜', parent: COPPER, aliases: [] })
    expect(readMaterials('青铜')).toMatchObject({ labels: ['青铜'], subclass: '无机质' })
    expect(readMaterials('铜').labels).toEqual(['铜'])
    await register(museum, [{ category: '铜器', materials: '青铜' }])
    expect(await codesOf(museum, idOf(1))).not.toContain('V05')
    expect(await codesOf(museum, idOf(1))).not.toContain('code')
  })

  it('may be periods: read from texts, sorted and found by their years, shown by their label', async () => {
    const code = await add(museum, {
      ...{ table: 'era', label: '高句丽', parent: '300000', aliases: ['高句丽时期', '高勾丽'] },
      ...{ start: -37, end: 668 },
    })
    expect(readEra('高句丽早期')).toMatchObject({ code, start: -37, certainty: 'circa' })
    await register(museum, [{ eraText: '高勾丽', era: code, name: '高句丽鎏金铜饰' }])
    expect(await recordOf(museum, 1)).toMatchObject({ eraStart: -37, eraEnd: 668 })
    expect(await codesOf(museum, idOf(1))).not.toContain('code')
    expect((await museum.client.catalogue.page({ find: { text: '高句丽', facets: {} } })).total).toBe(1)
    const { total } = await museum.client.catalogue.page({
      find: { ...find, value: { field: 'era', value: code } },
    })
    expect(total).toBe(1)
  })

  it('may be units of quantity that a number is read with', async () => {
    await add(museum, { table: 'quantity-unit', label: '兜', parent: null, aliases: [], pieces: null })
    await add(museum, { table: 'quantity-unit', label: '笏', parent: null, aliases: [], pieces: 1 })
    const result = await bring(
      museum,
      await workbook({
        登记表: [
          ['总登记号', '名称', '数量'],
          ['0001', '汉简', '2兜'],
          ['0002', '清墨', '3笏'],
        ],
      })
    )
    expect(result.created).toBe(2)
    expect((await museum.client.catalogue.byNumber({ number: '0002' })).record.values).toMatchObject({
      actualQuantity: 3,
      quantityUnit: '笏',
    })
  })

  it('are aliases too: what was only asked about is settled', async () => {
    expect(readCode('source', '调拨')).toMatchObject({ label: '拨交', asked: true })
    await museum.client.vocabulary.addAlias({ table: 'source', code: '04', alias: '调拨' })
    expect(readCode('source', '调拨')).toMatchObject({ label: '拨交', asked: false })
    await museum.client.vocabulary.dropAlias({ table: 'source', code: '04', alias: '调拨' })
    expect(readCode('source', '调拨')).toMatchObject({ label: '拨交', asked: true })
    // grades are the law's: another word for one is fine, another grade is not
    await museum.client.vocabulary.addAlias({ table: 'grade', code: '1', alias: '国宝级' })
    expect(readCode('grade', '国宝级').label).toBe('一级')
    const more = { table: 'grade', label: '特级', parent: null }
    expect(await refused('vocabulary.add', more)).toBe('vocabulary.closed')
  })

  it('leave the national tables as they are', async () => {
    const before = structuredClone(nationalTable('material'))
    const code = await add(museum, {
      table: 'material',
      label: '珐琅釉',
      parent: INORGANIC,
      aliases: ['釉料'],
    })
    await museum.client.vocabulary.withdraw({ table: 'material', code: COPPER })
    expect(nationalTable('material')).toEqual(before)
    expect(
      await refused('vocabulary.rehearse', {
        wanted: { kind: 'rename', table: 'material', code: COPPER, label: '红铜' },
      })
    ).toBe('vocabulary.national')
    expect(table('material').values.find((value) => value.code === code)).toMatchObject({ own: true })
  })

  it('one word means one thing, whoever is first', async () => {
    const sharkskin = { table: 'material', label: '鲨鱼皮', parent: '11', aliases: ['鲛鱼皮'] } as const
    const replies = await Promise.all([1, 2, 3].map(() => refused('vocabulary.add', sharkskin)))
    expect(replies.sort()).toEqual(['done', 'vocabulary.wordTaken', 'vocabulary.wordTaken'])
    // folded: width and spaces make no other word; also against labels and aliases of the nation
    for (const label of [' 鲨鱼皮 ', '铜', '鲛鱼皮'])
      expect(await refused('vocabulary.add', { ...sharkskin, label, aliases: [] })).toBe(
        'vocabulary.wordTaken'
      )
    for (const alias of ['鲨鱼皮', '木质', '石'])
      expect(await refused('vocabulary.addAlias', { table: 'material', code: COPPER, alias })).toBe(
        'vocabulary.wordTaken'
      )
    expect((await museum.client.vocabulary.own({})).values).toHaveLength(1)
    expect((await museum.client.vocabulary.own({})).words).toHaveLength(2)
  })

  it('refuses what cannot be: words, places, years, roles', async () => {
    const value = { table: 'material', label: '新料', parent: INORGANIC }
    for (const label of ['金,银', '铜、铁', '石与木', '\u200b'])
      expect(await refused('vocabulary.add', { ...value, label })).toBe('vocabulary.badWord')
    expect(await refused('vocabulary.add', { ...value, label: 'x'.repeat(61) })).toBe('call.badInput')
    for (const parent of [null, '1', '2', 'nowhere'])
      expect(await refused('vocabulary.add', { ...value, parent })).toBe('vocabulary.badParent')
    const period = { table: 'era', label: '渤海国', parent: '300000' }
    for (const years of [
      { start: 926, end: 698 },
      { start: 0, end: 1 },
    ])
      expect(await refused('vocabulary.add', { ...period, ...years })).toBe('vocabulary.badYears')
    expect(await refused('vocabulary.add', value, ['clerk'])).toBe('call.notAllowed')
    expect(await museum.client.vocabulary.own({})).toEqual({ values: [], words: [] })
  })

  it('are told in the history of the tables', async () => {
    const code = await add(museum, {
      table: 'material',
      label: '珐琅釉',
      parent: INORGANIC,
      aliases: ['釉料'],
    })
    await museum.client.vocabulary.withdraw({ table: 'material', code })
    const { entries } = await museum.client.vocabulary.history({})
    expect(entries).toMatchObject([
      { person: '登记员', table: 'material', code, changes: { status: ['现行', '废止'] } },
      { table: 'material', code, changes: { label: [null, '珐琅釉'], alias: [null, '釉料'] } },
    ])
  })
})

describe.each(ENGINES)('a value withdrawn in a museum on %s', (engine) => {
  let museum: TestMuseum
  beforeEach(async () => {
    museum = await aMuseum({ engine, today: '2026-03-01' })
    await register(museum, [{ materials: '铜' }, { materials: '铜,金', era: '306000' }, { materials: '陶' }])
  })
  afterEach(async () => {
    await museum.close()
    holdAdditions(NO_ADDITIONS)
  })

  it('stays in old records, which are warned of, and that is taken back', async () => {
    const told = await museum.client.vocabulary.withdraw({ table: 'material', code: COPPER })
    expect(told).toEqual({ objects: 2 })
    await museum.finished(await museum.client.quality.judge({ all: false }))
    expect((await recordOf(museum, 2)).values.materials).toBe('铜,金')
    expect(await codesOf(museum, idOf(2))).toContain('withdrawn')
    expect(await codesOf(museum, idOf(3))).not.toContain('withdrawn')
    const warned = await museum.client.catalogue.page({ find: { ...find, rule: 'withdrawn' } })
    expect(warned.total).toBe(2)
    const overview = await museum.client.quality.overview({})
    expect(overview.unjudged).toBe(0)
    expect(overview.rules.find(({ id }) => id === 'withdrawn')).toMatchObject({ warnings: 2 })
    await museum.client.vocabulary.restore({ table: 'material', code: COPPER })
    await museum.finished(await museum.client.quality.judge({ all: false }))
    expect((await museum.client.catalogue.page({ find: { ...find, rule: 'withdrawn' } })).total).toBe(0)
  })

  it('is told of by its label where it is a period', async () => {
    await museum.client.vocabulary.withdraw({ table: 'era', code: '306000' })
    const { findings } = await museum.client.quality.ofRecord({ id: idOf(2) })
    const label = table('era').values.find(({ code }) => code === '306000')?.label ?? ''
    expect(findings).toContainEqual(expect.objectContaining({ code: 'withdrawn', detail: { text: label } }))
  })
})
