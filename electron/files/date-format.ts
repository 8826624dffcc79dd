import type { SerialMoment } from './serial-day.ts'

/** A number format that shows a date or a time of day. */
export interface DateFormat {
  /** Which of these it shows; a format without any of the first three is a time. */
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
  show(moment: SerialMoment): string
}

type Part = (moment: SerialMoment) => string

const TOKENS =
  /"([^"]*)"?|\\(.)|[_*].|\[[^\]]*\]|[gG][eE][nN][eE][rR][aA][lL]|[gG]\/通用格式|AM\/PM|A\/P|上午\/下午|aaaa?|[yY]+|[eE](?![+-])|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?|./gsu
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const CHINESE_DAYS = '日一二三四五六'

/**
 * Reads a number format code (ECMA-376 part 1, 18.8.31) as a date format; null where it formats numbers, and for
 * elapsed times such as `[h]:mm`. Only the first section counts: dates are never negative. Chinese numerals
 * (`[DBNum1]`) are shown as digits, which date parsers read more surely.
 */
export function readDateFormat(code: string): DateFormat | null {
  const section = firstSection(code)
  if (/\[(h+|m+|s+)\]/i.test(section)) return null
  const tokens = [...section.matchAll(TOKENS)].map((match) => ({
    text: match[0],
    literal: match[1] ?? match[2] ?? null,
  }))
  const letters = tokens.map((token) => (token.literal === null ? token.text : '').toLowerCase())
  const twelve = letters.some((letter) => /^(am\/pm|a\/p|上午\/下午)$/.test(letter))
  const parts: Part[] = []
  const shows = { year: false, month: false, day: false, time: false }
  tokens.forEach(({ text, literal }, index) => {
    const letter = letters[index] ?? ''
    if (literal !== null) parts.push(() => literal)
    else if (/^[ye]/.test(letter)) {
      shows.year = true
      parts.push((m) => (letter.length > 2 || letter === 'e' ? pad(m.year, 4) : pad(m.year % 100, 2)))
    } else if (letter.startsWith('m')) {
      if (isMinute(letters, index)) parts.push((m) => pad(Math.floor(m.seconds / 60) % 60, letter.length))
      else {
        shows.month = true
        parts.push(monthPart(letter.length))
      }
    } else if (letter.startsWith('d')) {
      if (letter.length < 3) shows.day = true
      else shows.time = true
      parts.push(dayPart(letter.length))
    } else if (letter.startsWith('aaa')) {
      shows.time = true
      parts.push((m) => (letter.length > 3 ? '星期' : '') + chineseDay(m))
    } else if (letter.startsWith('h')) {
      shows.time = true
      parts.push((m) => pad(hour(m, twelve), letter.length))
    } else if (letter.startsWith('s')) {
      shows.time = true
      parts.push(secondPart(letter))
    } else if (letter === 'am/pm') parts.push((m) => (m.seconds < 43_200 ? 'AM' : 'PM'))
    else if (letter === 'a/p') parts.push((m) => (m.seconds < 43_200 ? 'A' : 'P'))
    else if (letter === '上午/下午') parts.push((m) => (m.seconds < 43_200 ? '上午' : '下午'))
    else if (/^[0#?]$/.test(letter)) shows.time = shows.year = shows.month = shows.day = false
    else if (!/^(\[|[_*]).+/s.test(letter)) parts.push(() => text)
  })
  const numeric = letters.some((letter) => /^([0#?@]|general|g\/通用格式)$/.test(letter))
  if (numeric || !(shows.year || shows.month || shows.day || shows.time)) return null
  return { ...shows, show: (moment) => parts.map((part) => part(moment)).join('') }
}

function firstSection(code: string): string {
  const found = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/su.exec(code)
  return found?.[0] ?? code
}

/** `m` is minutes right after hours or right before seconds, whatever stands between as literal text. */
function isMinute(letters: readonly string[], index: number): boolean {
  const field = /^([yehdsm]|aaa)/
  const before = letters.slice(0, index).findLast((letter) => field.test(letter))
  const after = letters.slice(index + 1).find((letter) => field.test(letter))
  return before?.startsWith('h') === true || after?.startsWith('s') === true
}

function monthPart(length: number): Part {
  if (length < 3) return (m) => pad(m.month, length)
  const name: Part = (m) => MONTHS[m.month - 1] ?? ''
  if (length === 5) return (m) => name(m).slice(0, 1)
  return name
}

function dayPart(length: number): Part {
  return length < 3 ? (m) => pad(m.day, length) : (m) => DAYS[m.weekday] ?? ''
}

function chineseDay(moment: SerialMoment): string {
  return CHINESE_DAYS.charAt(moment.weekday)
}

function hour(moment: SerialMoment, twelve: boolean): number {
  const hours = Math.floor(moment.seconds / 3600)
  return twelve ? ((hours + 11) % 12) + 1 : hours
}

function secondPart(letter: string): Part {
  const [whole = 's', fraction = ''] = letter.split('.')
  return (m) => {
    const seconds = m.seconds % 60
    if (fraction === '') return pad(Math.floor(seconds), whole.length)
    return seconds.toFixed(fraction.length).padStart(whole.length + 1 + fraction.length, '0')
  }
}

function pad(part: number, length: number): string {
  return String(part).padStart(length, '0')
}
