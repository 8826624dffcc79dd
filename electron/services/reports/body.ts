import { correctionNotes, struckTexts, type Correction } from '../../../shared/reports/corrections.ts'
import { fittingSize, signsOnOneLine } from '../../../shared/reports/fit.ts'
import type { Layout, LayoutColumn } from '../../../shared/reports/layout.ts'
import { SOURCES, type ReportLine } from '../../../shared/reports/sources.ts'
import type { Look, Looks } from '../../files/sheets/looks.ts'
import type { CellValue } from '../../files/sheets/sheet.ts'

/** A row of objects as it is printed. */
export interface BodyRow {
  readonly values: readonly CellValue[]
  readonly looks: readonly number[]
}

/** Spreadsheet programs take a text that begins so for a formula as soon as somebody edits it (security facts S28). */
const RISKY = /^[=+\-@]/

/** A look at one font size: the plain one, and the one of a text that must stay text. */
interface Sized {
  readonly size: number
  readonly plain: number
  readonly quoted: number
}
/** Labels come again and again; names hardly ever. */
const REMEMBERED = 200

interface ColumnLooks {
  readonly column: LayoutColumn
  /** Largest first. */
  readonly usual: readonly Sized[]
  /** For several lines in one cell. */
  readonly wrapped: readonly Sized[]
  /** Texts of so many signs surely fit on one line of the largest size. */
  readonly surely: number
  readonly remembered: Map<string, Sized>
}

/** Prints objects by the columns of a layout. Looks are made once; a cell only names one. */
export function bodyOf(layout: Layout, looks: Looks) {
  const { fonts, heights } = layout
  // a form whose texts must be read on paper wraps them and makes them smaller; a list for other programs does neither
  const fixed = heights.row !== null && fonts.smaller.length > 0
  const sizes = fixed ? [fonts.body.size, ...fonts.smaller] : [fonts.body.size]
  const columns = layout.columns.map((column): ColumnLooks => {
    const { align, format } = column
    const base: Look = { ...fonts.body, align, border: true, ...(format === undefined ? {} : { format }) }
    const sized = (look: Look, tried: readonly number[]): Sized[] =>
      tried.map((size) => {
        return { size, plain: looks.of({ ...look, size }), quoted: looks.of({ ...look, size, quoted: true }) }
      })
    const wrapped = sized({ ...base, wrap: true }, sizes)
    // numbers stay on one line and shrink
    const single =
      align === 'right' ? sized({ ...base, shrink: true }, sizes.slice(0, 1)) : sized(base, sizes)
    const usual = fixed && align !== 'right' ? wrapped : single
    const surely = signsOnOneLine(column.width, fonts.body.size)
    return { column, usual, wrapped, surely, remembered: new Map() }
  })
  const blank = columns.map(({ usual }) => usual[0]?.plain ?? 0)

  function fit(text: string, { column, remembered }: ColumnLooks, choices: readonly Sized[]): Sized {
    const [first = { size: fonts.body.size, plain: 0, quoted: 0 }] = choices
    if (heights.row === null || choices.length < 2) return first
    const seen = remembered.get(text)
    if (seen) return seen
    const size = fittingSize(text, column.width, heights.row, sizes)
    const fitting = choices.find((one) => one.size === size) ?? first
    if (remembered.size < REMEMBERED) remembered.set(text, fitting)
    return fitting
  }

  return {
    /** An empty line of the form. */
    blank: { values: [], looks: blank } satisfies BodyRow,
    row(line: ReportLine, corrections: readonly Correction[] = []): BodyRow {
      const values: CellValue[] = []
      const styles = [...blank]
      columns.forEach((own, at) => {
        const { column, usual, wrapped } = own
        let value = SOURCES[column.source].print(line)
        const struck = corrections.length === 0 ? [] : struckTexts(column.source, line, value, corrections)
        if (corrections.length > 0 && column.source === layout.correctionNotes) {
          value = `${value ?? ''}${correctionNotes(corrections)}`
        }
        if (struck.length > 0) {
          const text = value === null ? '' : String(value)
          const look = fit([...struck, text].join('\n'), own, wrapped)
          values.push({ struck, text, font: fonts.body.font, size: look.size })
          styles[at] = look.plain
          return
        }
        values.push(value)
        // most cells: a number, a blank, a word
        if (typeof value !== 'string') return
        if (value.length <= own.surely && !RISKY.test(value)) return
        const look = fit(value, own, usual)
        styles[at] = RISKY.test(value) ? look.quoted : look.plain
      })
      return { values, looks: styles }
    },
  }
}
