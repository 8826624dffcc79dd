import { bareText, filledCells, isColumnNumbers } from './row-kinds.ts'
import { cellAt, columnLetters, type Merge, type Row } from './table.ts'

import { spansOf, type Span } from './spans.ts'

export { classifyRow, isFirstHead, isFooter, type RowKind } from './row-kinds.ts'

export interface Heading {
  /** 0 = A. */
  readonly column: number
  /** As it stands, without line breaks; levels joined by `/`; the column's letters where it has none. */
  readonly text: string
}

/** Where the parts of a sheet are. Row numbers as in the file. */
export interface Layout {
  readonly title: string | null
  /** One to three rows; none where the sheet is rows from the top. */
  readonly headerRows: readonly number[]
  /** By column, also columns that have content and no heading. */
  readonly headings: readonly Heading[]
  readonly firstDataRow: number
  /** 0 (nothing found) to 1 (every heading is known). */
  readonly confidence: number
  /** Texts of each header row by column, for finding them again where a page begins. */
  readonly heads: readonly ReadonlyMap<number, string>[]
  /** Texts of the rows above the header, run together. */
  readonly above: ReadonlySet<string>
  /** Rows below that are merged across most of the table. */
  readonly bands: ReadonlySet<number>
  /** Cells below the header that are merged downwards. */
  readonly spans: readonly Span[]
}

interface Block {
  readonly rows: readonly number[]
  readonly headings: readonly Heading[]
  readonly known: number
  /** Words only, each once. */
  readonly clean: boolean
  readonly score: number
}

const MOST_HEADER_ROWS = 3
const LONGEST_HEADING = 30

/**
 * Finds title, header and first row of records among the first rows of a sheet (60 are plenty). `isHeading` names the
 * field that a heading text means, or null. Headers of two and three rows are found by their merges or, unmerged,
 * by the blanks right of a group's name. Without known headings the first row of words across the table is taken.
 */
export function recogniseLayout(
  rows: readonly Row[],
  merges: readonly Merge[],
  isHeading: (text: string) => string | null
): Layout {
  const sheet = new Map(rows.map((row) => [row.row, row]))
  const blocks = rows.flatMap((row) => blocksAt(row.row, sheet, merges, isHeading))
  const known = blocks.filter((block) => block.known >= 2)
  const best = known.length > 0 ? highest(known) : (blocks.find((block) => isPlausible(block, rows)) ?? null)
  return layoutOf(rows, merges, best)
}

/** The layout with the header in the rows that the user has pointed out, one under the other; in none for a sheet without. */
export function layoutWith(
  rows: readonly Row[],
  merges: readonly Merge[],
  headerRows: readonly number[]
): Layout {
  const top = headerRows[0]
  if (top === undefined) return layoutOf(rows, merges, null)
  const sheet = new Map(rows.map((row) => [row.row, row]))
  return layoutOf(
    rows,
    merges,
    blockOf(top, headerRows.at(-1) ?? top, sheet, merges, () => null)
  )
}

function layoutOf(rows: readonly Row[], merges: readonly Merge[], best: Block | null): Layout {
  const sheet = new Map(rows.map((row) => [row.row, row]))
  const headerRows = best?.rows ?? []
  const last = headerRows.at(-1) ?? (rows[0]?.row ?? 1) - 1
  const below = rows.filter((row) => row.row > last)
  const aboveRows = rows.filter((row) => row.row < (headerRows[0] ?? 0))
  const headings = allHeadings(best?.headings ?? [], below)
  const next = below[0]
  const numbered = best !== null && next?.row === last + 1 && isColumnNumbers(next, headings.length)
  const firstDataRow = last + (numbered ? 2 : 1)
  const bands = new Set(
    merges
      .filter(
        ({ top, left, right }) => top > last && (right - left + 1) * 2 >= headings.length && right - left >= 2
      )
      .map(({ top }) => top)
  )
  return {
    title: titleOf(aboveRows),
    headerRows,
    headings,
    firstDataRow,
    confidence: best === null ? 0 : best.known >= 2 ? 0.5 + best.known / best.headings.length / 2 : 0.3,
    heads: headerRows.map((row) => textsOf(sheet.get(row))),
    above: new Set(aboveRows.map((row) => [...textsOf(row).values()].join(''))),
    bands,
    spans: spansOf(merges, firstDataRow, bands),
  }
}

/** The header that could begin in this row, with one, two and three rows. */
function blocksAt(
  top: number,
  sheet: ReadonlyMap<number, Row>,
  merges: readonly Merge[],
  isHeading: (text: string) => string | null
): Block[] {
  const blocks: Block[] = []
  const first = filledCells(sheet.get(top))
  if (first.length < 2) return blocks
  const own = merges.filter((merge) => merge.top >= top && merge.top < top + MOST_HEADER_ROWS)
  const tall = Math.max(top, ...own.filter((merge) => merge.top === top).map(({ bottom }) => bottom))
  for (let depth = 1; depth <= MOST_HEADER_ROWS; depth++) {
    const bottom = top + depth - 1
    if (depth > 1 && !isSubHeader(bottom, sheet, own, tall)) break
    // a header merged over two rows has two, even where the second is empty
    if (bottom < tall && tall < top + MOST_HEADER_ROWS) continue
    const within = own.filter((merge) => merge.top <= bottom)
    blocks.push(blockOf(top, bottom, sheet, within, isHeading))
  }
  return blocks
}

/** True where a row can be the lower part of the one above: words only, each under a group or under nothing. */
function isSubHeader(
  bottom: number,
  sheet: ReadonlyMap<number, Row>,
  merges: readonly Merge[],
  tall: number
): boolean {
  const lower = textsOf(sheet.get(bottom))
  const upper = textsOf(sheet.get(bottom - 1))
  if (lower.size === 0) return bottom <= tall
  const both = [bottom - 1, bottom].flatMap((row) => filledCells(sheet.get(row)))
  if (both.some(({ cell }) => !isWords(bareText(cell)))) return false
  const isMerged = (column: number): boolean =>
    merges.some(
      ({ top, left, bottom: end, right }) =>
        right > left && left <= column && column <= right && top < bottom && end >= bottom - 1 && end < bottom
    )
  let grouped = false
  for (const column of lower.keys()) {
    const startsGroup = upper.has(column) && !upper.has(column + 1) && lower.has(column + 1)
    if (isMerged(column) || startsGroup) grouped = true
    else if (upper.has(column)) return false
  }
  return grouped
}

function blockOf(
  top: number,
  bottom: number,
  sheet: ReadonlyMap<number, Row>,
  merges: readonly Merge[],
  isHeading: (text: string) => string | null
): Block {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
  const levels = rows.map((row) => textsOf(sheet.get(row)))
  const width = Math.max(...levels.map((level) => Math.max(-1, ...level.keys()))) + 1
  const headings: Heading[] = []
  for (let column = 0; column < width; column++) {
    const path = rows.map((row, level) => headText(row, level, column, levels, merges))
    const parts = path.filter(
      (text, index) => text !== '' && text !== path.slice(0, index).findLast((t) => t !== '')
    )
    if (parts.length > 0) headings.push({ column, text: parts.join('/') })
  }
  const fields = new Set(headings.map(({ text }) => isHeading(text)).filter((field) => field !== null))
  const all = rows.flatMap((row) => filledCells(sheet.get(row)))
  const odd = all.filter(({ cell }) => cell.kind !== 'text' || !isWords(bareText(cell))).length
  const repeated = headings.length - new Set(headings.map(({ text }) => text)).size
  const score = fields.size * 4 + headings.length - odd * 3 - repeated * 2
  return { rows, headings, known: fields.size, clean: odd + repeated === 0, score }
}

/** The text of one header level over a column: its own, that of the merge it lies in, or its group's to the left. */
function headText(
  row: number,
  level: number,
  column: number,
  levels: readonly ReadonlyMap<number, string>[],
  merges: readonly Merge[]
): string {
  const own = levels[level]?.get(column)
  if (own !== undefined) return own
  const isNamedBelow = levels.slice(level + 1).some((lower) => lower.has(column))
  if (!isNamedBelow) return ''
  const over = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right
  )
  if (over) return over.top === row ? (levels[level]?.get(over.left) ?? '') : ''
  // whoever merges groups merges all of them
  if (merges.some(({ left, right }) => right > left)) return ''
  const lower = levels[level + 1]
  let start = column
  while (start >= 0 && levels[level]?.get(start) === undefined) {
    if (lower?.has(start) !== true) return ''
    start--
  }
  return lower?.has(start) === true ? (levels[level]?.get(start) ?? '') : ''
}

function highest(blocks: readonly Block[]): Block {
  return blocks.reduce((best, block) => (block.score > best.score ? block : best))
}

/** Without known headings: a first row of words, without figures, across more than half of the table. */
function isPlausible(block: Block, rows: readonly Row[]): boolean {
  const [top = 0] = block.rows
  const bottom = block.rows.at(-1) ?? top
  const widths = rows.filter((row) => row.row > bottom).map((row) => filledCells(row).length)
  if (widths.length === 0) return false
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
  const texts = block.headings.map(({ text }) => text)
  const words = texts.every((text) => text.length <= LONGEST_HEADING && !/^[\d.,/\-年月日]+$|^\d/.test(text))
  return words && block.clean && texts.length * 10 >= usual * 6
}

function allHeadings(found: readonly Heading[], below: readonly Row[]): Heading[] {
  const texts = new Map(found.map(({ column, text }) => [column, text]))
  for (const row of below) {
    if (filledCells(row).length < 2 && found.length > 2) continue
    for (const { column } of filledCells(row)) {
      if (!texts.has(column)) texts.set(column, columnLetters(column))
    }
  }
  return [...texts].sort(([a], [b]) => a - b).map(([column, text]) => ({ column, text }))
}

/** The first line above the header that stands alone and is not 填报单位：… or the like. */
function titleOf(above: readonly Row[]): string | null {
  for (const row of above) {
    const texts = new Set(textsOf(row).values())
    const [text = ''] = texts
    if (texts.size === 1 && !/[:：]/.test(text)) return text
  }
  return null
}

/** Can it be a heading? 填报单位：某馆 is a line of the form, while 尺寸（单位：cm） is one. */
function isWords(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/^[\d.,\-+%/]+$/.test(text) && !/^[^()（）]{1,8}[:：]/.test(text)
}

function textsOf(row: Row | undefined): ReadonlyMap<number, string> {
  if (!row) return new Map()
  return new Map(filledCells(row).map(({ column }) => [column, bareText(cellAt(row, column))]))
}
