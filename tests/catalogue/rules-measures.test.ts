import { describe, expect, it } from 'vitest'
import { codes, findings } from './judging.ts'

describe('sizes (D1–D6)', () => {
  const measured = { sizeText: null, length: 20, width: 10, height: 5 }

  it('D1: more than 0 and no more than 50 m', () => {
    expect(codes({ ...measured, height: 0 })).toEqual(['D1.zero'])
    expect(codes({ ...measured, height: 0.1 })).toEqual([])
    expect(codes({ ...measured, height: 5000 })).toEqual([])
    expect(codes({ ...measured, height: 5000.01 })).toEqual(['D1.large'])
  })

  it('D2: two decimals', () => {
    expect(codes({ ...measured, width: 10.25 })).toEqual([])
    expect(codes({ ...measured, width: 10.255 })).toEqual(['D2'])
    // 1.1 + 2.2 and its like are not three decimals
    expect(codes({ ...measured, width: 1.1 + 2.2 })).toEqual([])
  })

  it('D3: words where there are no figures', () => {
    expect(codes({ sizeText: null })).toEqual(['D3'])
    expect(codes({ sizeText: null, height: 5 })).toEqual([])
    expect(codes({ sizeText: null }, { literals: { sizeText: '见照片' } })).toEqual(['unread'])
  })

  it('D4: figures and words agree, millimetres too', () => {
    expect(codes({ height: 21.3 })).toEqual([])
    expect(codes({ height: 21.31 })).toEqual(['D4'])
    expect(codes({ sizeText: '通高213毫米', height: 21.3 })).toEqual([])
    expect(findings({ sizeText: '高32.5厘米', height: 35.2 })).toMatchObject([
      { field: 'height', detail: { label: '高', parsed: 32.5, value: 35.2 } },
    ])
    // 腹径 is none of the three measures
    expect(codes({ sizeText: '腹径30厘米', height: 21 })).toEqual([])
  })

  it('D5: a number without a unit is warned about and never guessed', () => {
    expect(codes({ sizeText: '高32.5' })).toEqual(['D5'])
    expect(codes({ sizeText: '高32.5cm' })).toEqual([])
    expect(codes({ sizeText: '高32.5', height: 32 })).toEqual(['D5'])
  })

  it('D6: of paintings 纵×横', () => {
    const painting = {
      name: '清山水图轴',
      category: '书法、绘画',
      materials: '纸',
      materialSubclass: '有机质',
      era: '319000',
    }
    const qing = { eraStart: 1616, eraEnd: 1911 }
    expect(codes({ ...painting, sizeText: '纵132厘米，横64厘米' }, qing)).toEqual([])
    expect(codes({ ...painting, sizeText: '长132厘米，宽64厘米' }, qing)).toEqual(['D6'])
  })
})

describe('mass (D7–D9)', () => {
  const weighed = (mass: number | null, massUnit: string | null, massBand: string | null) =>
    codes({ mass, massUnit, massBand })

  it('D7: has a unit and is more than nothing', () => {
    expect(weighed(500, null, '0.01-1 kg')).toEqual(['D7.unit'])
    expect(weighed(0, 'g', '<0.01 kg')).toEqual(['D7.zero'])
  })

  it('D8: the band is that of the mass, in g, kg and 吨', () => {
    expect(weighed(9.99, 'g', '<0.01 kg')).toEqual([])
    expect(weighed(10.01, 'g', '<0.01 kg')).toEqual(['D8.band'])
    expect(weighed(0.9999, 'kg', '0.01-1 kg')).toEqual([])
    expect(weighed(1.001, '吨', '>1000 kg')).toEqual([])
    expect(weighed(1.001, '吨', '100-1000 kg')).toEqual(['D8.band'])
  })

  it('D8: exactly on a boundary either band is looked at twice, no other is let pass', () => {
    expect(weighed(50, 'kg', '50-100 kg')).toEqual(['D8.boundary'])
    expect(weighed(50, 'kg', '1-50 kg')).toEqual(['D8.boundary'])
    expect(weighed(50, 'kg', '100-1000 kg')).toEqual(['D8.boundary', 'D8.band'])
    expect(weighed(1000, 'kg', '100-1000 kg')).toEqual(['D8.boundary'])
  })

  it('D9: the band is asked for even without a mass', () => {
    expect(weighed(null, null, null)).toEqual(['D9'])
    expect(weighed(null, null, '1-50 kg')).toEqual([])
  })
})
