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
