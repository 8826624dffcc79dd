/**
 * Calendar days as ISO text `2026-03-01` (proleptic Gregorian, years 0001–9999): they sort as text, carry no time zone
 * and mean the same in both databases.
 */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u
const LEAP_FEBRUARY = 29
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MILLISECONDS = 86_400_000

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Whether that day exists; month and day count from 1. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999 || day < 1) return false
  const length = month === 2 && isLeap(year) ? LEAP_FEBRUARY : (LENGTHS[month - 1] ?? 0)
  return day <= length
}

/** `2026-03-01`: the form and a day that exists. */
export function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? []
  return isCalendarDay(Number(year), Number(month), Number(day))
}

/** Negative where a is earlier, 0 for the same day. */
export function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

export function dayOf(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Days since 1970-01-01; throws RangeError for what is no day. */
export function dayNumber(day: string): number {
  if (!isDay(day)) throw new RangeError(`no calendar day: ${day}`)
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS)
}

/** The day `count` days later (earlier for a negative count). Throws RangeError outside the years 0001–9999. */
export function addDays(day: string, count: number): string {
  return fromDayNumber(dayNumber(day) + count)
}

export function fromDayNumber(number: number): string {
  const date = new Date(number * MILLISECONDS)
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) {
    throw new RangeError(`no calendar day: ${String(number)}`)
  }
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

const EPOCH_1900 = dayNumber('1899-12-31')
const EPOCH_1904 = dayNumber('1904-01-01')
/** Excel's 1900-02-29, which never was; kept by all spreadsheets for the sake of Lotus 1-2-3. */
const PHANTOM = 60

/**
 * The day of a spreadsheet's date number; the time of day is dropped. In the 1900 system 1 is 1900-01-01, 59 is
 * 1900-02-28, 60 (the phantom 1900-02-29) is given as 1900-02-28 too, 61 is 1900-03-01. In the 1904 system 0 is
 * 1904-01-01. Throws RangeError where the number is no date.
 */
export function excelDay(serial: number, date1904 = false): string {
  const whole = Math.floor(serial)
  if (!Number.isFinite(whole) || whole < 0) throw new RangeError(`no date number: ${String(serial)}`)
  if (date1904) return fromDayNumber(EPOCH_1904 + whole)
  return fromDayNumber(EPOCH_1900 + (whole >= PHANTOM ? whole - 1 : whole))
}
