import { describe, expect, it } from 'vitest'
import { codes, known, understood } from './oneRow.ts'

describe('a cell', () => {
  it('keeps the zeros of a number and folds its width, with the literal beside it', () => {
    const row = understood(['总登记号', 'number', '００１５'])
    expect(row.given.number).toBe('0015')
    expect(row.literals).toEqual({ number: '００１５' })
    expect(understood(['总登记号', 'number', '0008']).literals).toEqual({})
  })

  it('becomes the label of its code table, the alias staying as it was written', () => {
    const row = understood(
      ['级别', 'grade', '叁级'],
      ['来源', 'source', '考古发掘'],
      ['保存状态', 'condition', '不需修复']
    )
    expect(known(row)).toEqual({ grade: '三级', source: '发掘', condition: '状态稳定，不需修复' })
    expect(row.literals).toEqual({ grade: '叁级', source: '考古发掘', condition: '不需修复' })
    expect(row.notes).toEqual([])
  })

  it('stays a literal where it is not understood or only an offer: nothing is invented', () => {
    const row = understood(['来源', 'source', '调拨'], ['级别', 'grade', '甲等'])
    expect(known(row)).toEqual({})
    expect(row.literals).toEqual({ source: '调拨', grade: '甲等' })
    expect(codes(row)).toEqual(['code.unknown', 'code.ask'])
  })

  it('says nothing where it is empty or only a stroke', () => {
    const row = understood(
      ['级别', 'grade', ''],
      ['来源', 'source', '/'],
      ['备注', 'remarks', '——'],
      ['展厅', 'extra', '-']
    )
    expect([known(row), row.literals, row.extras, row.notes]).toEqual([{}, {}, {}, []])
  })

  it('that holds an error or a formula is told', () => {
    const error = understood(['质量(g)', 'mass', { text: '#REF!', kind: 'error' }])
    expect([codes(error), error.literals]).toEqual([['import.errorCell'], { mass: '#REF!' }])
    const formula = understood([
      '实际数量',
      'actualQuantity',
      { text: '3', kind: 'number', number: 3, formula: true },
    ])
    expect([codes(formula), formula.given.actualQuantity]).toEqual([['import.formula'], 3])
  })

  it('of words that are longer than a field keeps the whole as literal', () => {
    const row = understood(['存放地点', 'place', '库'.repeat(2500)])
    expect(String(row.given.place)).toHaveLength(2000)
    expect(row.literals['place']).toHaveLength(2500)
    expect(codes(row)).toEqual(['import.tooLong'])
  })

  it('of no field of ours is kept under its own heading, even where two are headed alike', () => {
    const row = understood(['展厅', 'extra', '一楼'], ['展厅', 'extra', '二楼'], ['', 'extra', '见册'])
    expect(row.extras).toEqual({ 展厅: '一楼', '展厅 (2)': '二楼', C: '见册' })
  })
})

describe('年代', () => {
  it('is a value of the census tree; what says more than the tree goes to 具体年代 as written', () => {
    expect(known(understood(['年代', 'era', '唐代']))).toEqual({ era: '311000' })
    const reign = known(understood(['年代', 'era', '清乾隆']))
    expect(reign.eraText).toBe('清乾隆')
    expect(reign.era).toBe(known(understood(['年代', 'era', '清'])).era)
  })

  it('keeps 宋-元 as text without forcing one value, and warns', () => {
    const row = understood(['年代', 'era', '宋-元'])
    expect(known(row)).toEqual({ eraText: '宋-元' })
    expect(codes(row)).toContain('era.spans')
  })

  it('takes no word for a date that is none', () => {
    const row = understood(['朝代', 'era', '纺织品'])
    expect([known(row), row.literals]).toEqual([{}, { era: '纺织品' }])
  })

  it('comes from 具体年代 where it has no column of its own, and is not overruled by it where it has', () => {
    expect(known(understood(['具体年代', 'eraText', '明万历三年'])).era).toBe(
      known(understood(['年代', 'era', '明'])).era
    )
    const both = understood(['年代', 'era', '宋'], ['具体年代', 'eraText', '1100-1300年'])
    expect(known(both)).toEqual({ era: known(understood(['年代', 'era', '宋'])).era, eraText: '1100-1300年' })
    expect(codes(both)).toEqual([])
  })
})

describe('尺寸', () => {
  it('is split where its parts are named: 口径 is a width, 底径 a length (china-standards 1.1)', () => {
    const row = understood(['尺寸', 'sizeText', '高32.5厘米，口径12厘米'])
    expect(known(row)).toEqual({ sizeText: '高32.5厘米，口径12厘米', height: 32.5, width: 12 })
    expect(row.notes).toEqual([])
  })

  it('without a unit is kept and warned, never guessed', () => {
    const row = understood(['尺寸', 'sizeText', '高19.2、口径51.0、底径37.3'])
    expect(known(row)).toEqual({ sizeText: '高19.2、口径51.0、底径37.3' })
    expect(codes(row)).toEqual(['size.noUnit'])
    const bare = understood(['高', 'height', '32.5'])
    expect([known(bare), codes(bare), bare.literals]).toEqual([{}, ['size.noUnit'], { height: '32.5' }])
  })

  it('takes the unit that its heading gives, or a column of units', () => {
    expect(known(understood(['通高（毫米）', 'height', '286'])).height).toBe(28.6)
    expect(known(understood(['height', 'height', '419'], ['units', 'extra', 'mm'])).height).toBe(41.9)
    const text = understood(['尺寸(cm)', 'sizeText', '高19.2、口径51.0'])
    expect(known(text)).toEqual({ sizeText: '高19.2、口径51.0cm', height: 19.2, width: 51 })
    expect([text.notes, text.literals]).toEqual([[], { sizeText: '高19.2、口径51.0' }])
  })

  it("counts in centimetres under the national table's own headings", () => {
    const row = understood(
      ['通长(底径)', 'length', '12'],
      ['通宽(口径)', 'width', '8'],
      ['通高', 'height', '30.5']
    )
    expect(known(row)).toEqual({ length: 12, width: 8, height: 30.5 })
  })

  it('knows the order of bare factors only where the heading says it', () => {
    expect(known(understood(['长×宽×高(cm)', 'sizeText', '6.3×16.1×7']))).toMatchObject({
      length: 6.3,
      width: 16.1,
      height: 7,
    })
    const open = understood(['尺寸(cm)', 'sizeText', '6.3×16.1×7'])
    expect(known(open)).toEqual({ sizeText: '6.3×16.1×7cm' })
    expect(codes(open)).toEqual(['size.noLabel'])
  })

  it('holds the mass too where there is no column of masses', () => {
    const row = understood(['尺寸、重量', 'sizeText', '高12厘米，重3.5千克'])
    expect(known(row)).toMatchObject({ height: 12, mass: 3.5, massUnit: 'kg', massBand: '1-50 kg' })
  })
})

describe('质量', () => {
  it('is a value with its unit, and fills the band', () => {
    expect(known(understood(['重量', 'mass', '17.9kg']))).toEqual({
      mass: 17.9,
      massUnit: 'kg',
      massBand: '1-50 kg',
    })
    expect(known(understood(['质量（克）', 'mass', '500']))).toEqual({
      mass: 500,
      massUnit: 'g',
      massBand: '0.01-1 kg',
    })
    expect(known(understood(['质量', 'mass', '2.5'], ['质量单位', 'massUnit', '公斤'])).massUnit).toBe('kg')
  })

  it('keeps the unit of its own cell against that of the column', () => {
    expect(known(understood(['质量', 'mass', '2kg'], ['质量单位', 'massUnit', '克']))).toMatchObject({
      mass: 2,
      massUnit: 'kg',
    })
  })

  it('in 斤 or without any unit is asked', () => {
    const jin = understood(['重量', 'mass', '2斤'], ['重量', 'extra', ''])
    expect([known(jin), jin.literals, codes(jin)]).toEqual([{}, { mass: '2斤' }, ['mass.ask']])
    expect(codes(understood(['重量', 'mass', '314']))).toEqual(['mass.noUnit'])
  })
})

describe('数量', () => {
  it('of a column that is only called so is read with the unit beside it', () => {
    const one = known(understood(['数量', 'actualQuantity', '1'], ['单位', 'quantityUnit', '件']))
    expect(one).toEqual({ actualQuantity: 1, sets: 1, quantityUnit: '件', quantityKind: '单件' })
    const set = understood(['数量', 'actualQuantity', '2'], ['单位', 'quantityUnit', '套'])
    expect(known(set)).toEqual({ sets: 2, quantityUnit: '套', quantityKind: '一套多件' })
    expect(codes(set)).toEqual(['quantity.setUncounted'])
  })

  it('splits 一套5件 into sets and pieces', () => {
    expect(known(understood(['数量', 'actualQuantity', '一套5件']))).toMatchObject({
      sets: 1,
      actualQuantity: 5,
    })
  })

  it('of 件数 and 实际数量 are numbers', () => {
    const row = known(
      understood(['件数', 'sets', '1'], ['实际数量', 'actualQuantity', '12'], ['单位', 'quantityUnit', '套'])
    )
    expect(row).toEqual({ sets: 1, actualQuantity: 12, quantityUnit: '套', quantityKind: '一套多件' })
    expect(codes(understood(['实际数量', 'actualQuantity', '2.5']))).toEqual(['quantity.notWhole'])
  })
})

describe('dates', () => {
  it('of Excel are days, and fill year and band', () => {
    const row = understood([
      '入藏时间',
      'acquiredOn',
      { text: '2022/7/22', kind: 'day', day: '2022-07-22', number: 44764 },
    ])
    expect(known(row)).toEqual({
      acquiredOn: '2022-07-22',
      acquisitionYear: 2022,
      acquisitionBand: '2001至今',
    })
    expect(row.literals).toEqual({})
  })

  it('that are serial numbers without a date format are read and told', () => {
    const row = understood(['入藏时间', 'acquiredOn', '32143'])
    expect([known(row).acquiredOn, codes(row)]).toEqual(['1988-01-01', ['day.serial']])
  })

  it('of a year or a month alone give what is certain and keep the rest as written', () => {
    const row = understood(['入藏时间', 'acquiredOn', '1953.10'], ['备注', 'remarks', ''])
    expect(known(row)).toEqual({ acquisitionYear: 1953, acquisitionBand: '1949.10.1-1965' })
    expect(understood(['入藏时间', 'acquiredOn', { text: '1953.10', kind: 'text' }]).literals).toEqual({
      acquiredOn: '1953.10',
    })
    expect(codes(understood(['登记日期', 'registeredOn', '1987年5月']))).toEqual(['import.dayIncomplete'])
  })

  it('with a two-digit year, and a bare 1949, are asked', () => {
    expect(codes(understood(['入藏时间', 'acquiredOn', '87年']))).toEqual(['day.twoDigitYear'])
    const row = understood(['入藏时间', 'acquiredOn', '1949年'])
    expect([known(row), codes(row)]).toEqual([{ acquisitionYear: 1949 }, ['day.bandAsk']])
  })

  it('in three columns, as the printed 总登记账 has them, are one day', () => {
    const date = (y: string, m: string, d: string) =>
      understood(
        ['登记日期/年', 'registeredOn', y],
        ['登记日期/月', 'registeredOn', m],
        ['登记日期/日', 'registeredOn', d]
      )
    expect(known(date('1987', '5', '3'))).toEqual({ registeredOn: '1987-05-03' })
    expect(codes(date('1987', '', ''))).toEqual(['import.dayIncomplete'])
  })
})

describe('质地 and 完残', () => {
  it('work out class and sub-class', () => {
    expect(known(understood(['质地', 'materials', '铜、铁']))).toEqual({
      materials: '铜,铁',
      materialClass: '复合或组合质地',
      materialSubclass: '无机复合或组合',
    })
  })

  it('take none of the materials where one is not known, and remark it once', () => {
    const row = understood(['Medium', 'materials', 'Graphite on paper'])
    expect([known(row), codes(row)]).toEqual([{}, ['code.unknown']])
  })

  it('put the words for what is broken where they belong', () => {
    expect(known(understood(['完残情况', 'completeness', '盖缺，足断'])).damage).toBe('盖缺，足断')
  })

  it('join two columns of words and keep the second of anything else', () => {
    const row = understood(
      ['备注', 'remarks', '甲'],
      ['附注', 'remarks', '乙'],
      ['级别', 'grade', '一级'],
      ['等级', 'grade', '二级']
    )
    expect([row.given.remarks, row.given.grade, row.extras]).toEqual(['甲；乙', '一级', { 等级: '二级' }])
  })
})
