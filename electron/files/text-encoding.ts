import { createReadStream } from 'node:fs'
import { Fault } from '../../shared/contract/faults.ts'
import { LIMITS } from './limits.ts'
import type { OpenOptions } from './table-file.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

const LF = 0x0a
const CR = 0x0d

/**
 * Decides how a text file is encoded (S27): by its byte order mark, else strict UTF-8, else GB18030; reads it to
 * the end for that, so that no doubtful byte turns up in the middle of an import. Checks lines on the way.
 * Throws file.encoding, file.nul, file.lineTooLong.
 */
export async function findEncoding(path: string, head: Buffer, signal?: AbortSignal): Promise<TextEncoding> {
  const marked = byteOrderMark(head)
  if (marked) {
    if (!(await decodes(path, marked, signal))) throw new Fault('file.encoding')
    return marked
  }
  if (looksLikeUtf16(head)) throw new Fault('file.encoding')
  if (await decodes(path, 'utf-8', signal)) return 'utf-8'
  if (await decodes(path, 'gb18030', signal)) return 'gb18030'
  throw new Fault('file.encoding')
}

/** The whole file as text in pieces, without its byte order mark. Reports progress in bytes. */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  size: number,
  { signal, onProgress }: OpenOptions
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let done = 0
  for await (const piece of pieces(path, signal)) {
    yield decoder.decode(piece, { stream: true })
    done += piece.length
    onProgress?.(done, size)
  }
  yield decoder.decode()
}

/** The encoding that a file's first bytes declare, or null. */
export function byteOrderMark(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 without a mark: every Latin character brings a NUL, always on the same side. Chinese has few of those, and
 * characters like 一 have theirs on the other side: such a text is known by what comes of it.
 */
export function looksLikeUtf16(head: Buffer): boolean {
  const sides = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) sides[at % 2] = (sides[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = sides
  if (even + odd === 0) return false
  if (Math.max(even, odd) >= 3 && Math.min(even, odd) === 0) return true
  const rest = head.filter((byte) => byte !== 0)
  if (decoded(() => new TextDecoder('utf-8', { fatal: true }).decode(rest, { stream: true })) !== null)
    return false
  return isChinese(head, 'utf-16le') || isChinese(head, 'utf-16be')
}

function isChinese(head: Buffer, encoding: TextEncoding): boolean {
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  const known = text.match(/[\t\r\n -~\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return known * 10 >= text.length * 9
}

async function decodes(path: string, encoding: TextEncoding, signal?: AbortSignal): Promise<boolean> {
  const wide = encoding.startsWith('utf-16')
  const decoder = new TextDecoder(encoding, { fatal: true })
  const lines = new LineCheck()
  for await (const piece of pieces(path, signal)) {
    if (!wide) lines.bytes(piece)
    const text = decoded(() => decoder.decode(piece, { stream: true }))
    if (text === null) return false
    if (wide) lines.bytes(Buffer.from(text, 'utf8'))
  }
  return decoded(() => decoder.decode()) !== null
}

function decoded(decode: () => string): string | null {
  try {
    return decode()
  } catch {
    return null
  }
}

/** Lines no longer than the limit and without NUL. Neither byte occurs inside a UTF-8 or GB18030 character. */
class LineCheck {
  #line = 1
  #length = 0

  bytes(piece: Buffer): void {
    let from = 0
    for (;;) {
      const end = piece.indexOf(LF, from)
      const to = end === -1 ? piece.length : end
      this.#check(piece, from, to)
      if (end === -1) return
      this.#line++
      this.#length = 0
      from = end + 1
    }
  }

  #check(piece: Buffer, from: number, to: number): void {
    const part = piece.subarray(from, to)
    if (part.includes(0)) throw new Fault('file.nul', { row: this.#line })
    const oldBreak = part.lastIndexOf(CR)
    this.#length = oldBreak === -1 ? this.#length + part.length : part.length - oldBreak
    if (this.#length > LIMITS.textLine) {
      throw new Fault('file.lineTooLong', { row: this.#line, limit: LIMITS.textLine })
    }
  }
}

async function* pieces(path: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (signal?.aborted) throw new Fault('call.cancelled')
    yield piece
  }
}
