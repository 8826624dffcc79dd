import { describe, expect, it } from 'vitest'
import { codes, findings, TODAY } from './judging.ts'

it('is content with a record that is in order', () => {
  expect(findings({})).toEqual([])
})

describe('required fields', () => {
  it('warns of what is missing, and calls a missing number an error', () => {
    expect(findings({ grade: null })).toEqual([
      { rule: 'required', field: 'grade', level: 'warning', code: 'required', detail: {} },
    ])
    expect(findings({ number: null })).toMatchObject([{ field: 'number', level: 'error', code: 'required' }])
  })

  it('tells what stood in the file where it could not be understood', () => {
    expect(findings({ grade: null }, { literals: { grade: '特级' } })).toMatchObject([
      { field: 'grade', code: 'unread', detail: { text: '特级' } },
    ])
  })

  it('knows a period that the national table has no value for', () => {
    const fiveDynasties = { era: null, eraText: '五代', name: '五代白釉碗' }
    expect(findings(fiveDynasties, { eraStart: 907, eraEnd: 960 })).toMatchObject([
      { code: 'noNode', field: 'era', level: 'warning', detail: { text: '五代' } },
    ])
    expect(codes({ era: null, eraText: '不详' }, { eraStart: null, eraEnd: null })).toEqual(['required'])
  })

  it('asks for the 完残状况 of all that is not 完整', () => {
    expect(codes({ completeness: '基本完整' })).toEqual(['required'])
    expect(codes({ completeness: '基本完整', damage: '口沿有小磕' })).toEqual([])
  })

  it('names values that no code table holds', () => {
    expect(findings({ grade: '特级' })).toMatchObject([
      { code: 'code', field: 'grade', detail: { text: '特级' } },
    ])
    expect(codes({ era: '清(1616~1911)' })).toEqual(['code'])
  })
})

describe('across fields', () => {
  it('V02: 22 digits that begin with a region', () => {
    expect(codes({ censusNumber: '6500002180000200000376' })).toEqual([])
    expect(codes({ censusNumber: '650000218000020000037' })).toEqual(['V02.digits'])
    expect(codes({ censusNumber: '65000021800002000003766' })).toEqual(['V02.digits'])
    expect(codes({ censusNumber: '9900002180000200000376' })).toEqual(['V02.region'])
  })

  it('V03: the grade of a precious object rests on an appraisal', () => {
    for (const grade of ['一级', '二级', '三级'])
      expect(findings({ grade, appraisal: null })).toMatchObject([
        { code: 'V03', field: 'appraisal', level: 'warning', detail: { grade } },
      ])
    for (const grade of ['一般', '未定级']) expect(codes({ grade, appraisal: null })).toEqual([])
  })

  it('V04: one leaf or several, and the right sub-class', () => {
    expect(codes({ materials: '铜,金' })).toEqual(['V04.single', 'V04.subclass'])
    const composite = { materialClass: '复合或组合质地', materials: '铜,金' }
    expect(codes({ ...composite, materialSubclass: '无机复合或组合' })).toEqual([])
    expect(codes({ ...composite, materialSubclass: '有机无机复合或组合' })).toEqual(['V04.subclass'])
    expect(codes({ ...composite, materials: '铜', materialSubclass: '无机质' })).toEqual(['V04.composite'])
    expect(codes({ materials: '仙铜' })).toEqual(['code'])
  })

  it('V05: a bronze of porcelain is looked at again', () => {
    expect(findings({ materials: '瓷' })).toMatchObject([{ rule: 'V05', level: 'warning' }])
    expect(codes({ category: '其他', materials: '瓷' })).toEqual([])
  })

  it('V06: printed books have edition and volumes', () => {
    const printed = { category: '古籍图书', name: '商书', materials: '纸', materialSubclass: '有机质' }
    expect(codes(printed)).toEqual(['V06', 'V06'])
    expect(codes({ ...printed, edition: '清乾隆武英殿刻本', volumes: '存卷一至卷四' })).toEqual([])
  })

  it('V07: what is whole needs no urgent repair; damage is described', () => {
    expect(findings({ condition: '腐蚀损毁严重，急需修复' })).toMatchObject([
      { code: 'V07.whole', level: 'warning' },
    ])
    expect(findings({ completeness: '残缺' })).toMatchObject([{ code: 'V07.damage', level: 'error' }])
    expect(codes({ completeness: '严重残缺(含缺失部件)', damage: '残三块' })).toEqual([])
  })

  it('V08: 单件 is one, 一套多件 two or more with its parts', () => {
    expect(codes({ actualQuantity: 0 })).toEqual(['V08.none'])
    expect(codes({ actualQuantity: 2 })).toEqual(['V08.single'])
    expect(codes({ quantityKind: '一套多件', actualQuantity: 1, remarks: '盖、身' })).toEqual(['V08.set'])
    expect(codes({ quantityKind: '一套多件', actualQuantity: 2, remarks: '盖、身' })).toEqual([])
    expect(codes({ quantityKind: '一套多件', actualQuantity: 2 })).toEqual(['V08.parts'])
  })

  it('V09: days, years and band agree with each other and with today', () => {
    const came = (
      acquiredOn: string,
      acquisitionYear: number,
      acquisitionBand: string,
      registeredOn: string | null = null
    ) => codes({ acquiredOn, acquisitionYear, acquisitionBand, registeredOn })
    expect(came(TODAY, 2026, '2001至今')).toEqual([])
    expect(came('2026-03-02', 2026, '2001至今')).toEqual(['V09.future'])
    expect(came('1987-05-03', 1988, '1977-2000')).toEqual(['V09.year'])
    expect(came('1949-09-30', 1949, '1949.10.1前')).toEqual([])
    expect(came('1949-10-01', 1949, '1949.10.1前')).toEqual(['V09.band'])
    expect(came('1949-10-01', 1949, '1949.10.1-1965')).toEqual([])
    expect(came('1987-05-03', 1987, '1977-2000', '1987-05-03')).toEqual([])
    expect(came('1987-05-03', 1987, '1977-2000', '1987-05-02')).toEqual(['V09.order'])
    expect(codes({ acquiredOn: null, acquisitionYear: 1949, acquisitionBand: '1949.10.1-1965' })).toEqual([])
    expect(codes({ acquiredOn: null, acquisitionYear: 1966, acquisitionBand: '1949.10.1-1965' })).toEqual([
      'V09.band',
    ])
    expect(
      codes({ acquiredOn: null, acquisitionYear: 2027, acquisitionBand: '2001至今', registeredOn: null })
    ).toEqual(['V09.future'])
  })

  it('V11: nothing comes in before it was made', () => {
    const republic = { name: '民国铜镜', era: '320000' }
    const came = (year: number) => ({
      ...republic,
      acquiredOn: null,
      acquisitionYear: year,
      acquisitionBand: null,
      registeredOn: null,
    })
    const span = { eraStart: 1912, eraEnd: 1949 }
    expect(codes(came(1949), span)).toEqual(['required'])
    expect(codes(came(1948), span)).toEqual(['required', 'V11'])
    // an era that has not ended
    expect(codes({ ...came(1958), name: '1958年铜章' }, { eraStart: 1949, eraEnd: null })).toEqual([
      'required',
    ])
  })

  it('V12: every object has its place, but not one that has left', () => {
    expect(findings({ place: null })).toMatchObject([{ code: 'V12', field: 'place', level: 'warning' }])
    expect(codes({ place: null, deaccessionVoucher: '注〔2025〕001号' })).toEqual([])
  })

  it('V14: what should have been tidied on the way in', () => {
    expect(codes({ number: '００01' })).toEqual(['V14.sign'])
    expect(codes({ number: '00 01' })).toEqual(['V14.space'])
    expect(codes({ remarks: '出土于城关镇 ' })).toEqual(['V14.sign'])
    expect(codes({ remarks: '第一行\n第二行' })).toEqual([])
  })
})

it('has words in both languages for every finding, with all their places', async () => {
  const { default: zh } = await import('../../resources/words/zh-CN/rules.json')
  const { default: en } = await import('../../resources/words/en/rules.json')
  const flat = (words: object, above = ''): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value]] : flat(value as object, `${above}${key}.`)
    )
  const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place).sort()
  const english = new Map(flat(en.rule))
  expect(flat(zh.rule).map(([code, text]) => [code, places(text)])).toEqual(
    flat(zh.rule).map(([code]) => [code, places(english.get(code) ?? '')])
  )
  expect([...english.keys()].sort()).toEqual(
    flat(zh.rule)
      .map(([code]) => code)
      .sort()
  )
})
