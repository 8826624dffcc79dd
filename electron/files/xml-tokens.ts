import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'
import { decodeXmlText, nameKey } from './xml-text.ts'

export type Token = 'more' | 'open' | 'close' | 'text'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const DOUBLE = 0x22
const SINGLE = 0x27
const EQUALS = 0x3d
const AMP = 0x26

/**
 * A scanner of UTF-8 XML for the two parts of a workbook that are large, sheets and shared strings, where a
 * general parser takes most of an import's time. It works on bytes and makes strings only of what is asked for.
 * Elements and attributes are compared by `nameKey` of their full name, prefix included. DOCTYPE is refused, so there
 * are no entities but the five of XML and character references. It does not prove well-formedness: it reads what
 * Excel, WPS and other writers write, and refuses what it cannot follow with file.damaged.
 */
export class XmlTokens {
  /** After 'open' and 'close': `nameKey` of the element's name. */
  key = 0
  /** After 'open': the element has no content, and no 'close' follows. */
  selfClosing = false
  /** After `nextAttribute`: `nameKey` of the attribute's name. */
  attributeKey = 0

  /** The bytes at hand; what tokens refer to is valid until the next `feed`. */
  bytes: Buffer = Buffer.alloc(0)
  /** After 'text' and `nextAttribute`: where the value stands in `bytes`. */
  from = 0
  to = 0

  #at = 0
  #attributesAt = 0
  #attributesEnd = 0
  #escaped = false
  #depth = 0
  #complete = false
  #nameFrom = 0
  #nameTo = 0

  feed(piece: Buffer): void {
    const rest = this.bytes.length - this.#at
    if (rest > LIMITS.xmlToken) throw new Fault('file.bomb', { reason: 'size' })
    this.bytes = rest === 0 ? piece : Buffer.concat([this.bytes.subarray(this.#at), piece])
    this.#at = 0
  }

  /** True once the root element has been closed. */
  get complete(): boolean {
    return this.#complete
  }

  /** The next token; 'more' where the bytes at hand end within one. */
  next(): Token {
    const { bytes } = this
    for (;;) {
      const at = this.#at
      if (at >= bytes.length) return 'more'
      if (bytes[at] !== LT) return this.#text(at)
      const second = bytes[at + 1]
      if (second === undefined) return 'more'
      if (second === 0x21 || second === 0x3f) {
        const found = this.#special(at, second)
        if (found !== null) return found
        continue
      }
      return this.#tag(at, second === SLASH)
    }
  }

  /** The text or attribute value last found, entities resolved and line ends made `\n`. */
  string(): string {
    return decodeXmlText(this.bytes, this.from, this.to, this.#escaped)
  }

  /** `nameKey` of the text or attribute value last found, taken as it is written. */
  valueKey(): number {
    const { bytes, to } = this
    let key = 0
    for (let at = this.from; at < to; at++) key = (Math.imul(key, 31) + (bytes[at] ?? 0)) | 0
    return key
  }

  /** The text or attribute value last found as a whole number from 0; -1 where it is anything else. */
  digits(): number {
    const { bytes, from, to } = this
    if (to - from > 15 || to === from) return -1
    let number = 0
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) return -1
      number = number * 10 + digit
    }
    return number
  }

  /** The name of the element last opened or closed, as written. */
  name(): string {
    return this.bytes.toString('latin1', this.#nameFrom, this.#nameTo)
  }

  /** Steps to the next attribute of the element last opened. */
  nextAttribute(): boolean {
    const { bytes } = this
    const end = this.#attributesEnd
    let at = this.#attributesAt
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++
    if (at >= end) return false
    let key = 0
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0
      if (byte === EQUALS || byte <= 0x20) break
      key = (Math.imul(key, 31) + byte) | 0
    }
    while (at < end && bytes[at] !== DOUBLE && bytes[at] !== SINGLE) at++
    const quote = bytes[at]
    const from = at + 1
    at = from
    this.#escaped = false
    while (at < end && bytes[at] !== quote) {
      if (bytes[at] === AMP) this.#escaped = true
      at++
    }
    if (at >= end) throw new Fault('file.damaged')
    this.attributeKey = key
    this.from = from
    this.to = at
    this.#attributesAt = at + 1
    return true
  }

  #text(from: number): Token {
    const { bytes } = this
    const { length } = bytes
    let escaped = false
    let at = from
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === LT) {
        this.from = from
        this.to = at
        this.#escaped = escaped
        this.#at = at
        return 'text'
      }
      if (byte === AMP || byte === 0x0d) escaped = true
    }
    return 'more'
  }

  #tag(start: number, closing: boolean): Token {
    const { bytes } = this
    const { length } = bytes
    let at = closing ? start + 2 : start + 1
    const nameFrom = at
    let key = 0
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === GT || byte === SLASH || byte <= 0x20) break
      key = (Math.imul(key, 31) + byte) | 0
    }
    const nameTo = at
    let quote = 0
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0
      if (quote !== 0) {
        if (byte === quote) quote = 0
      } else if (byte === GT) break
      else if (byte === DOUBLE || byte === SINGLE) quote = byte
      else if (byte === LT) throw new Fault('file.damaged')
    }
    if (at >= length) return 'more'
    this.key = key
    this.#nameFrom = nameFrom
    this.#nameTo = nameTo
    this.selfClosing = !closing && bytes[at - 1] === SLASH
    this.#attributesAt = nameTo
    this.#attributesEnd = this.selfClosing ? at - 1 : at
    this.#at = at + 1
    if (closing) this.#depth--
    else if (!this.selfClosing) this.#depth++
    if (this.#depth < 0) throw new Fault('file.damaged')
    if (this.#depth === 0) this.#complete = true
    return closing ? 'close' : 'open'
  }

  /** Comments and instructions are passed over (null), CDATA is text, a DOCTYPE is refused. */
  #special(start: number, second: number): Token | null {
    const { bytes } = this
    if (second === 0x3f) return this.#skip(start + 2, '?>')
    if (bytes.length < start + 9) return 'more'
    const head = bytes.toString('latin1', start, start + 9)
    if (head.startsWith('<!--')) return this.#skip(start + 4, '-->')
    if (head !== '<![CDATA[') throw new Fault('file.unsupported')
    const end = bytes.indexOf(']]>', start + 9, 'latin1')
    if (end === -1) return 'more'
    this.from = start + 9
    this.to = end
    this.#escaped = false
    this.#at = end + 3
    return 'text'
  }

  #skip(from: number, end: string): Token | null {
    const found = this.bytes.indexOf(end, from, 'latin1')
    if (found === -1) return 'more'
    this.#at = found + end.length
    return null
  }
}

/** Keys of names under the prefix of the part's root element (`x:` in some writers, none in most). */
export function keysUnder<N extends string>(prefix: string, names: readonly N[]): Record<N, number> {
  const keys = {} as Record<N, number>
  for (const name of names) keys[name] = nameKey(prefix + name)
  return keys
}
