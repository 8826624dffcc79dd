import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { bring, inspect, objects, record, textFile, workbook } from './bringing.ts'

describe.each(ENGINES)('what stands where nobody looks, on %s', (engine) => {
  let museum: TestMuseum
  beforeAll(async () => {
    museum = await aMuseum({ engine })
  })
  afterAll(() => museum.close())
  const fault = async (file: string, more: object = {}) =>
    (await museum.finished(await museum.client.imports.bring({ file, ...more }))).fault

  it('keeps what first stands far below in a column without a heading', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => [`U${at + 1}`, '碗'])
    const file = await workbook({ 一: [['总登记号', '名称'], ...rows, ['U71', '碗', undefined, '底有裂']] })
    expect(await bring(museum, file)).toMatchObject({ created: 71, warnings: { 'import.unheaded': 1 } })
    expect((await record(museum, 'U71')).extras).toEqual({ D: '底有裂' })
  })

  it('tells rows with more or fewer fields, and keeps those that are too many', async () => {
    const file = textFile('参差.csv', '总登记号,名称,备注\nR1,碗,甲\nR2,碗,乙,丙\nR3,碗\nR4,碗,丁\n')
    expect(await bring(museum, file)).toMatchObject({ created: 4, warnings: { 'import.ragged': 2 } })
    expect((await record(museum, 'R2')).extras).toEqual({ D: '丙' })
  })

  const merged = [
    ['总登记号', '名称', '年代', '展厅'],
    ['M1', '碗', '唐', '一楼'],
    ['M2', '盘', null, null],
    ['M3', '罐', null, '二楼'],
    ['M4', '瓶', '宋', null],
    [null, '瓶盖', null, null],
  ]
  const seesMerges = async (file: string, prefix = ''): Promise<void> => {
    const result = await bring(museum, file)
    expect(result.refusals).toMatchObject([{ row: 6, code: 'import.numberMerged' }])
    expect(result.sheets[0]?.columns[2]).toMatchObject({ filled: 4, warnings: { 'import.merged': 2 } })
    expect(result.warnings['import.merged']).toBe(2)
    const eras = await Promise.all(['1', '2', '3', '4'].map((n) => record(museum, `M${prefix}${n}`)))
    expect(new Set(eras.slice(0, 3).map(({ values }) => values.era)).size).toBe(1)
    expect(eras[3]?.values.era).not.toBe(eras[0]?.values.era)
    expect(eras.map(({ extras }) => extras['展厅'] ?? null)).toEqual(['一楼', '一楼', '二楼', null])
  }

  it('gives every row the content of the cell that it is merged into, but no number', async () => {
    await seesMerges(await workbook({ 一: merged }, { 一: ['C2:C4', 'D2:D3', 'A5:A6'] }))
  })

  it('does so in an .xls too', async () => {
    const own = merged.map((row, at) =>
      at === 0 || row[0] === null ? row : [`${row[0]}`.replace('M', 'MX'), ...row.slice(1)]
    )
    const sheet = utils.aoa_to_sheet(own)
    sheet['!merges'] = ['C2:C4', 'D2:D3', 'A5:A6'].map((range) => utils.decode_range(range))
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '一')
    await seesMerges(textFile('合并.xls', write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer), 'X')
  })

  it('remarks a formula whose result was not saved', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称', '备注', '展厅'],
        ['F1', '碗', { formula: '1+1' }, { formula: 'A2' }],
      ],
    })
    expect(await bring(museum, file)).toMatchObject({ created: 1, warnings: { 'import.formula': 2 } })
  })

  it('takes the list and leaves the table of classes beside it, and says so', async () => {
    const file = await workbook({
      登记表: [
        ['总登记号', '名称', '级别'],
        ['D1', '碗', '一级'],
      ],
      数据字典: [
        ['类别', '级别', '来源', '完残程度', '编号类型'],
        ['瓷器', '一级', '旧藏', '完整', '索书号'],
      ],
      代码: [
        ['字段', '编号', '代码', '值'],
        ['级别', 'x1', '1', '一级'],
        ['级别', 'x2', '2', '二级'],
      ],
    })
    expect((await inspect(museum, file)).sheets.map(({ chosen }) => chosen)).toEqual([true, false, false])
    expect(await bring(museum, file)).toMatchObject({
      created: 1,
      sheets: [{ name: '登记表' }],
      leftOut: [
        { sheet: '数据字典', row: 1, kind: 'sheet' },
        { sheet: '代码', row: 1, kind: 'sheet' },
      ],
    })
  })

  it('says of a sheet that is empty, blank, or only a header, that there is nothing in it', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称'],
        ['E1', '碗'],
      ],
      空: [],
      白: [[' ', '  ']],
    })
    for (const sheet of ['空', '白'])
      expect(await fault(file, { sheet })).toMatchObject({ code: 'file.sheetEmpty', detail: { sheet } })
    expect(await fault(textFile('白.csv', '  ,  \n ,\n'))).toMatchObject({ code: 'file.sheetEmpty' })
    const before = (await museum.client.imports.batches({})).batches.length
    for (const rows of [
      [['总登记号', '名称']],
      [
        ['总登记号', '名称', '数量'],
        ['合计', null, '3'],
      ],
    ]) {
      const empty = await workbook({ 一: rows })
      expect(await fault(empty)).toMatchObject({ code: 'file.sheetEmpty' })
      expect(await fault(empty, { dryRun: true })).toMatchObject({ code: 'file.sheetEmpty' })
    }
    expect((await museum.client.imports.batches({})).batches).toHaveLength(before)
  })

  it('refuses what stands below a header in another order, up to where the first comes again', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称', '级别'],
        ['O1', '碗', '一级'],
        ['名称', '总登记号', '级别'],
        ['盘', 'O2', '二级'],
        ['藏品编号', '器名', '等级'],
        ['O3', '瓶', '二级'],
        ['总登记号', '名称', '级别'],
        ['O4', '罐', '三级'],
      ],
    })
    const before = await objects(museum)
    const result = await bring(museum, file)
    expect(result).toMatchObject({ created: 2, refused: 2 })
    expect(result.refusals.map(({ row, code }) => [row, code])).toEqual([
      [4, 'import.headMoved'],
      [6, 'import.headMoved'],
    ])
    expect(result.leftOut.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'otherHeader'],
      [5, 'otherHeader'],
      [7, 'header'],
    ])
    expect(await objects(museum)).toBe(before + 2)
  })

  it('keeps columns whose headings are words of the language it is written in', async () => {
    const file = textFile('原型.csv', '总登记号,名称,__proto__,constructor\nP1,碗,甲,乙\n')
    await bring(museum, file)
    expect((await record(museum, 'P1')).extras).toEqual({ '__proto__ (1)': '甲', constructor: '乙' })
    expect(await bring(museum, file)).toMatchObject({ unchanged: 1, changed: 0 })
  })

  it('takes titles of classes for no objects, and remarks numbers that are days or truths', async () => {
    const file = await workbook({
      一: [
        ['总登记号', '名称', '类别', '级别'],
        ['一、铜器'],
        ['T1', '鼎', '铜器', '一级'],
        ['二、瓷器类'],
        ['陶器'],
        [{ formula: '1=1', result: true }, '碗', '瓷器', null],
        [new Date('2024-01-02T00:00:00Z'), '盘', '瓷器', null],
        ['1月3日', '罐', '瓷器', null],
      ],
    })
    const result = await bring(museum, file)
    expect(result).toMatchObject({
      created: 4,
      warnings: { 'import.numberDay': 2, 'import.numberBoolean': 1 },
    })
    expect(result.leftOut.map(({ row, kind }) => [row, kind])).toEqual([
      [2, 'note'],
      [4, 'note'],
      [5, 'note'],
    ])
  })

  it('remembers what was chosen, not what was recognised by the look of it', async () => {
    const guessed = await workbook({
      一: [
        ['馆内代号', '名称'],
        ['K-1', '碗'],
        ['K-7', '盘'],
        ['K-9', '罐'],
      ],
    })
    await bring(museum, guessed)
    const both = await workbook({
      一: [
        ['馆内代号', '总登记号', '名称'],
        ['甲', 'Z1', '碗'],
        ['乙', 'Z2', '盘'],
      ],
    })
    expect(await bring(museum, both)).toMatchObject({
      created: 2,
      sheets: [{ mapping: { 馆内代号: 'extra', 总登记号: 'number', 名称: 'name' } }],
    })
    await bring(museum, both, { mapping: { 馆内代号: 'number' } })
    const [seen] = (await inspect(museum, both)).sheets
    expect(seen?.headings.map(({ target, because }) => [target, because])).toEqual([
      ['number', 'remembered'],
      ['extra', 'none'],
      ['name', 'alias'],
    ])
  })
})
