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
  const parts = partsOf(code)
  if (parts.some(isGeneral)) return (value) => numberCell(amongWords(parts, value), value)
  const safe = parts.map(quoteForeign).join('')
  return (value) => {
    const padded = zeros !== undefined && Number.isInteger(value) && value >= 0
    return numberCell(padded ? String(value).padStart(zeros, '0') : formatted(safe, value), value)
  }
}

/** Cells without a format. All digits of long numbers are kept, where Excel would show `1.23457E+11`. */
export function general(value: number): Cell {
  return numberCell(generalText(value), value)
}

/** The shortest text of a number within the 15 digits that spreadsheets keep: 0.30000000000000004 → 0.3. */
export function generalText(value: number): string {
  return String(kept(value))
}

/** A number as spreadsheets keep it: what lies beyond 15 digits is noise of the sum that made it, not a measurement. */
function kept(value: number): number {
  return Number.isInteger(value) || String(value).length <= 16 ? value : Number(value.toPrecision(15))
}

function numberCell(text: string, value: number): Cell {
  return { text, kind: 'number', number: kept(value) }
}

function dateShow(format: DateFormat, date1904: boolean): NumberShow {
  const shown = new Map<number, Cell>()
  return (value) => {
    const known = shown.get(value)
    if (known) return known
    const cell = showDate(format, value, date1904)
    if (shown.size >= KEPT_DATES) shown.clear()
    shown.set(value, cell)
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

/** A format code in pieces: quoted and escaped texts, brackets, fillers, General, runs beyond ASCII, single signs. */
function partsOf(code: string): string[] {
  return code.match(/"[^"]*"?|\\.|\[[^\]]*\]|[_*].|general|g\/通用格式|[^\x20-\x7e]+|./gisu) ?? []
}

function isGeneral(part: string): boolean {
  return /^(general|g\/通用格式)$/i.test(part)
}

/** General among words, as in `General"号"`, which the formatting library shows without the words. */
function amongWords(parts: readonly string[], value: number): string {
  const filled = parts.map((part) =>
    isGeneral(part) ? `"${generalText(Math.abs(value))}"` : quoteForeign(part)
  )
  // a section of its own for negative numbers says by itself that they are
  const sign = value < 0 && !parts.includes(';') ? '-' : ''
  return sign + formatted(filled.join(''), value)
}

/** The formatting library knows no characters beyond ASCII outside of quotes; Excel shows them as they are. */
function quoteForeign(part: string): string {
  return /^[^\x20-\x7e]/u.test(part) ? `"${part}"` : part
}
