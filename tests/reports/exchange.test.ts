import { afterEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { table } from '../../shared/vocabulary/tables.ts'
import { insertPictures } from '../../electron/store/media.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, ENGINES, type TestMuseum } from '../kit/museum.ts'
import { holds, printed, readBook, sheetOf, valuesOf } from './workbooks.ts'

let museum: TestMuseum
afterEach(() => museum.close())

describe.each(ENGINES)('R2, the exchange table, on %s', (engine) => {
  const withOne = async () => {
    museum = await aMuseum({ engine, name: '云河县博物馆' })
    const { client, ctx } = museum
    const id = ctx.mintId()
    await client.catalogue.register({
      id,
      values: aBronze({
        ...{
          number: '61.5/135',
          era: '302000',
          place: '一号库',
          appraisal: '省文物鉴定委员会 2019 年鉴定',
          eraText: '商代晚期',
          height: 21.3,
          width: 17,
          mass: 2.35,
          massUnit: 'kg',
        },
        ...{
          massBand: '1-50 kg',
          acquiredOn: '1987-05-03',
          acquisitionYear: 1987,
          acquisitionBand: '1977-2000',
        },
        ...{ quantityUnit: '件', materialClass: '单一质地', materialSubclass: '无机质', sizeText: '高21.3' },
      }),
    })
    const picture = {
      museum_id: ctx.museum().id,
      object_id: id,
      sha256: 'a'.repeat(64),
      type: 'image/jpeg',
      bytes: 1,
      caption: null,
    }
    await insertPictures(
      ctx.museum().db,
      ['正视', '底部'].map((view, at) => ({
        ...picture,
        id: ctx.mintId(),
        view,
        position: at + 1,
        created_at: ctx.now(),
      }))
    )
    return readBook(await printed(museum, 'R2'))
  }

  it('prints an object in the 37 columns, numbers as numbers and days as days', async () => {
    const sheet = sheetOf(await withOne())
    expect(sheet.getCell('A1').value).toBe('可移动文物登录信息表')
    expect(sheet.getCell('A3').value).toBe('填报单位（盖章）：云河县博物馆')
    expect(valuesOf(sheet, 4, 37).every((head) => typeof head === 'string')).toBe(true)
    expect(valuesOf(sheet, 6, 37)).toEqual([
      ...[
        '云河县博物馆',
        null,
        null,
        '藏品总登记号',
        '61.5/135',
        '商青铜鼎',
        null,
        null,
        '商(前1600~前1046)',
        '商代晚期',
      ],
      ...[
        '铜器',
        '单一质地',
        '无机质',
        '铜',
        '单件',
        1,
        null,
        17,
        21.3,
        '高21.3',
        '1-50 kg',
        2.35,
        'kg',
        '二级',
        '发掘',
      ],
      ...[
        null,
        '基本完整',
        null,
        '状态稳定，不需修复',
        '1977-2000',
        1987,
        new Date('1987-05-03'),
        null,
        null,
        null,
        null,
      ],
      '61.5_135-正视-1.jpg; 61.5_135-底部-1.jpg',
    ])
    expect(sheet.getCell('AF6').numFmt).toBe('yyyy"年"m"月"d"日"')
    expect(sheet.getCell('A8').value).toBe('填报日期：2026年3月1日')
  })

  it('carries the code tables and what the rules find, in words', async () => {
    const book = await withOne()
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['可移动文物登录信息表', '代码表', '校验结果'])
    const tables = sheetOf(book, 1)
    const rows = Array.from({ length: tables.rowCount - 1 }, (_, at) => valuesOf(tables, at + 2, 4))
    expect(rows).toContainEqual(['文物类别', '01', '玉石器、宝石', null])
    expect(rows).toContainEqual(['完残程度', '4', '严重残缺(含缺失部件)', null])
    expect(rows.filter(([of]) => of === '年代（类型）')).toHaveLength(table('era').values.length)
    const errors = sheetOf(book, 2)
    expect(valuesOf(errors, 2, 5)).toEqual([1, '61.5/135', '商青铜鼎', 0, 2])
    expect(errors.getCell('F2').value).toBe('完残状况：必填项未填；具体尺寸：具体尺寸“高21.3”未注明单位')
    expect(errors.rowCount).toBe(2)
  })
})

it('R2 lists what was asked for, by text and by facet', async () => {
  museum = await aMuseum()
  const { client, ctx } = museum
  for (const [number, name, grade] of [
    ['1', '商青铜鼎', '一级'],
    ['2', '商青铜爵', '二级'],
    ['3', '清木匣', '一级'],
  ] as const) {
    await client.catalogue.register({ id: ctx.mintId(), values: aBronze({ number, name, grade }) })
  }
  const path = join(museum.folder, '..', 'found.xlsx')
  const started = await client.reports.make({
    report: 'R2',
    file: path,
    find: { text: '青铜', facets: { grade: ['一级'] } },
  })
  expect((await museum.finished(started)).result).toMatchObject({ report: 'R2', rows: 1, file: 'found.xlsx' })
  const sheet = sheetOf(await readBook(path))
  expect([sheet.getCell('E6').value, sheet.getCell('E7').value]).toEqual(['1', null])
})

it('R2 of an empty catalogue is its heads and its tables', async () => {
  museum = await aMuseum()
  await holds(museum, [])
  const book = await readBook(await printed(museum, 'R2'))
  expect(sheetOf(book).rowCount).toBe(7)
  expect(sheetOf(book, 2).rowCount).toBe(1)
})
