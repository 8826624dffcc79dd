import { describe, expect, it } from 'vitest'
import { headingKey, readHeading } from '../../shared/imports/headings.ts'
import { matchColumns } from '../../shared/imports/match.ts'

const first = (text: string): string | undefined => readHeading(text).meanings[0]?.field
const matched = (...headings: readonly (string | readonly [string, ...string[]])[]) =>
  matchColumns(
    headings.map((heading, column) => {
      const [text, ...samples] = typeof heading === 'string' ? [heading] : heading
      return { column, text, samples }
    })
  ).map(({ target }) => target)

describe('a heading', () => {
  it.each([
    ['总登记号', 'number'],
    ['名　　称', 'name'],
    ['藏品编号*', 'number'],
    ['藏品总登记号\n（必填）', 'number'],
    ['年代（类型）', 'era'],
    ['具体年代', 'eraText'],
    ['质地', 'materials'],
    ['数量/件数', 'sets'],
    ['数量/实际数量', 'actualQuantity'],
    ['数量/单位', 'quantityUnit'],
    ['入藏（库）日期', 'acquiredOn'],
    ['出土(水)登记号', 'number'],
    ['英文名/拉丁文名', 'foreignName'],
    ['完残状况', 'damage'],
    ['Accession Number', 'number'],
    ['acno', 'number'],
    ['all_artists', 'author'],
    ['Credit Line', 'sourceDetail'],
    ['acquisitionYear', 'acquisitionYear'],
  ])('%s means %s', (text, field) => expect(first(text)).toBe(field))

  it.each([
    ['通高（厘米）', 'cm', 'height'],
    ['尺寸(mm)', 'mm', 'sizeText'],
    ['*质量 g', 'g', 'mass'],
    ['重量kg', 'kg', 'mass'],
    ['质量/克', 'g', 'mass'],
    ['重量（单位：千克）', 'kg', 'mass'],
    ['尺寸(厘米)/长', 'cm', 'length'],
  ])('%s gives the unit %s to %s', (text, unit, field) => {
    expect(readHeading(text).unit).toBe(unit)
    expect(first(text)).toBe(field)
  })

  it('takes no letters of a word for a unit', () => {
    for (const text of ['medium', 'item', 'catalog', '备注']) expect(readHeading(text).unit).toBeNull()
  })

  it('says which part of a day its column holds', () => {
    expect(readHeading('登记日期/年')).toMatchObject({
      dayPart: 'year',
      meanings: [{ field: 'registeredOn' }],
    })
    expect(readHeading('登记日期/日').dayPart).toBe('day')
    expect(readHeading('登记日期').dayPart).toBeNull()
  })

  it('is the same heading with other spaces, width, case and signs', () => {
    expect(headingKey(' 名 称：')).toBe(headingKey('名称'))
    expect(headingKey('Ｎｏ．')).toBe(headingKey('no'))
    expect(headingKey('☆')).toBe('☆')
  })
})

describe('columns', () => {
  it('go to the fields of a county registry', () => {
    expect(
      matched(
        '总登记号',
        '名称',
        '年代',
        '类别',
        '质地',
        ['数量', '1', '1件'],
        '单位',
        '尺寸',
        '重量',
        '级别'
      )
    ).toEqual([
      'number',
      'name',
      'era',
      'category',
      'materials',
      'actualQuantity',
      'quantityUnit',
      'sizeText',
      'mass',
      'grade',
    ])
  })

  it('give each field one column, the likeliest: the rest is kept under its own heading', () => {
    expect(matched('编号', '总登记号', '分类号')).toEqual(['extra', 'number', 'classNumber'])
    expect(matched('数量', '实际数量')).toEqual(['sets', 'actualQuantity'])
  })

  it('join year, month and day of one date', () => {
    expect(matched('登记日期/年', '登记日期/月', '登记日期/日')).toEqual([
      'registeredOn',
      'registeredOn',
      'registeredOn',
    ])
  })

  it('are told by what stands in them where the heading may mean two things', () => {
    expect(matched('总登记号', ['数量', '单件', '一套多件'], '实际数量')).toEqual([
      'number',
      'quantityKind',
      'actualQuantity',
    ])
    expect(matched(['质地类别', '单一质地'], ['质地', '铜'])).toEqual(['materialClass', 'materials'])
    expect(matched(['质地类别', '铜', '铁,木'])).toEqual(['materials'])
    expect(matched('height', ['单位', 'mm', 'mm'])).toEqual(['height', 'extra'])
    expect(matched(['单位', '件', '套'])).toEqual(['quantityUnit'])
  })

  it('of units belong to the measure that they stand under, or that they are units of', () => {
    expect(matched('重量/数值', ['重量/单位', 'g', 'kg'])).toEqual(['mass', 'massUnit'])
    expect(matched('质量/具体质量', '质量/单位')).toEqual(['mass', 'massUnit'])
    expect(matched('数量/件数', '数量/单位', '尺寸/数值')).toEqual(['sets', 'quantityUnit', 'sizeText'])
    expect(matched('尺寸/数值', ['尺寸/单位', 'cm'])).toEqual(['sizeText', 'extra'])
    expect(matched('重量', ['单位', 'g', 'kg'])).toEqual(['mass', 'massUnit'])
    expect(matched('重量', ['单位', '克', '斤'], ['数量', '1'], ['单位', '件', '套'])).toEqual([
      ...['mass', 'massUnit', 'actualQuantity', 'quantityUnit'],
    ])
  })

  it('never take running numbers for registration numbers', () => {
    expect(matched(['序号', '1', '2', '3'], ['名称', '鼎'])).toEqual(['skip', 'name'])
    expect(matched(['本号', '1', '2', '3'])).toEqual(['extra'])
    expect(matched(['本馆代号', '61.5.135', '61.5.136', '61.7.2'])).toEqual(['number'])
  })

  it('follow what this museum chose before', () => {
    const remembered = new Map([
      [headingKey('老号'), 'number'] as const,
      [headingKey('编号'), 'classNumber'] as const,
    ])
    const columns = ['编号', '老 号', '名称'].map((text, column) => ({ column, text, samples: [] }))
    expect(matchColumns(columns, remembered).map(({ target, because }) => [target, because])).toEqual([
      ['classNumber', 'remembered'],
      ['number', 'remembered'],
      ['name', 'alias'],
    ])
  })
})
