import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../shared/catalogue/fields.ts'
import { filled, layoutOf } from '../../shared/reports/layout.ts'
import { fittingSize, neededHeight } from '../../shared/reports/fit.ts'
import { pictureNames } from '../../shared/reports/pictures.ts'
import { serialDay, SOURCES, type ReportLine } from '../../shared/reports/sources.ts'

describe('the layout of R1', () => {
  const { columns, paper, rowsPerPage, fonts, heights } = layoutOf('R1')

  it('has the columns A–S of china-standards 5.1 with their widths', () => {
    expect(columns.map(({ head }) => head.join('|'))).toEqual([
      ...['登记日期|年', '登记日期|月', '登记日期|日', '总登记号', '分类号', '名称', '年代'],
      ...['数量|件数', '数量|单位', '数量|实际数量', '尺寸(cm)', '重量', '质地', '完残情况', '来源'],
      ...['入馆凭证号', '注销凭证号', '级别', '备注'],
    ])
    expect(columns.map(({ width }) => width)).toEqual([
      5, 4, 4, 14, 10, 28, 14, 6, 6, 8, 22, 10, 10, 16, 10, 12, 12, 8, 20,
    ])
  })

  it('is A3 landscape with margins of 1.5 cm, 20 rows a page, in the fonts of the frame', () => {
    expect(paper).toEqual({ size: 'A3', orientation: 'landscape', marginCm: 1.5 })
    expect(rowsPerPage).toBe(20)
    expect([fonts.title, fonts.line.size, fonts.body]).toEqual([
      { font: '黑体', size: 18 },
      10.5,
      { font: '仿宋', size: 12 },
    ])
    expect(heights.title).toBe(36)
  })

  it('fills an A3 page and no more, so that pages end where they should even without manual ends', () => {
    const widthPoints = columns.reduce((sum, { width }) => sum + width, 0) * 7 * 0.75
    const scale = Math.floor(((((420 - 30) / 25.4) * 72) / widthPoints) * 100) / 100
    const page =
      heights.title + 2 * heights.line + 2 * heights.head + 20 * (heights.row ?? 0) + 3 * heights.foot
    const room = ((297 - 30) / 25.4) * 72
    expect(page * scale).toBeLessThan(room)
    expect((page + (heights.row ?? 0)) * scale).toBeGreaterThan(room)
  })
})

describe('the layout of R2', () => {
  const { columns } = layoutOf('R2')

  it('has the 37 columns of china-standards 1.1 in order', () => {
    expect(columns).toHaveLength(37)
    expect(columns.slice(0, 6).map(({ head }) => head[0])).toEqual([
      '收藏单位',
      '收藏单位编号',
      '普查编号',
      '藏品编号类型',
      '藏品编号',
      '名称',
    ])
    expect(columns.at(-1)?.head[0]).toBe('图片')
  })

  it('shows numbers 3 to 36 from the fields that carry those numbers', () => {
    const numbers = columns.slice(2, 36).map(({ source }) => {
      return FIELDS.find((field) => field.id === SOURCES[source].fields[0])?.census
    })
    expect(numbers).toEqual(Array.from({ length: 34 }, (_, at) => at + 3))
  })
})

describe('what cells show', () => {
  const line = (values: ReportLine['values']): ReportLine => ({
    values,
    pictures: [],
    museum: { name: '某馆', code: null },
  })

  it('an era by the exact label of the export, else what was written', () => {
    expect(SOURCES.eraOrText.print(line({ era: '306000' }))).toBe('三国')
    expect(SOURCES.eraOrText.print(line({ era: '319000', eraText: '清乾隆' }))).toBe('清(1616~1911)')
    expect(SOURCES.eraOrText.print(line({ era: null, eraText: '宋-元' }))).toBe('宋-元')
  })

  it('a size as it was written, else its measures', () => {
    expect(SOURCES.size.print(line({ sizeText: '高3厘米', height: 3 }))).toBe('高3厘米')
    expect(SOURCES.size.print(line({ length: 12, height: 3.5 }))).toBe('长12 高3.5')
    expect(SOURCES.size.print(line({}))).toBeNull()
  })

  it('数量 as the bare code, with the unit where it is an unusual one', () => {
    expect(SOURCES.quantityKind.print(line({ quantityKind: '单件', quantityUnit: '件' }))).toBe('单件')
    expect(SOURCES.quantityKind.print(line({ quantityKind: '单件', quantityUnit: '幅' }))).toBe('单件 幅')
    expect(SOURCES.quantityKind.print(line({ quantityKind: '一套多件', quantityUnit: null }))).toBe(
      '一套多件'
    )
  })

  it('days as the spreadsheet counts them, from March 1900 on', () => {
    expect(serialDay('1900-02-28')).toBe('1900-02-28')
    expect(serialDay('1900-03-01')).toBe(61)
    expect(serialDay('2024-02-29')).toBe(45351)
  })

  it('pictures by the names of I3, counted within their view', () => {
    const jpeg = (view: string) => ({ view, type: 'image/jpeg' })
    expect(
      pictureNames('61.5/135', [jpeg('正视'), jpeg('底部'), { view: '正视', type: 'image/png' }])
    ).toEqual([...['61.5_135-正视-1.jpg', '61.5_135-底部-1.jpg', '61.5_135-正视-2.png']])
  })

  it('places in texts', () => {
    expect(filled('第 {page} 页 共 {pages} 页', { page: 3, pages: 9 })).toBe('第 3 页 共 9 页')
    expect(filled('{nothing}', {})).toBe('')
  })
})

describe('fitting text into a cell', () => {
  const sizes = [12, 10.5, 9, 8, 7, 5]

  it('keeps the largest size while it fits and steps down when it does not', () => {
    expect(fittingSize('商青铜鼎', 28, 30.75, sizes)).toBe(12)
    const longer = [10, 20, 40, 60, 120].map((length) => fittingSize('鼎'.repeat(length), 28, 30.75, sizes))
    expect(longer).toEqual([...longer].sort((a, b) => b - a))
    expect(longer[0]).toBe(12)
    expect(fittingSize('鼎'.repeat(32_767), 28, 30.75, sizes)).toBe(5)
  })

  it('does not tear numbers and brackets', () => {
    // 入 | 〔1953〕001 | 号 are three lines and too many down to 8 points: some programs keep 001 to its bracket
    expect(fittingSize('入〔1953〕001号', 12, 30.75, sizes)).toBe(7)
    expect(fittingSize('入〔1953〕一号', 12, 30.75, sizes)).toBe(10.5)
  })

  it('knows how high a row must be', () => {
    expect(neededHeight('短', 20, 12)).toBe(18)
    expect(neededHeight('一行\n两行', 20, 12)).toBe(35)
  })
})
