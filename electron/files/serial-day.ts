const DAY = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** A moment as its parts; month 1–12, weekday 0 = Sunday. */
export interface SerialMoment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  /** Seconds of the day, fractions kept. */
  readonly seconds: number
}

/**
 * The moment that a spreadsheet's serial day count stands for, or null where it shows none. Days count from
 * 1899-12-31 = 0 with the invented 1900-02-29 = 60 of Lotus 1-2-3, or from 1904-01-01 = 0
 * (ECMA-376 part 1, 18.17.4.1). The last day is 9999-12-31.
 */
export function serialMoment(serial: number, date1904: boolean): SerialMoment | null {
  const whole = Math.floor(serial)
  const seconds = Math.round((serial - whole) * 86_400_000) / 1000
  if (seconds >= 86_400) return serialMoment(whole + 1, date1904)
  if (!(whole >= 0) || whole > (date1904 ? 2_957_003 : 2_958_465)) return null
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29, weekday: 3, seconds }
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0, weekday: 6, seconds }
  const early = !date1904 && whole < 60 ? 1 : 0
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (whole + early) * DAY)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (date.getUTCDay() + 7 - early) % 7,
    seconds,
  }
}

/** `YYYY-MM-DD`, or null for the days that never were: 1900-01-00 and 1900-02-29. */
export function calendarDay(moment: SerialMoment): string | null {
  if (moment.day === 0 || (moment.year === 1900 && moment.month === 2 && moment.day === 29)) return null
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(moment.year).padStart(4, '0')}-${two(moment.month)}-${two(moment.day)}`
}
