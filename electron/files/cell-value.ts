import { EMPTY_CELL, type Cell } from '../../shared/imports/table.ts'
import { general, type NumberShow } from './number-format.ts'
import type { SharedStrings } from './shared-strings.ts'
import { nameKey, unescapeCell } from './xml-text.ts'

/** The `t` of a cell (ECMA-376 part 1, 18.18.11) as `nameKey`. */
export const CELL_TYPE = {
  number: nameKey('n'),
  shared: nameKey('s'),
  inline: nameKey('inlineStr'),
  result: nameKey('str'),
  boolean: nameKey('b'),
  error: nameKey('e'),
  day: nameKey('d'),
} as const

/** A cell from its type and stored value; empty where the value is. */
export function cellValue(
  type: number,
  stored: string | number,
  show: NumberShow | undefined,
  strings: SharedStrings
): Cell {
  if (type === CELL_TYPE.shared) return strings.cell(Number(stored))
  if (type === CELL_TYPE.number) return numberCell(stored, show)
  const value = String(stored)
  switch (type) {
    case CELL_TYPE.inline:
    case CELL_TYPE.result:
      return textCell(unescapeCell(value))
    case CELL_TYPE.boolean:
      return value === ''
        ? EMPTY_CELL
        : { text: /^(1|true)$/.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' }
    case CELL_TYPE.error:
      return value === '' ? EMPTY_CELL : { text: value, kind: 'error' }
    case CELL_TYPE.day:
      return isoCell(value)
    default:
      return textCell(value)
  }
}

/** A text as a cell. */
export function textCell(text: string): Cell {
  return text === '' ? EMPTY_CELL : { text, kind: 'text' }
}

function numberCell(stored: string | number, show: NumberShow | undefined): Cell {
  if (typeof stored === 'string' && stored.trim() === '') return EMPTY_CELL
  const number = Number(stored)
  if (!Number.isFinite(number)) return textCell(String(stored))
  return (show ?? general)(number)
}

/** A date written as ISO 8601, as the strict variant of the format allows. */
function isoCell(value: string): Cell {
  const text = value.trim()
  if (text === '') return EMPTY_CELL
  const day = /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(text)?.[1]
  return day === undefined ? { text, kind: 'text' } : { text, kind: 'day', day }
}
