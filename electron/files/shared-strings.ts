import { Fault } from '../../shared/contract/faults.ts'
import { EMPTY_CELL, type Cell } from '../../shared/imports/table.ts'
import { LIMITS } from './limits.ts'
import { unescapeCell } from './xml-text.ts'
import { keysUnder, XmlTokens } from './xml-tokens.ts'
import type { Archive } from './zip-archive.ts'

/** Recently used texts are kept as cells: most columns of a register repeat a few dozen words. */
const KEPT = 8192

/** Characters that one may take: `_x000D_`. */
const ESCAPED = 7

/**
 * The table of texts that the cells of a workbook refer to. It can hold a million texts, so it stays as UTF-8 bytes
 * and end positions, and gives strings only when asked: a third of the memory of an array of strings.
 */
export class SharedStrings {
  #bytes: Buffer
  #used = 0
  #ends = new Uint32Array(1024)
  #count = 0
  readonly #kept = new Array<Cell | undefined>(KEPT)
  readonly #keptIndex = new Int32Array(KEPT).fill(-1)

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(1024, capacity))
  }

  get count(): number {
    return this.#count
  }

  /** The text at a position counted from 0, as a cell; file.damaged where there is none. */
  cell(index: number): Cell {
    if (!(index >= 0 && index < this.#count)) throw new Fault('file.damaged')
    const slot = index % KEPT
    const known = this.#kept[slot]
    if (known !== undefined && this.#keptIndex[slot] === index) return known
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    const text = this.#bytes.toString('utf8', from, this.#ends[index])
    const cell: Cell = text === '' ? EMPTY_CELL : { text, kind: 'text' }
    this.#kept[slot] = cell
    this.#keptIndex[slot] = index
    return cell
  }

  add(text: string): void {
    const room = text.length * 3
    if (this.#used + room > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#used + room))
      this.#bytes.copy(larger, 0, 0, this.#used)
      this.#bytes = larger
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2)
      more.set(this.#ends)
      this.#ends = more
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8')
    this.#ends[this.#count++] = this.#used
  }
}

/** Reads the shared strings part; rich text is joined, phonetic guides (`rPh`) are left out. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  signal?: AbortSignal
): Promise<SharedStrings> {
  if (part === null || !archive.has(part)) return new SharedStrings(0)
  const strings = new SharedStrings(Math.floor(archive.size(part) / 2))
  const tokens = new XmlTokens()
  const read = stringReader(tokens, strings)
  for await (const piece of archive.read(part, signal)) {
    tokens.feed(piece)
    read()
  }
  if (!tokens.complete) throw new Fault('file.damaged')
  return strings
}

function stringReader(tokens: XmlTokens, strings: SharedStrings): () => void {
  let key: Record<'si' | 't' | 'rPh', number> | null = null
  let text = ''
  let inText = false
  let inGuide = false
  const open = (): void => {
    key ??= keysUnder(prefixOf(tokens.name()), ['si', 't', 'rPh'])
    if (tokens.key === key.si) {
      text = ''
      if (tokens.selfClosing) strings.add('')
    } else if (tokens.key === key.rPh) inGuide = !tokens.selfClosing
    else if (tokens.key === key.t) inText = !tokens.selfClosing && !inGuide
  }
  const close = (): void => {
    if (tokens.key === key?.t) inText = false
    else if (tokens.key === key?.rPh) inGuide = false
    else if (tokens.key === key?.si) strings.add(unescapeCell(text))
  }
  return () => {
    for (let token = tokens.next(); token !== 'more'; token = tokens.next()) {
      if (token === 'open') open()
      else if (token === 'close') close()
      // far too long a text is cut, still too long: the cell that uses it is refused with its row
      else if (inText && text.length <= LIMITS.cellChars * ESCAPED) text += tokens.string()
    }
  }
}

/** `x:` of `x:worksheet`; empty in most files. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1)
}
