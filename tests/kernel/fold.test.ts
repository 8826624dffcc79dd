import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldKey, foldText, foldWidth, tidyText } from '../../shared/kernel/fold.ts'
import { anyText } from './texts.ts'

describe('folding what people type', () => {
  it('makes full-width digits, letters and signs half width', () => {
    expect(foldWidth('００１５　Ａｂ（％）')).toBe('0015 Ab(%)')
  })

  it('drops signs that nobody sees: a number with one is the number without', () => {
    for (const fold of [foldWidth, foldText, foldKey, tidyText])
      expect(['1\u200b2', '\u200e12', '1\u20602\ufeff'].map(fold)).toEqual(['12', '12', '12'])
  })

  it('takes every dash for one and every dot for one', () => {
    expect(new Set(['前350－前250', '前350—前250', '前350–前250', '前350-前250'].map(foldText))).toEqual(
      new Set(['前350-前250'])
    )
    expect(new Set(['五代•后周', '五代‧后周', '五代・后周', '五代·后周'].map(foldText)).size).toBe(1)
  })

  it('collapses white space and keeps case; a key has neither space nor case', () => {
    expect(foldText('  Ming   Dynasty\n')).toBe('Ming Dynasty')
    expect(foldKey(' 总 登 记 号 ')).toBe('总登记号')
    expect(foldKey('Ｎｏ． 12')).toBe('no.12')
  })

  it('keeps Chinese commas and brackets in a text that is stored (V14)', () => {
    expect(tidyText(' 三彩罐（残），高１２－１３　')).toBe('三彩罐（残），高12-13')
  })

  it.each([foldWidth, foldText, foldKey, tidyText])('%o changes nothing a second time', (fold) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 2000 }
    )
  })
})
