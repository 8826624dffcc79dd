const PIXELS_PER_POINT = 96 / 72
/** A "character" of a column's width is 7 pixels, its padding 5, and a little is kept free. */
const CHARACTER = 7
const PADDING = 8
/** Height of a line of text in font sizes: that of the tallest Chinese fonts, so that none is cut. */
const LEADING = 1.45
/** From the CJK radicals on, signs are as wide as they are high; others take about half of that. */
const FULL_WIDTH = 0x2e80
const NARROW = 0.6
/** What is not torn apart at the end of a line: a word, a number, a bracket with what it holds to and what follows it. */
const PIECES = /[（〔【《“(]*(?:[!-'*-~]+|[^（〔【《“(])(?:[)）〕】》”]+[!-'*-~]*|[，。；、：])*/gu

/**
 * The first of `sizes` (points, largest first) at which `text` fits into a cell of that width (characters) and height
 * (points), wrapped; the last one where none does. An estimate: what is cut on paper is still whole in the cell.
 */
export function fittingSize(text: string, width: number, height: number, sizes: readonly number[]): number {
  const [largest = 12] = sizes
  const pixels = width * CHARACTER - PADDING
  // most cells: surely one line of the largest
  if (text.length <= signsOnOneLine(width, largest) && !text.includes('\n')) return largest
  const lines = piecesOf(text)
  for (const size of sizes) if (linesOf(lines, pixels, size) * size * LEADING <= height) return size
  return sizes.at(-1) ?? largest
}

/** How many signs, be they as wide as they can, stand on one line of a cell of that width (characters) at that size. */
export const signsOnOneLine = (width: number, size: number): number =>
  Math.floor((width * CHARACTER - PADDING) / (size * PIXELS_PER_POINT))

/** How high (points) a row must be for `text` to be read whole in a cell of that width (characters) at that size. */
export function neededHeight(text: string, width: number, size: number): number {
  return Math.ceil(linesOf(piecesOf(text), width * CHARACTER - PADDING, size) * size * LEADING)
}

const piecesOf = (text: string): number[][] =>
  text.split('\n').map((line) => (line.match(PIECES) ?? []).map(widthInEms))

function linesOf(lines: readonly (readonly number[])[], pixels: number, size: number): number {
  const most = pixels / (size * PIXELS_PER_POINT)
  return lines.reduce((sum, pieces) => sum + wrapped(pieces, most), 0)
}

/** How many lines of `most` ems the pieces take. A piece that is too long by itself is torn. */
function wrapped(pieces: readonly number[], most: number): number {
  let lines = 1
  let used = 0
  for (const piece of pieces) {
    if (used > 0 && used + piece > most) {
      lines += 1
      used = 0
    }
    used += piece
    while (used > most && used > 1) {
      lines += 1
      used -= most
    }
  }
  return lines
}

function widthInEms(piece: string): number {
  let ems = 0
  for (let at = 0; at < piece.length; at++) ems += piece.charCodeAt(at) >= FULL_WIDTH ? 1 : NARROW
  return ems
}
