import { describe, expect, it } from 'vitest'
import type { JudgeContext } from '../../shared/catalogue/rules.ts'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import { codes } from './judging.ts'

describe('names (N1–N6)', () => {
  const name = (text: string, context: Partial<JudgeContext> = {}, more: FieldValues = {}) =>
    codes({ name: text, ...more }, context)

  it('N1: not empty; 30 characters for the form, 60 at all', () => {
    expect(name('')).toEqual(['N1.empty'])
    const of = (length: number) => `商${'兽'.repeat(length - 2)}鼎`
    expect(name(of(30))).toEqual([])
    expect(name(of(31))).toEqual(['N1.long'])
    expect(name(of(60))).toEqual(['N1.long'])
    expect(name(of(61))).toEqual(['N1.tooLong'])
  })

  it('N2: begins with an era, with 代 or 朝 or without; bare years and the author will do', () => {
    for (const opening of ['商', '商代', '商朝', '商(前1600~前1046)', '公元前1300年', '公元前13世纪']) {
      expect(name(`${opening}兽面纹青铜鼎`)).toEqual([])
    }
    expect(name('兽面纹青铜鼎')).toEqual(['N2'])
    const painting = { eraStart: 1368, eraEnd: 1644 }
    expect(name('仇英山水图', painting, { author: '仇英' })).toEqual([])
    expect(name('仇英山水图', painting)).toEqual(['N2'])
  })

  it('N3: the era in the name and the recorded one share at least a year', () => {
    const qianlong = { eraStart: 1736, eraEnd: 1795 }
    expect(name('清乾隆青花瓶', qianlong)).toEqual([])
    expect(name('清青花瓶', qianlong)).toEqual([])
    expect(name('清光绪青花瓶', qianlong)).toEqual(['N3'])
    expect(name('明青花瓶', qianlong)).toEqual(['N3'])
    expect(name('明青花瓶', { eraStart: 1644, eraEnd: 1661 })).toEqual([])
    expect(name('明青花瓶', { eraStart: 1645, eraEnd: 1661 })).toEqual(['N3'])
    expect(name('明青花瓶', { eraStart: null, eraEnd: null })).toEqual([])
  })

  it('N3: does not take gold for the Jin dynasty', () => {
    expect(name('金镶玉簪', { eraStart: 1616, eraEnd: 1911 })).toEqual(['N2'])
    expect(name('金白地黑花枕', { eraStart: 1115, eraEnd: 1234 })).toEqual([])
  })

  it('N4: ends in a shape or use, whatever is counted or bracketed behind it', () => {
    expect(name('商青铜')).toEqual(['N4'])
    expect(name('商兽面纹')).toEqual(['N4'])
    for (const shape of ['觚', '鼎（残）', '爵2件', '铃（一套）', '铺首', '纺轮'])
      expect(name(`商青铜${shape}`)).toEqual([])
  })

  it('N5: no bare digits, line breaks, leading 、, straight quotes', () => {
    expect(name('12345')).toEqual(['N5.digits'])
    expect(name('商青铜\n鼎')).toEqual(['N5.lineBreak'])
    expect(name('、商青铜鼎')).toEqual(['N5.leading', 'N2'])
    expect(name('商"父乙"青铜鼎')).toEqual(['N5.quotes'])
    expect(name('商“父乙”青铜鼎')).toEqual([])
  })

  it('N6: 《》 come in pairs, hold something, and hold titles', () => {
    expect(name('商《父乙》青铜鼎')).toEqual([])
    expect(name('商《父乙青铜鼎')).toEqual(['N6.broken'])
    expect(name('商》父乙《青铜鼎')).toEqual(['N6.broken'])
    expect(name('商《》青铜鼎')).toEqual(['N6.broken'])
    expect(name('《商青铜鼎》')).toEqual(['N6.noTitle', 'N2'])
  })
})
