import { columnLetters } from '../../../shared/imports/table.ts'
import { filled, type FootCell, type Layout } from '../../../shared/reports/layout.ts'
import type { Looks } from '../../files/sheets/looks.ts'
import type { CellValue, SheetPress, SheetSpec } from '../../files/sheets/sheet.ts'

type Places = Readonly<Record<string, string | number>>

/** Rows above the first object: title, lines of the frame, two levels of heads. */
export const headRowsOf = (layout: Layout): number => 1 + layout.lines.length + 2

export const specOf = (layout: Layout): SheetSpec => ({
  name: layout.sheet,
  widths: layout.columns.map((column) => column.width),
  paper: layout.paper,
  headRows: headRowsOf(layout),
})

const indexOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The common frame of china-standards 5: title, form number and unit, and the heads in two rows. */
export async function writeFrame(
  press: SheetPress,
  looks: Looks,
  layout: Layout,
  places: Places
): Promise<void> {
  const { fonts, heights, columns } = layout
  const last = columns.length - 1
  const everywhere = (look: number): number[] => columns.map(() => look)
  const title = looks.of({ ...fonts.title, bold: true, align: 'center' })
  press.merge(`A1:${columnLetters(last)}1`)
  await press.row([layout.title], everywhere(title), heights.title)
  for (const line of layout.lines) {
    const values: CellValue[] = columns.map(() => null)
    const styles = everywhere(looks.of({ ...fonts.line, align: 'left' }))
    for (const { from, to, text, align } of line) {
      values[indexOf(from)] = filled(text, places)
      for (let at = indexOf(from); at <= indexOf(to); at++) styles[at] = looks.of({ ...fonts.line, align })
      if (from !== to) press.merge(`${from}${press.next}:${to}${press.next}`)
    }
    await press.row(values, styles, heights.line)
  }
  const head = looks.of({ ...fonts.head, bold: true, align: 'center', shrink: true, border: true })
  mergeHeads(press, layout)
  await press.row(
    columns.map((column) => column.head[0]),
    everywhere(head),
    heights.head
  )
  await press.row(
    columns.map((column) => column.head[1] ?? null),
    everywhere(head),
    heights.head
  )
}

/** A head of one level spans both rows; neighbours of one first level share it. */
function mergeHeads(press: SheetPress, { columns }: Layout): void {
  const upper = press.next
  for (let at = 0; at < columns.length; at++) {
    const [first, second] = columns[at]?.head ?? ['']
    const letters = columnLetters(at)
    if (second === undefined) {
      press.merge(`${letters}${upper}:${letters}${upper + 1}`)
      continue
    }
    let end = at
    while (columns[end + 1]?.head[0] === first && columns[end + 1]?.head.length === 2) end += 1
    if (end > at) press.merge(`${letters}${upper}:${columnLetters(end)}${upper}`)
    at = end
  }
}

/** Totals by column, of a page or of all so far; null where nothing was counted. */
export interface Totals {
  readonly sets: number | null
  readonly actualQuantity: number | null
}

/** The foot of a page or of the whole: totals in bordered rows, signatures in open ones. */
export async function writeFoot(
  press: SheetPress,
  looks: Looks,
  layout: Layout,
  rows: readonly (readonly FootCell[])[],
  places: Places,
  totals: Readonly<Record<'page' | 'running', Totals>>
): Promise<void> {
  const { fonts, heights, columns } = layout
  for (const row of rows) {
    const border = row.some((cell) => 'sum' in cell)
    const values: CellValue[] = columns.map(() => null)
    const plain = looks.of({ ...fonts.line, border })
    const styles = columns.map(() => plain)
    for (const cell of row) {
      const at = indexOf(cell.column)
      if ('sum' in cell) {
        values[at] = totals[cell.of][cell.sum]
        styles[at] = looks.of({
          ...fonts.line,
          ...{ bold: true, border, align: 'right', shrink: true, format: '#,##0' },
        })
      } else {
        values[at] = filled(cell.text, places)
        styles[at] = looks.of({ ...fonts.line, bold: border, border, align: cell.align ?? 'left' })
      }
    }
    await press.row(values, styles, heights.foot)
  }
}
