import { describe, expect, it } from 'vitest'
import { classifyRow, recogniseLayout } from '../../shared/imports/layout.ts'
import { isHeading, merge, sheet, texts } from './sheets.ts'

describe('where the header is', () => {
  it('below a merged title and 填报单位', () => {
    const found = recogniseLayout(
      sheet(`某县博物馆馆藏文物登记表
        填报单位：某县博物馆|||填报日期：|2024年3月
        总登记号|名 称|年代|质\\n地|数量
        0001|唐三彩马|唐|陶|1`),
      [merge(1, 0, 1, 4)],
      isHeading
    )
    expect(found).toMatchObject({
      title: '某县博物馆馆藏文物登记表',
      headerRows: [3],
      firstDataRow: 4,
      confidence: 1,
    })
    expect(found.headings).toEqual(
      ['总登记号', '名称', '年代', '质地', '数量'].map((text, column) => ({ column, text }))
    )
  })

  it('below a line of the form whose label and answer share a cell, and with a unit in brackets', () => {
    const found = recogniseLayout(
      sheet(`云河县博物馆馆藏文物登记表
        填报单位：云河县博物馆||||填报日期：2024年3月
        总登记号|名称|年代|质地|尺寸（单位：cm）|重量
        0001|商青铜爵|商|铜|20.3|760克`),
      [],
      isHeading
    )
    expect(found.headerRows).toEqual([3])
    expect(found.headings.map(({ text }) => text)).toEqual([
      '总登记号',
      '名称',
      '年代',
      '质地',
      '尺寸（单位：cm）',
      '重量',
    ])
  })

  const TWO = `总登记账
    登记日期|||总登记号|名称|数量|||备注
    年|月|日|||件数|单位|实际数量|
    2024|3|1|0001|唐三彩马|1|件|1|
    2024|3|2|0002|铜镜|2|面|2|残`
  const joined = [
    '登记日期/年',
    '登记日期/月',
    '登记日期/日',
    '总登记号',
    '名称',
    '数量/件数',
    '数量/单位',
    '数量/实际数量',
    '备注',
  ]

  it('in two rows with merges', () => {
    const merges = [
      merge(2, 0, 2, 2),
      merge(2, 5, 2, 7),
      merge(2, 3, 3, 3),
      merge(2, 4, 3, 4),
      merge(2, 8, 3, 8),
    ]
    const found = recogniseLayout(sheet(TWO), [merge(1, 0, 1, 8), ...merges], isHeading)
    expect(texts(found)).toEqual(joined)
    expect(found).toMatchObject({ title: '总登记账', headerRows: [2, 3], firstDataRow: 4 })
  })

  it('in two rows without merges, the groups told by the blanks to their right', () => {
    const found = recogniseLayout(sheet(TWO), [], isHeading)
    expect(texts(found)).toEqual(joined)
    expect(found).toMatchObject({ headerRows: [2, 3], firstDataRow: 4 })
  })

  it('in three rows', () => {
    const found = recogniseLayout(
      sheet(`编号|名称|计量|||
        ||尺寸||质量|
        ||通长|通宽|具体质量|备注
        0001|铜镜|12.5|12.5|300克|`),
      [merge(1, 0, 3, 0), merge(1, 1, 3, 1), merge(1, 2, 1, 4), merge(2, 2, 2, 3), merge(2, 4, 2, 4)],
      isHeading
    )
    expect(texts(found)).toEqual([
      '编号',
      '名称',
      '计量/尺寸/通长',
      '计量/尺寸/通宽',
      '计量/质量/具体质量',
      '备注',
    ])
    expect(found).toMatchObject({ headerRows: [1, 2, 3], firstDataRow: 4 })
  })

  it('in two rows merged downwards, the second of them empty', () => {
    const rows = sheet(`附件9藏品征集清单
      序号|级别|藏品名称|质地

      1|二级|铜镜|铜`)
    const found = recogniseLayout(
      rows,
      [0, 1, 2, 3].map((column) => merge(2, column, 3, column)),
      isHeading
    )
    expect(found).toMatchObject({ title: '附件9藏品征集清单', headerRows: [2, 3], firstDataRow: 4 })
  })

  it('is not taken for two rows where records begin at once', () => {
    const found = recogniseLayout(
      sheet(`总登记号|名称||备注
        甲1|铜镜|汉代|残
        甲2|铜鼎|商代|完整`),
      [],
      isHeading
    )
    expect(found.headerRows).toEqual([1])
    expect(found.headings).toEqual([
      { column: 0, text: '总登记号' },
      { column: 1, text: '名称' },
      { column: 2, text: 'C' },
      { column: 3, text: '备注' },
    ])
  })

  it('with unknown headings is the first row of words across the table', () => {
    const found = recogniseLayout(
      sheet(`Inventory of the county hall
        Ref|What it is|Bay|Seen by
        A 1|bowl|3|Li
        A 2|jar|3|Li`),
      [],
      () => null
    )
    expect(found).toMatchObject({
      title: 'Inventory of the county hall',
      headerRows: [2],
      firstDataRow: 3,
      confidence: 0.3,
    })
  })

  it('is none where records begin in the first row: columns get their letters', () => {
    const found = recogniseLayout(sheet('0001|铜镜|汉|2\n0002|铜鼎|商|1'), [], isHeading)
    expect(found).toMatchObject({ headerRows: [], firstDataRow: 1, confidence: 0, title: null })
    expect(texts(found)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('skips a line that counts the columns', () => {
    for (const line of ['1|2|3|4', '（1）|（2）|（3）|（4）', '甲|乙|1|2']) {
      const rows = sheet(`总登记号|名称|年代|质地\n${line}\n0001|铜镜|汉|铜`)
      const found = recogniseLayout(rows, [], isHeading)
      expect(found.firstDataRow).toBe(3)
      expect(rows.map((row) => classifyRow(row, found))).toEqual(['header', 'columnNumbers', 'record'])
    }
  })

  it('of an empty sheet is nothing', () => {
    expect(recogniseLayout([], [], isHeading)).toMatchObject({
      headerRows: [],
      headings: [],
      confidence: 0,
      firstDataRow: 1,
    })
  })
})
