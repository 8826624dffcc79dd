import { guardText } from '../kernel/formula-guard.ts'

/**
 * Rows as spreadsheet programs put them on the clipboard: tabs between cells, CRLF behind rows, quotes around a cell that
 * holds a tab, a line break or a quote. A text that would be taken for a formula gets an apostrophe (S28).
 */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}

function cell(text: string): string {
  const guarded = guardText(text)
  return /[\t\r\n"]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/**
 * The cells of such a text, by row: cells in quotes may hold tabs, line breaks and doubled quotes. Blank rows at the end
 * are left out; what other programs put there besides (a lone CR, no quotes) is taken as it stands.
 */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    row.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      // a tab at the very end stands before one more, empty cell
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  while (rows.at(-1)?.every((one) => one.trim() === '')) rows.pop()
  return rows
}

function plainCell(text: string, from: number): { cell: string; end: number } {
  const rest = /[\t\r\n]/g
  rest.lastIndex = from
  const end = rest.exec(text)?.index ?? text.length
  return { cell: text.slice(from, end), end }
}

/** A quote that is never closed, or closed in the middle of a cell, is a sign like any other. */
function quotedCell(text: string, from: number): { cell: string; end: number } {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plainCell(text, from)
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const end = quote + 1
    if (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) return plainCell(text, from)
    return { cell: text.slice(from + 1, quote).replaceAll('""', '"'), end }
  }
}
