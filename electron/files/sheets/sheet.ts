import { columnLetters } from '../../../shared/imports/table.ts'
import { textElement, xmlAttribute } from './cell-text.ts'
import type { ZipEntry } from './zip.ts'

/** Text in which a part is struck out in red: an entry and its correction. */
export interface CorrectedText {
  readonly struck: readonly string[]
  readonly text: string
  /** Points; the font is that of the cell's look. */
  readonly font: string
  readonly size: number
}
export type CellValue = string | number | null | CorrectedText

/** Paper and view of one sheet. */
export interface SheetSpec {
  readonly name: string
  /** Characters of the default font. */
  readonly widths: readonly number[]
  readonly paper?: {
    readonly size: 'A3' | 'A4'
    readonly orientation: 'portrait' | 'landscape'
    readonly marginCm: number
  }
  /** Rows that stay in view, and are printed again on every page. */
  readonly headRows?: number
}

/** A sheet being written: rows from the top, then its end. Merges and page ends are kept till then. */
export interface SheetPress {
  /** The number of the next row, from 1. */
  readonly next: number
  /** Writes a row. `looks` numbers the look of each cell; without a height the program chooses. */
  row(values: readonly CellValue[], looks: readonly number[], height?: number): Promise<void>
  /** Merges cells of rows written: `A1:S1`. */
  merge(range: string): void
  /** A page ends behind the last row written. */
  endPage(): void
  end(): Promise<void>
}

/** Excel heeds at most 1026 manual page ends in a sheet and calls a file with more of them damaged. */
export const MOST_PAGE_ENDS = 1023
const PAPER = { A3: 8, A4: 9 }
const CM_PER_INCH = 2.54
/** Characters gathered before they go on: large enough that a call costs nothing, small enough for memory. */
const GATHERED = 1 << 17

export function sheetPress(entry: ZipEntry, spec: SheetSpec, first: boolean): SheetPress {
  const letters = spec.widths.map((_, at) => columnLetters(at))
  const merges: string[] = []
  const pageEnds: number[] = []
  let next = 1
  let xml = opening(spec, letters, first)
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(xml)
    xml = ''
    await entry.write(bytes)
  }
  return {
    get next() {
      return next
    },
    async row(values, looks, height) {
      let cells = `<row r="${next}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
      for (let at = 0; at < looks.length; at++) {
        const place = `<c r="${letters[at] ?? ''}${next}" s="${looks[at] ?? 0}"`
        const value = values[at]
        if (value === null || value === undefined || value === '') cells += `${place}/>`
        else if (typeof value === 'number')
          cells += Number.isFinite(value) ? `${place}><v>${value}</v></c>` : `${place}/>`
        else if (typeof value === 'string')
          cells += `${place} t="inlineStr"><is>${textElement(value)}</is></c>`
        else cells += `${place} t="inlineStr"><is>${corrected(value)}</is></c>`
      }
      xml += `${cells}</row>`
      next += 1
      if (xml.length > GATHERED) await flush()
    },
    merge: (range) => void merges.push(range),
    endPage: () => void pageEnds.push(next - 1),
    async end() {
      xml += closing(spec, merges, pageEnds.slice(0, MOST_PAGE_ENDS))
      await flush()
      await entry.end()
    },
  }
}

/** Old text red and struck out, the new below it in black (china-standards 5.1). */
function corrected({ struck, text, font, size }: CorrectedText): string {
  const run = (content: string, red: boolean): string =>
    `<r><rPr>${red ? '<strike/>' : ''}<sz val="${size}"/><color rgb="FF${red ? 'FF0000' : '000000'}"/>` +
    `<rFont val="${xmlAttribute(font)}"/></rPr>${textElement(content)}</r>`
  const olds = struck.map((old) => run(old, true) + run('\n', false)).join('')
  return text === '' ? olds : olds + run(text, false)
}

function opening({ widths, headRows, paper }: SheetSpec, letters: readonly string[], first: boolean): string {
  const frozen =
    headRows === undefined
      ? ''
      : `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` +
        `<selection pane="bottomLeft" activeCell="A${headRows + 1}" sqref="A${headRows + 1}"/>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (paper ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    `<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${frozen}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${letters.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 10}" customWidth="1"/>`).join('')}</cols>` +
    '<sheetData>'
  )
}

function closing({ paper }: SheetSpec, merges: readonly string[], pageEnds: readonly number[]): string {
  const margin = paper ? (paper.marginCm / CM_PER_INCH).toFixed(4) : ''
  return (
    '</sheetData>' +
    (merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`) +
    (paper
      ? '<printOptions horizontalCentered="1"/>' +
        `<pageMargins left="${margin}" right="${margin}" top="${margin}" bottom="${margin}" header="0.2" footer="0.2"/>` +
        `<pageSetup paperSize="${PAPER[paper.size]}" orientation="${paper.orientation}" fitToWidth="1" fitToHeight="0"/>`
      : '') +
    (pageEnds.length === 0
      ? ''
      : `<rowBreaks count="${pageEnds.length}" manualBreakCount="${pageEnds.length}">` +
        `${pageEnds.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`) +
    '</worksheet>'
  )
}
