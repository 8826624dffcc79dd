import type { FieldId } from '../catalogue/fields.ts'
import { readDay, type ReadDay } from '../kernel/day.ts'
import { acquisitionBand } from '../kernel/bands.ts'
import { exactText, literalOf, NONE, one, reading, type Reading, type Remark } from './reading.ts'
import type { Cell } from './table.ts'

const read = (cell: Cell): ReadDay => {
  if (cell.day !== undefined) return readDay({ day: cell.day })
  return readDay(cell.kind === 'number' && cell.number !== undefined ? cell.number : cell.text)
}

/** A day as Excel keeps it was typed as one: how it is laid out is no literal worth keeping. */
const literalDay = (cell: Cell, day: string | null): string | null =>
  day !== null && cell.day !== undefined ? null : literalOf(exactText(cell), day)

/**
 * 入藏日期: the day where it is complete; else the year goes to 入藏年度, and 入藏时间范围 follows from either. The text of a
 * date that is not complete stays beside it.
 */
export function readAcquiredCell(cell: Cell): Reading {
  const { day, year, band, warnings } = read(cell)
  const literal = literalDay(cell, day)
  if (day !== null) {
    const derived = [...one('acquisitionYear', year), ...one('acquisitionBand', band)]
    return reading(one('acquiredOn', day), literal, warnings, derived)
  }
  if (year !== null)
    return reading(one('acquisitionYear', year), literal, warnings, one('acquisitionBand', band))
  return reading(one('acquisitionBand', band), literal, warnings)
}

/** Any other day: nothing else could hold a year alone, so an incomplete one is remarked. */
export function readDayCell(field: FieldId, cell: Cell): Reading {
  const { day, year, warnings } = read(cell)
  const incomplete: Remark[] =
    day === null && year !== null ? [{ code: 'import.dayIncomplete', detail: { text: cell.text } }] : []
  return reading(one(field, day), literalDay(cell, day), [...warnings, ...incomplete])
}

/** 入藏年度. */
export function readYearCell(cell: Cell): Reading {
  const { year, warnings } = read(cell)
  const derived = year === null ? NONE : one('acquisitionBand', acquisitionBand(year))
  return reading(one('acquisitionYear', year), literalOf(exactText(cell), year), warnings, derived)
}

/** Year, month and day from columns of their own, as the printed 总登记账 has them. */
export function joinedDay(parts: {
  readonly year: string
  readonly month: string
  readonly day: string
}): Cell {
  const bare = (text: string): string => text.trim().replace(/[年月日号]$/u, '')
  const [year, month, day] = [bare(parts.year), bare(parts.month), bare(parts.day)]
  const text =
    year === '' ? '' : `${year}年${month === '' ? '' : `${month}月${day === '' ? '' : `${day}日`}`}`
  return text === ''
    ? { text: [parts.month, parts.day].join('').trim(), kind: 'text' }
    : { text, kind: 'text' }
}
