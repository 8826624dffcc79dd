import { SSF } from '@e965/xlsx'
import type { Cell } from '../../shared/imports/table.ts'
import { readDateFormat, type DateFormat } from './date-format.ts'
import { calendarDay, serialMoment } from './serial-day.ts'

/** Turns a stored number into a cell as Excel or WPS would show it. */
export type NumberShow = (value: number) => Cell

const formatter = SSF as { format(code: string, value: number): string }

/** Dates of a register repeat; cells are frozen values and may be shared. */
const KEPT_DATES = 20_000

/** How numbers under a format code are shown. `date1904` says from where the file counts days. */
export function numberShow(code: string, date1904: boolean): NumberShow {
  if (/^(general|@|g\/通用格式)?$/i.test(code.trim())) return general
  const date = readDateFormat(code)
  if (date) return dateShow(date, date1904)
  const zeros = /^0+$/.exec(code)?.[0].length
  const safe = quoteForeign(code)
  return (value) => {
    if (zeros !== undefined && Number.isInteger(value) && value >= 0) {
      return { text: String(value).padStart(zeros, '0'), kind: 'number', number: value }
    }
    return { text: formatted(safe, value), kind: 'number', number: value }
  }
}

/** Cells without a format. All digits of long numbers are kept, where Excel would show `1.23457E+11`. */
export function general(value: number): Cell {
  return { text: generalText(value), kind: 'number', number: value }
}

/** The shortest text of a number within the 15 digits that spreadsheets keep: 0.30000000000000004 → 0.3. */
export function generalText(value: number): string {
  const text = String(value)
  return text.length <= 16 ? text : String(Number(value.toPrecision(15)))
}

function dateShow(format: DateFormat, date1904: boolean): NumberShow {
  const kept = new Map<number, Cell>()
  return (value) => {
    const known = kept.get(value)
    if (known) return known
    const cell = showDate(format, value, date1904)
    if (kept.size >= KEPT_DATES) kept.clear()
    kept.set(value, cell)
    return cell
  }
}

function showDate(format: DateFormat, value: number, date1904: boolean): Cell {
  const moment = serialMoment(value, date1904)
  if (!moment) return general(value)
  const text = format.show(moment).trim()
  const day = calendarDay(moment)
  if (!format.year && !format.month && !format.day) return { text, kind: 'number', number: value }
  // a cell that shows 2015年5月 means the month: its stored first of May is Excel's invention
  if (!format.day || day === null) return { text, kind: 'text', number: value }
  return { text, kind: 'day', number: value, day }
}

function formatted(code: string, value: number): string {
  try {
    return formatter.format(code, value).trim()
  } catch {
    return generalText(value)
  }
}

/** The formatting library knows no characters beyond ASCII outside of quotes; Excel shows them as they are. */
function quoteForeign(code: string): string {
  return code.replace(/"[^"]*"|\\.|[^\x20-\x7e]+/gsu, (part) =>
    part.startsWith('"') || part.startsWith('\\') ? part : `"${part}"`
  )
}
