import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import { classifyRow, isFooter, recogniseLayout, type Layout } from '../../shared/imports/layout.ts'
import type { Row } from '../../shared/imports/table.ts'
import { cell, isHeading, merge, sheet, texts } from './sheets.ts'

describe('what stands below the header', () => {
  const top = `某馆藏品登记表
    填报单位：某馆
    总登记号|名称|年代|质地|数量|备注`
  const layout = recogniseLayout(sheet(`${top}\n0001|铜镜|汉|铜|1|`), [merge(9, 0, 9, 5)], isHeading)
  const kind = (line: string, row = 20): string =>
    classifyRow({ row, cells: line.split('|').map(cell) }, layout)

  it('totals', () => {
    for (const line of [
      '合计||||465|',
      '合 计|465|||465',
      '|总计：|||12',
      '本页小计|||',
      '共计465件（套）',
      '累计||||1,024|',
      '过次页||||3',
      '合计||||465件|制表人：张三',
      '合计（件）|||||',
    ]) {
      expect([line, kind(line)]).toEqual([line, 'total'])
    }
  })

  it('signatures', () => {
    for (const line of [
      '制表人：|||审核人：',
      '制表人：张三||审核人：李四||日期：2024年3月',
      '单位负责人（签字）：',
      '（盖章）',
      '填报日期：2024年3月15日',
      '2024年3月15日',
      '馆长：王五 审核：赵六',
      '总账管理员：',
      '二〇二四年三月',
    ]) {
      expect([line, kind(line)]).toEqual([line, 'signature'])
    }
  })

  it('notes, page numbers, and lines merged across the table', () => {
    for (const line of [
      '注：征集文物清单为上一年度数据。',
      '备注：本表一式三份',
      '说明：1.未定级不填',
      '※ 修复中',
      '第 3 页',
      '共12页',
    ]) {
      expect([line, kind(line)]).toEqual([line, 'note'])
    }
    expect(kind('一、青铜器类', 9)).toBe('note')
    for (const line of ['二、瓷器类', '（三）玉器', '铜器', '书画类'])
      expect([line, kind(line)]).toEqual([line, 'note'])
  })

  it('the header, title and unit again at the top of a page', () => {
    for (const line of [
      '总登记号|名称|年代|质地|数量|备注',
      '总登记号|名 称|年代|质地|数量|附注',
      '某馆藏品登记表',
      '填报单位：某馆',
    ]) {
      expect([line, kind(line)]).toEqual([line, 'header'])
    }
  })

  it('a header in another order, after which no column is where it was', () => {
    for (const line of ['名称|总登记号|年代|质地', '编号|器名|朝代|质地'])
      expect([line, kind(line)]).toEqual([line, 'otherHeader'])
  })

  it('blank rows', () => {
    expect(kind('||　| |')).toBe('blank')
  })

  it('records, in every doubtful case', () => {
    for (const line of [
      '0012|“合计”铭文砖|汉|陶|1|',
      '合计001|账簿|民国|纸|1|',
      '|合计|民国|纸|1|账簿残页',
      '0013|日期：牌|清|木|1|',
      '注0014|注：经卷|唐|纸|1|',
      '总1|总计划碑|现代|石|1|',
      '审核|章|清|铜|1|',
      '0015',
      '|无号铜镜|汉|铜|1|',
      '1|2|4|8|1|',
      '0016|名称|汉|铜|1|',
      '2024年3月15日|铜镜|汉|铜|1|',
    ]) {
      expect([line, kind(line)]).toEqual([line, 'record'])
    }
  })

  it('footers are totals, signatures and notes', () => {
    const line = (text: string): Row => ({ row: 20, cells: text.split('|').map(cell) })
    expect(['合计|||3', '制表人：', '注：略', '0001|瓶'].map((text) => isFooter(line(text), layout))).toEqual(
      [true, true, true, false]
    )
  })
})

describe('real files', () => {
  async function judge(path: string): Promise<{ layout: Layout; kinds: Record<string, number> }> {
    const table = await openTable(path)
    const [first] = table.sheets
    const rows: Row[] = []
    for await (const row of table.rows(first?.name ?? '')) rows.push(row)
    const layout = recogniseLayout(rows.slice(0, 60), await table.merges(first?.name ?? ''), isHeading)
    const kinds: Record<string, number> = {}
    for (const row of rows.filter(({ row: number }) => number >= layout.firstDataRow)) {
      const kind = classifyRow(row, layout)
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    await table.close()
    return { layout, kinds }
  }

  const registry = '../shared/data/registry/county-registry-465.xlsx'
  it.skipIf(!existsSync(registry))(
    'the registry: header in row 3, 465 records, a total, a signature (needs ../shared/data)',
    async () => {
      const { layout, kinds } = await judge(registry)
      expect(layout).toMatchObject({
        title: '某县博物馆馆藏文物登记表',
        headerRows: [3],
        firstDataRow: 4,
        confidence: 1,
      })
      expect(texts(layout)).toHaveLength(16)
      expect(kinds).toEqual({ record: 465, total: 1, signature: 1 })
    }
  )

  for (const [number, title] of [
    [9, '藏品征集清单'],
    [10, '馆内藏品修复清单'],
    [15, '基本陈列清单'],
    [16, '临时展览清单'],
    [17, '引进、输出展览清单'],
  ] as const) {
    const form = `../shared/data/provincial-museum-forms/attachment${number}.xlsx`
    it.skipIf(!existsSync(form))(
      `annex ${number}: two merged header rows and a note (needs ../shared/data)`,
      async () => {
        const { layout, kinds } = await judge(form)
        expect(layout).toMatchObject({ title: `附件${number}${title}`, headerRows: [2, 3], firstDataRow: 4 })
        expect(texts(layout)[0]).toBe('序号')
        expect(kinds).toEqual({ note: 1 })
      }
    )
  }

  for (const [path, records] of [
    ['chinese-objects-abroad/translation_kelifulan_museum.csv', 2916],
    ['tate/tate_artworks_flat.csv', 69_202],
    ['tate/artist_data.csv', 3532],
    ['census-codelists/year_types.csv', 142],
  ] as const) {
    const file = `../shared/data/${path}`
    it.skipIf(!existsSync(file))(
      `${path}: every row below the header is a record (needs ../shared/data)`,
      async () => {
        const { layout, kinds } = await judge(file)
        expect(layout.headerRows).toEqual([1])
        expect(kinds).toEqual({ record: records })
      }
    )
  }
})
