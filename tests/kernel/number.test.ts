import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber, numberKey, readNumber, tidyNumber } from '../../shared/kernel/number.ts'
import { anyText } from './texts.ts'

describe('numbers', () => {
  it.each<[string, number]>([
    ['12', 12],
    ['１２．５', 12.5],
    ['12.', 12],
    ['.5', 0.5],
    ['1,234,567.8', 1_234_567.8],
    ['-5', -5],
    ['+7', 7],
    ['1.5万', 15_000],
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['一百二十三', 123],
    ['一千零五', 1005],
    ['一千〇五十', 1050],
    ['廿三', 23],
    ['壹佰贰拾', 120],
    ['三万五千', 35_000],
    ['一亿二千万', 120_000_000],
    ['二〇二四', 2024],
    ["'0008", 8],
    ['十二点五', 12.5],
    ['一万二', 12_000],
    ['三万五', 35_000],
    ['三千五', 3500],
    ['一百二', 120],
    ['二百五', 250],
    ['一万零二', 10_002],
    ['一百零二', 102],
    ['三万五千二', 35_200],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toEqual({ value, warnings: [] })
  })

  it.each([
    ['1,5', 'number.ambiguousComma'],
    ['12,34', 'number.ambiguousComma'],
    ['3-4', 'number.unread'],
    ['约12', 'number.unread'],
    ['1e5', 'number.unread'],
    ['0x10', 'number.unread'],
    ['Infinity', 'number.unread'],
    ['二三十', 'number.unread'],
    ['百三', 'number.unread'],
    ['十十', 'number.unread'],
    ['9007199254740993', 'number.tooLong'],
    ['0.12345678901234567', 'number.tooLong'],
  ])('never guesses %s', (text, code) => {
    const { value, warnings } = readNumber(text)
    expect(value).toBeNull()
    expect(warnings.map((note) => note.code)).toEqual([code])
  })

  it('has nothing to say of an empty cell', () => {
    expect(readNumber('  ')).toEqual({ value: null, warnings: [] })
  })

  it('reads back every number written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (value) => {
        expect(chineseNumber(inChinese(value))).toBe(value)
      })
    )
  })

  it('reads back every number up to ten thousand as it is spoken, without the last unit', () => {
    for (let value = 1; value <= 10_999; value++) {
      const whole = inChinese(value)
      expect([whole, chineseNumber(whole)]).toEqual([whole, value])
      const spoken = /^(.*[百千万].)[十百千]$/u.exec(whole)?.[1]
      // 一千零五十 keeps its unit: behind 零 the digit is a digit
      if (spoken === undefined || /零.$/u.test(spoken)) continue
      expect([spoken, chineseNumber(spoken)]).toEqual([spoken, value])
    }
  })

  it('reads back every number written digit by digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
        const digits = Array.from(String(value), (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '').join(
          ''
        )
        expect(readNumber(digits).value).toBe(value)
      })
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, warnings } = readNumber(text)
        expect(value === null || Number.isFinite(value)).toBe(true)
        if (value !== null) expect(warnings).toEqual([])
      })
    )
  })
})

/** 1005 → 一千零五. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const gap = rest === 0 ? '' : rest < 1000 ? `零${inChinese(rest)}` : inChinese(rest)
    return `${inChinese(Math.floor(value / 10_000))}万${gap}`
  }
  const digits = Array.from(String(value))
  const units = ['', '十', '百', '千']
  const spelled = digits.map((digit, i) =>
    digit === '0'
      ? '零'
      : `${'零一二三四五六七八九'[Number(digit)] ?? ''}${units[digits.length - 1 - i] ?? ''}`
  )
  return spelled.join('').replace(/零+/gu, '零').replace(/零$/u, '')
}

describe('registration numbers', () => {
  it('keep their zeros and lose only width and stray space', () => {
    expect(tidyNumber(' ０００８ ')).toBe('0008')
    expect(tidyNumber("'0008")).toBe('0008')
    expect(tidyNumber('61．5．135')).toBe('61.5.135')
    expect(tidyNumber('晋Z－012—3')).toBe('晋Z-012-3')
  })

  it('sort by number, not by letter', () => {
    const sorted = ['10', '9', '0008', '2.10', '2.9', 'A2', 'a10', '100'].sort((a, b) =>
      numberKey(a) < numberKey(b) ? -1 : 1
    )
    expect(sorted).toEqual(['2.9', '2.10', '0008', '9', '10', '100', 'A2', 'a10'])
  })

  it('sort integers as integers, whatever zeros stand before them', () => {
    const natural = fc.integer({ min: 0, max: 999_999_999 })
    fc.assert(
      fc.property(natural, natural, fc.nat(3), (a, b, zeros) => {
        const [one, other] = [numberKey('0'.repeat(zeros) + String(a)), numberKey(String(b))]
        expect(Math.sign(a - b)).toBe(one < other ? -1 : one > other ? 1 : 0)
      })
    )
  })
})
