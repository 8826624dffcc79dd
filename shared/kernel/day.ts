import { readCode } from '../vocabulary/codes.ts'
import { acquisitionBand } from './bands.ts'
import { dayOf, excelDay, isCalendarDay, isDay } from './calendar.ts'
import { readEra } from './era/index.ts'
import { foldText } from './fold.ts'
import { CHINESE_NUMERAL, chineseNumber } from './number.ts'
import { warning, type KernelWarning } from './warning.ts'

export { acquisitionBand } from './bands.ts'
export {
  addDays,
  compareDays,
  dayNumber,
  dayOf,
  excelDay,
  fromDayNumber,
  isCalendarDay,
  isDay,
} from './calendar.ts'

/** What a cell says of a day in the museum's life: the day where it is complete, else year and month as far as they go. */
export interface ReadDay {
  readonly day: string | null
  readonly year: number | null
  readonly month: number | null
  /** 入藏时间范围 where the text settles it. */
  readonly band: string | null
  readonly warnings: readonly KernelWarning[]
}

const NOTHING: ReadDay = { day: null, year: null, month: null, band: null, warnings: [] }
// a plausible year of acquisition or registration; what lies beyond is a number of something else
const FIRST_YEAR = 1000
const LAST_YEAR = 2100
const SERIAL_1927 = 10_000
const SERIAL_2099 = 73_050

/** Longer texts are sentences, not days. */
const LONGEST = 60
const NUMERALS = new RegExp(`${CHINESE_NUMERAL.source}(?=[年月日号])`, 'gu')
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isYear = (year: number): boolean => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR

/**
 * Reads a day as museums type it: `1987`, `1987.5`, `1987年5月3日`, `1987-5-3`, `20260301`, `民国二十年`, `一九八七年五月`,
 * Excel date numbers, `3 May 1987`. A two-digit year, a bare 1949 and `3/4/1987` are asked, never guessed.
 * A number cell 1987.1 may have lost the zero of 1987.10: only the year is taken.
 */
export function readDay(input: string | number | { readonly day: string }): ReadDay {
  if (typeof input === 'object') {
    const [year, month, day] = input.day.split('-').map(Number)
    return isDay(input.day) ? complete(year ?? 0, month ?? 0, day ?? 0, []) : unread(input.day)
  }
  if (typeof input === 'number') return fromNumber(input)
  const text = foldText(input)
  if (text === '') return NOTHING
  return (text.length <= LONGEST ? fromText(text) : null) ?? fromEra(text)
}

function fromNumber(value: number): ReadDay {
  const text = String(value)
  if (!Number.isFinite(value)) return unread(text)
  if (/^\d{4}\.1$/u.test(text) && isYear(Math.floor(value))) {
    return partial(Math.floor(value), null, [warning('day.lostZero', { text })])
  }
  return fromText(text) ?? unread(text)
}

function fromText(text: string): ReadDay | null {
  const western = spelledOut(text)
  // the time of day of 1987-05-03T00:00:00Z, 1987/5/3 0:00
  const bare = western.replace(/(?<=\d)[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/u, '')
  const parts =
    /^(?:公元)?(\d{4})\s*(?:年|[-./\s])\s*(\d{1,2})\s*(?:月份?|[-./\s])\s*(\d{1,2})\s*[日号]?$/u.exec(bare) ??
    /^(?:公元)?(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月份?)?(?:[上中下]旬)?$/u.exec(bare) ??
    /^(?:公元)?(\d{4})\s*年?$/u.exec(bare) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(bare) ??
    /^(\d{4})(0[1-9]|1[0-2])$/u.exec(bare)
  if (parts) {
    const [year = 0, month, day] = parts.slice(1).map(Number)
    return isYear(year) ? dated(text, year, month, day) : null
  }
  return republic(bare) ?? byMonthName(bare) ?? yearLast(bare) ?? twoDigits(text, bare) ?? serial(bare)
}

/** 一九八七年五月三日 → 1987年5月3日. */
function spelledOut(text: string): string {
  return text.replace(NUMERALS, (run) => {
    const value = chineseNumber(run)
    return value === null
      ? run
      : String(value).padStart(/^[〇零○一二三四五六七八九]{2}$/u.test(run) ? 2 : 1, '0')
  })
}

function dated(text: string, year: number, month: number | undefined, day: number | undefined): ReadDay {
  if (month === undefined) return partial(year, null, [])
  if (month < 1 || month > 12) return partial(year, null, [warning('day.notCalendarDay', { text })])
  if (day === undefined) return partial(year, month, [])
  if (!isCalendarDay(year, month, day)) return partial(year, month, [warning('day.notCalendarDay', { text })])
  return complete(year, month, day, [])
}

/** 民国 counts from 1912 and uses the Western calendar: 民国二十年三月五日. */
function republic(text: string): ReadDay | null {
  const [whole, year, month, day] =
    /^(?:中华)?民国(元|\d{1,2})年(?:(\d{1,2})月份?)?(?:(\d{1,2})[日号])?$/u.exec(text) ?? []
  if (whole === undefined) return null
  const count = year === '元' ? 1 : Number(year)
  if (count < 1 || count > 38) return null
  const part = (found: string | undefined): number | undefined =>
    found === undefined ? undefined : Number(found)
  return dated(whole, 1911 + count, part(month), part(day))
}

/** 3 May 1987, May 3, 1987, May 1987. */
function byMonthName(text: string): ReadDay | null {
  const [, before, name = '', after, year] =
    /^(\d{1,2})?(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?\s*(\d{1,2})?(?:st|nd|rd|th)?,?\s*(\d{4})$/iu.exec(text) ??
    []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0 || !isYear(Number(year))) return null
  const day = before ?? after
  return dated(text, Number(year), month, day === undefined ? undefined : Number(day))
}

/** 13/5/1987 can only be 13 May; 3/4/1987 is asked. */
function yearLast(text: string): ReadDay | null {
  const [whole, first, second, third] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u.exec(text) ?? []
  const [a, b, year] = [Number(first), Number(second), Number(third)]
  if (whole === undefined || !isYear(year)) return null
  if (a > 12 && b <= 12) return dated(text, year, b, a)
  if (b > 12 && a <= 12) return dated(text, year, a, b)
  if (a === b) return dated(text, year, a, b)
  return partial(year, null, [warning('day.ambiguousOrder', { text })])
}

/** 87年, 87.5, 87-5-3: the century is not said. */
function twoDigits(text: string, bare: string): ReadDay | null {
  const short =
    /^['’]?\d{2}\s*(?:年(?:\s*\d{1,2}\s*月份?(?:\s*\d{1,2}\s*[日号])?)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)$/u
  return short.test(bare) ? { ...NOTHING, warnings: [warning('day.twoDigitYear', { text })] } : null
}

function serial(text: string): ReadDay | null {
  if (!/^\d{5}(\.\d+)?$/u.test(text)) return null
  const number = Number(text)
  if (number < SERIAL_1927 || number > SERIAL_2099) return null
  const day = excelDay(number)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return complete(year, month, date, [warning('day.serial', { text, day })])
}

/** 建国前, 光绪三十二年, 20世纪50年代, 约1987年: a band by name, else what the era parser makes of it, down to the year. */
function fromEra(text: string): ReadDay {
  const named = readCode('acquisition-band', bandName(text))
  if (named.label !== null) return { ...NOTHING, band: named.label, warnings: named.warnings }
  const { start, end } = readEra(text)
  if (start === null && end === null) return unread(text)
  const note = [warning('day.approximate', { text })]
  if (start === null || end === null) return openEnded(text, start, end)
  if (start === end) return isYear(start) ? { ...partial(start, null, []), warnings: note } : unread(text)
  const band = acquisitionBand(dayOf(Math.max(start, 1), 1, 1))
  const settled = start > 0 && end <= LAST_YEAR && band === acquisitionBand(dayOf(end, 12, 31))
  return { ...NOTHING, band: settled ? band : null, warnings: note }
}

/** 建国以前 and 新中国成立前 are the 建国前 of the table, 1949年10月1日以前 its 1949年10月1日前. */
function bandName(text: string): string {
  return text
    .replace(/(?:以前|之前)$/u, '前')
    .replace(/^(?:新中国|中华人民共和国)(?:成立|建立)(?=前$)/u, '建国')
}

/** 1940年以前, 2005年以后: the band where no other is left; 1949年以前 is asked like a bare 1949 (11.8). */
function openEnded(text: string, start: number | null, end: number | null): ReadDay {
  const edge = start ?? end ?? 0
  if (edge > LAST_YEAR) return unread(text)
  const note = warning('day.approximate', { text })
  if (edge > 0 && acquisitionBand(edge) === null) {
    return { ...NOTHING, warnings: [note, warning('day.bandAsk', { year: edge })] }
  }
  const [first, last] = [start ?? 1, end ?? LAST_YEAR]
  const band = acquisitionBand(dayOf(Math.max(first, 1), 1, 1))
  const settled = band === acquisitionBand(dayOf(Math.max(last, 1), 12, 31))
  return { ...NOTHING, band: settled ? band : null, warnings: [note] }
}

function complete(year: number, month: number, day: number, warnings: readonly KernelWarning[]): ReadDay {
  const text = dayOf(year, month, day)
  return { day: text, year, month, band: acquisitionBand(text), warnings }
}

function partial(year: number, month: number | null, warnings: readonly KernelWarning[]): ReadDay {
  // 1949 alone is asked; its months settle the band, since it changes on the first of one
  const band = month === null ? acquisitionBand(year) : acquisitionBand(dayOf(year, month, 1))
  const ask = band === null ? [warning('day.bandAsk', { year })] : []
  return { day: null, year, month, band, warnings: [...warnings, ...ask] }
}

function unread(text: string): ReadDay {
  return { ...NOTHING, warnings: [warning('day.unread', { text: text.slice(0, 80) })] }
}
