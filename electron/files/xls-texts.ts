import { Fault } from '../../shared/contract/faults.ts'

const WIDE = 1
const FOREIGN = 4
const RICH = 8
const HEAD = 8

/**
 * Follows the table of shared texts ([MS-XLS] 2.4.265) through its record and the ones that continue it: as many texts
 * as it says must lie in it, no byte more. Throws file.damaged.
 */
export function checkTexts(pieces: readonly Buffer[]): void {
  const [first] = pieces
  if (!first || first.length < HEAD) throw new Fault('file.damaged')
  const place = new Place(pieces)
  place.skip(4)
  for (let left = place.number(4); left > 0; left--) {
    const characters = place.number(2)
    const flags = place.number(1)
    if ((flags & ~(WIDE | FOREIGN | RICH)) !== 0) throw new Fault('file.damaged')
    const runs = (flags & RICH) === 0 ? 0 : place.number(2)
    const extra = (flags & FOREIGN) === 0 ? 0 : place.number(4)
    place.skipText(characters, (flags & WIDE) === 0 ? 1 : 2)
    place.skip(runs * 4 + extra)
  }
  if (!place.atEnd) throw new Fault('file.damaged')
}

/** Where reading stands in a record and those that continue it. */
class Place {
  readonly #pieces: readonly Buffer[]
  #piece = 0
  #at = 0

  constructor(pieces: readonly Buffer[]) {
    this.#pieces = pieces
  }

  get atEnd(): boolean {
    return this.#piece >= this.#pieces.length - 1 && this.#at >= this.#here.length
  }

  /** A number of so many bytes, lowest first. */
  number(bytes: number): number {
    let number = 0
    for (let at = 0; at < bytes; at++) {
      if (this.#at === this.#here.length) this.#turn()
      number += (this.#here[this.#at++] ?? 0) * 256 ** at
    }
    return number
  }

  skip(bytes: number): void {
    let left = bytes
    while (left > this.#here.length - this.#at) {
      left -= this.#here.length - this.#at
      this.#turn()
    }
    this.#at += left
  }

  /** Characters of one or two bytes; a record that continues a text says anew how many. */
  skipText(characters: number, width: number): void {
    let left = characters
    let bytes = width
    while (left * bytes > this.#here.length - this.#at) {
      left -= Math.floor((this.#here.length - this.#at) / bytes)
      this.#turn()
      bytes = (this.number(1) & WIDE) === 0 ? 1 : 2
    }
    this.#at += left * bytes
  }

  get #here(): Buffer {
    return this.#pieces[this.#piece] ?? Buffer.alloc(0)
  }

  #turn(): void {
    this.#piece++
    this.#at = 0
    if (this.#piece >= this.#pieces.length) throw new Fault('file.damaged')
  }
}
