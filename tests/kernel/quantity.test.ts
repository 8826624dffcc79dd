import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuantity } from '../../shared/kernel/quantity.ts'
import { anyText, shuffled } from './texts.ts'

const codes = (text: string): string[] => readQuantity(text).warnings.map((note) => note.code)

describe('quantities (1.8)', () => {
  it.each<[string, number | null, number | null, string | null, string | null]>([
    ['1', 1, 1, null, '单件'],
    ['1件', 1, 1, '件', '单件'],
    ['１件', 1, 1, '件', '单件'],
    ['壹件', 1, 1, '件', '单件'],
    ['1件（残）', 1, 1, '件', '单件'],
    ['1件(套)', 1, 1, '件(套)', '单件'],
    ['一套5件', 5, 1, '套', '一套多件'],
    ['1套（12件）', 12, 1, '套', '一套多件'],
    ['1套，共12件', 12, 1, '套', '一套多件'],
    ['一函6册', 6, 1, '函', '一套多件'],
    ['2套10件', 10, 2, '套', '一套多件'],
    ['1（3件）', 3, 1, null, '一套多件'],
    ['一对', 2, 1, '对', '一套多件'],
    ['2双', 4, 2, '双', '一套多件'],
    ['3件（1套）', 3, 1, '套', '一套多件'],
    ['3件1套', 3, 1, '套', '一套多件'],
    ['12件/1套', 12, 1, '套', '一套多件'],
    ['1套/12件', 12, 1, '套', '一套多件'],
    ['1合（2件）', 2, 1, '合', '一套多件'],
    ['三件套', 3, 1, '套', '一套多件'],
    ['单件', 1, 1, null, '单件'],
    ['1床', 1, 1, '床', '单件'],
  ])('reads %s', (text, items, sets, unit, kind) => {
    expect(readQuantity(text)).toEqual({ text, items, sets, unit, kind, warnings: [] })
  })

  it.each<[string, number | null, number | null, string]>([
    ['40件', 40, null, 'quantity.several'],
    ['2枚', 2, null, 'quantity.several'],
    ['1,200枚', 1200, null, 'quantity.several'],
    ['一百二枚', 120, null, 'quantity.several'],
    ['4条屏', 4, null, 'quantity.several'],
    ['3件套', 3, 1, 'quantity.ratio'],
    // 件/套 counts registered numbers (1.8)
    ['3件/套', null, 3, 'quantity.setUncounted'],
    ['一套多件', null, 1, 'quantity.setUncounted'],
    ['1宗', null, 1, 'quantity.setUncounted'],
    ['二十三枚', 23, null, 'quantity.several'],
    ['一套', null, 1, 'quantity.setUncounted'],
    ['一副', null, 1, 'quantity.setUncounted'],
    ['3/1', 3, 1, 'quantity.ratio'],
    ['1/3', 3, 1, 'quantity.ratio'],
    ['10余件', null, null, 'quantity.approximate'],
    ['若干', null, null, 'quantity.approximate'],
    ['0', null, null, 'quantity.notWhole'],
    ['1.5', null, null, 'quantity.notWhole'],
    ['件', null, null, 'quantity.unread'],
    ['残片3片', null, null, 'quantity.unread'],
    ['3套1件', null, null, 'quantity.unread'],
  ])('takes of %s what it says, and remarks', (text, items, sets, code) => {
    expect(readQuantity(text)).toMatchObject({ text, items, sets })
    expect(codes(text)).toEqual([code])
  })

  it('has nothing to say of an empty cell', () => {
    expect(readQuantity(' ')).toMatchObject({ items: null, sets: null, unit: null, kind: null, warnings: [] })
  })

  it('never throws, counts in whole numbers, and never more sets than pieces', () => {
    const words = [
      '件',
      '套',
      '对',
      '组',
      '一',
      '两',
      '十',
      '(',
      ')',
      '/',
      '共',
      '余',
      ' ',
      '.',
      '，',
      '枚',
      '件(套)',
    ]
    fc.assert(
      fc.property(fc.oneof(anyText, shuffled(words)), (text) => {
        const { items, sets, kind } = readQuantity(text)
        for (const count of [items, sets])
          expect(count === null || (Number.isSafeInteger(count) && count > 0)).toBe(true)
        if (items !== null && sets !== null) expect(sets).toBeLessThanOrEqual(items)
        // V08: 单件 is one piece
        if (kind === '单件') expect(items).toBe(1)
      }),
      { numRuns: 5000 }
    )
  })

  it('answers a text of any length', () => {
    for (const sign of ['一', '1', '1件', '(', '共'])
      expect(readQuantity(sign.repeat(50_000)).items).toBeNull()
  })
})
