import { Fault } from '../../shared/contract/faults.ts'
import { columnLetters, EMPTY_CELL, type Cell, type Row } from '../../shared/imports/table.ts'
import { cellValue, CELL_TYPE } from './cell-value.ts'
import { LIMITS } from './limits.ts'
import type { NumberShow } from './number-format.ts'
import { prefixOf, type SharedStrings } from './shared-strings.ts'
import { nameKey } from './xml-text.ts'
import { keysUnder, XmlTokens } from './xml-tokens.ts'

/** Excel's own last row and column; beyond them a reference is nonsense. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_383

const ELEMENTS = ['sheetData', 'row', 'c', 'v', 'f', 't', 'rPh'] as const
const REFERENCE = nameKey('r')
const STYLE = nameKey('s')
const TYPE = nameKey('t')

/**
 * Reads the XML of one worksheet as it is unpacked. Positions missing from rows or cells follow from the ones
 * before, as other spreadsheet programs read them. Rows without content are left out.
 */
export class SheetScanner {
  readonly #tokens = new XmlTokens()
  readonly #strings: SharedStrings
  readonly #shows: readonly NumberShow[]
  readonly #sheet: string
  #key: Record<(typeof ELEMENTS)[number], number> | null = null
  #inRows = false
  #rowsEnded = false
  #count = 0

  #row = 0
  #cells: Cell[] = []
  #column = -1
  #style = 0
  #type = 0
  /** Whole numbers and positions of shared texts are read without making a string of them. */
  #value: string | number = ''
  #hasValue = false
  #formula = false
  #reading: 'nothing' | 'value' = 'nothing'
  #inGuide = false

  constructor(sheet: string, strings: SharedStrings, shows: readonly NumberShow[]) {
    this.#sheet = sheet
    this.#strings = strings
    this.#shows = shows
  }

  feed(piece: Buffer): void {
    try {
      this.#tokens.feed(piece)
    } catch (error) {
      throw this.#placed(error)
    }
  }

  /** Throws file.damaged where the XML ends in the middle. */
  finish(): void {
    if (!this.#tokens.complete || !this.#rowsEnded) throw this.#placed(new Fault('file.damaged'))
  }

  /** The next row with content, or null where more bytes are needed. */
  next(): Row | null {
    try {
      return this.#scan()
    } catch (error) {
      throw this.#placed(error)
    }
  }

  #scan(): Row | null {
    const tokens = this.#tokens
    for (;;) {
      const token = tokens.next()
      if (token === 'text') {
        if (this.#reading === 'value') this.#addText()
      } else if (token === 'open') this.#open()
      else if (token === 'close') {
        const row = this.#close()
        if (row) return row
      } else return null
    }
  }

  #open(): void {
    const tokens = this.#tokens
    const key = (this.#key ??= keysUnder(prefixOf(tokens.name()), ELEMENTS))
    if (!this.#inRows) {
      if (tokens.key !== key.sheetData || this.#rowsEnded) return
      this.#inRows = !tokens.selfClosing
      this.#rowsEnded = tokens.selfClosing
      return
    }
    switch (tokens.key) {
      case key.c:
        this.#openCell()
        break
      case key.v:
        this.#reading = tokens.selfClosing ? 'nothing' : 'value'
        break
      case key.t:
        if (this.#type === CELL_TYPE.inline && !this.#inGuide && !tokens.selfClosing) this.#reading = 'value'
        break
      case key.f:
        this.#formula = true
        break
      case key.row:
        this.#openRow()
        break
      case key.rPh:
        this.#inGuide = !tokens.selfClosing
        break
    }
  }

  #close(): Row | null {
    const { key } = this.#tokens
    const known = this.#key
    if (!known || !this.#inRows) return null
    if (key === known.c) this.#closeCell()
    else if (key === known.v || key === known.t) this.#reading = 'nothing'
    else if (key === known.row) return this.#closeRow()
    else if (key === known.rPh) this.#inGuide = false
    else if (key === known.sheetData) {
      this.#inRows = false
      this.#rowsEnded = true
    }
    return null
  }

  #openRow(): void {
    const tokens = this.#tokens
    let row = this.#row + 1
    while (tokens.nextAttribute()) {
      if (tokens.attributeKey === REFERENCE) row = tokens.digits()
    }
    if (row <= this.#row || row > LAST_ROW) throw new Fault('file.damaged')
    this.#row = row
    this.#cells = []
    this.#column = -1
  }

  #openCell(): void {
    const tokens = this.#tokens
    let column = this.#column + 1
    this.#style = 0
    this.#type = CELL_TYPE.number
    this.#value = ''
    this.#hasValue = false
    this.#formula = false
    this.#inGuide = false
    while (tokens.nextAttribute()) {
      const key = tokens.attributeKey
      if (key === REFERENCE) column = letters(tokens.bytes, tokens.from, tokens.to)
      else if (key === STYLE) this.#style = tokens.digits()
      else if (key === TYPE) this.#type = tokens.valueKey()
    }
    if (column > LAST_COLUMN) throw new Fault('file.damaged')
    this.#column = column
  }

  #addText(): void {
    if (!this.#hasValue) {
      this.#hasValue = true
      const number =
        this.#type === CELL_TYPE.shared || this.#type === CELL_TYPE.number ? this.#tokens.digits() : -1
      this.#value = number === -1 ? this.#tokens.string() : number
      return
    }
    this.#value = String(this.#value) + this.#tokens.string()
    if (this.#value.length > LIMITS.xmlToken) throw new Fault('file.cellTooLong', { limit: LIMITS.cellChars })
  }

  #closeCell(): void {
    if (!this.#hasValue && !this.#formula) return
    const cell = cellValue(this.#type, this.#value, this.#shows[this.#style], this.#strings)
    if (cell.text.length > LIMITS.cellChars) throw new Fault('file.cellTooLong', { limit: LIMITS.cellChars })
    if (cell.kind === 'empty' && !this.#formula) return
    const column = this.#column
    if (column >= LIMITS.columns) {
      if (cell.text.trim() === '') return
      throw new Fault('file.tooManyColumns', { limit: LIMITS.columns, column: columnLetters(column) })
    }
    const cells = this.#cells
    while (cells.length < column) cells.push(EMPTY_CELL)
    cells[column] = this.#formula ? { ...cell, formula: true } : cell
  }

  #closeRow(): Row | null {
    const cells = this.#cells
    this.#cells = []
    if (!cells.some((cell) => cell.kind !== 'empty')) return null
    this.#count++
    if (this.#count > LIMITS.rows) throw new Fault('file.tooManyRows', { limit: LIMITS.rows })
    return { row: this.#row, cells }
  }

  #placed(error: unknown): unknown {
    if (!(error instanceof Fault)) return error
    const row = this.#row > 0 ? { row: this.#row } : {}
    return new Fault(error.code, { sheet: this.#sheet, ...row, ...error.detail })
  }
}

/** The column of a cell reference such as `AB12`, counted from 0. */
function letters(bytes: Buffer, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to && column <= LAST_COLUMN + 1; at++) {
    const letter = (bytes[at] ?? 0) - 0x40
    if (!(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  if (column === 0) throw new Fault('file.damaged')
  return column - 1
}
