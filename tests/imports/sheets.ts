import { readHeading } from '../../shared/imports/headings.ts'
import type { Layout } from '../../shared/imports/layout.ts'
import { EMPTY_CELL, type Cell, type Merge, type Row } from '../../shared/imports/table.ts'

/** The aliases of the fields, as the import knows them. */
export const isHeading = (text: string): string | null => readHeading(text).meanings[0]?.field ?? null

/** Rows from texts; `|` parts cells, numbers are numbers, the first row is row 1 and blank lines are left out. */
export function sheet(text: string): Row[] {
  return text
    .trim()
    .split('\n')
    .map((line, i) => ({ row: i + 1, cells: line.split('|').map(cell) }))
    .filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'))
}

export function cell(part: string): Cell {
  const text = part.trim().replaceAll('\\n', '\n')
  if (text === '') return EMPTY_CELL
  return /^-?\d+(\.\d+)?$/.test(text) && !text.startsWith('0')
    ? { text, kind: 'number', number: Number(text) }
    : { text, kind: 'text' }
}

export const merge = (top: number, left: number, bottom: number, right: number): Merge => ({
  top,
  left,
  bottom,
  right,
})
export const texts = ({ headings }: Layout): string[] => headings.map(({ text }) => text)
