import { foldText, foldWidth } from './fold.ts'
import { warning, type KernelWarning } from './warning.ts'

export interface ReadNumber {
  readonly value: number | null
  readonly warnings: readonly KernelWarning[]
}

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  // the capital forms of accounts
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 貳: 2, 參: 3, 陸: 6 },
}
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
/** One or more characters that Chinese numbers are written with. */
export const CHINESE_NUMERAL = /[〇零○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟貳參陸萬億]+/u

/** What a number written out may hold behind its point: 十二点五. */
const POINT = /^(.+)点([〇零○一二三四五六七八九]+)$/u

/**
 * 一百二十三, 十二, 廿三, 二〇二四, 壹佰, 三万五千, 十二点五 → number; null where the run is no number (二三十, 百三). A last
 * digit counts in tenths of the unit before it, as one speaks (一万二 is 12 000, 一百二 is 120), unless 零 stands between.
 */
export function chineseNumber(run: string): number | null {
  const [, wholes, tenths] = POINT.exec(run) ?? []
  if (wholes !== undefined && tenths !== undefined) {
    const whole = wholeNumber(wholes)
    const digits = Array.from(tenths, (sign) => DIGITS[sign] ?? '').join('')
    return whole === null ? null : Number(`${String(whole)}.${digits}`)
  }
  return wholeNumber(run)
}

function wholeNumber(run: string): number | null {
  const signs = Array.from(run.replaceAll('廿', '二十').replaceAll('卅', '三十'))
  if (signs.length === 0) return null
  if (signs.every((sign) => DIGITS[sign] !== undefined)) {
    const value = Number(signs.map((sign) => DIGITS[sign]).join(''))
    return Number.isSafeInteger(value) ? value : null
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  let unit = Infinity
  let myriad = Infinity
  let place = 1
  for (const sign of signs) {
    const value = DIGITS[sign]
    const ten = TENS[sign]
    const big = MYRIADS[sign]
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
      if (value === 0) place = 1
    } else if (ten !== undefined) {
      if (ten >= unit || digit === 0 || (digit === null && !(ten === 10 && section % 100 === 0))) return null
      section += (digit ?? 1) * ten
      digit = null
      unit = ten
      place = ten / 10
    } else if (big !== undefined) {
      section += digit ?? 0
      if (section === 0 || big >= myriad) return null
      total += section * big
      section = 0
      digit = null
      unit = Infinity
      myriad = big
      place = big / 10
    } else return null
  }
  const sum = total + section + (digit ?? 0) * place
  return Number.isSafeInteger(sum) ? sum : null
}

const WRITTEN_OUT = new RegExp(`^${CHINESE_NUMERAL.source}(?:点[〇零○一二三四五六七八九]+)?$`, 'u')
/** A binary fraction holds fifteen digits exactly; more would be rounded. */
const MOST_DIGITS = 15
const tidy = (value: number): number => Number(value.toPrecision(MOST_DIGITS))
/** The apostrophe by which a spreadsheet is told that a number is text. */
const withoutMark = (text: string): string => text.replace(/^['‘’](?=\d)/u, '')

/**
 * A number as people type it: full width, thousands commas, Chinese numerals, a trailing dot, 1.5万.
 * Nothing is guessed: `1,5`, `3-4`, `约12` give null and a warning. An empty text gives null and none.
 */
export function readNumber(text: string): ReadNumber {
  const folded = withoutMark(foldText(text))
  const bare = folded.replace(/ /gu, '')
  if (bare === '') return { value: null, warnings: [] }
  const western = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(\.\d*)?(万|亿)?$/u.exec(folded)
  if (western) {
    const [, sign = '', whole = '', fraction = '', myriad = ''] = western
    const digits = `${whole.replaceAll(',', '')}${fraction}`
    if (digits.replace(/^[0.]+|\./gu, '').length > MOST_DIGITS) {
      return { value: null, warnings: [warning('number.tooLong', { text: folded.slice(0, 80) })] }
    }
    const value = tidy(Number(digits) * (MYRIADS[myriad] ?? 1))
    if (Number.isFinite(value)) return { value: sign === '-' && value !== 0 ? -value : value, warnings: [] }
  }
  if (/^[+-]?[\d,]*,[\d,]*(\.\d+)?$/u.test(bare)) {
    return { value: null, warnings: [warning('number.ambiguousComma', { text: folded })] }
  }
  const value = WRITTEN_OUT.test(bare) ? chineseNumber(bare) : null
  return { value, warnings: value === null ? [warning('number.unread', { text: folded })] : [] }
}

/** Sort key of a registration number: folded, lower case, each run of digits padded to 12, so that 9 comes before 10. */
export function numberKey(text: string): string {
  return foldText(foldText(text).toLowerCase()).replace(/\d+/gu, (run) => run.padStart(12, '0'))
}

/** A registration number as it is kept: half width, dashes `-`, trimmed; `0008` keeps its zeros. */
export function tidyNumber(text: string): string {
  return withoutMark(foldText(foldWidth(text)))
}
