import { Fault } from '../../shared/contract/faults.ts'
import type { Merge } from '../../shared/imports/table.ts'
import { LIMITS } from './limits.ts'
import { nameKey } from './xml-text.ts'
import { XmlTokens } from './xml-tokens.ts'
import type { Archive } from './zip-archive.ts'

const RANGE = nameKey('ref')
/** Characters before `mergeCell` among which its tag begins: `<x:`. */
const BEFORE = 64
/** The elements in which a tag may lie, for reading begins in their midst. */
const DEEP = Buffer.from('<r>'.repeat(16))

/**
 * The merged ranges of a worksheet. They stand behind its rows, so the whole part is run through: by its bytes until the
 * first tag of that name, for there is hardly a slower way over a hundred thousand rows than tag by tag.
 */
export async function readMerges(archive: Archive, part: string, signal?: AbortSignal): Promise<Merge[]> {
  const tokens = new XmlTokens()
  const merges: Merge[] = []
  let before: Buffer | null = Buffer.alloc(0)
  for await (const read of archive.read(part, signal)) {
    let piece: Buffer = read
    if (before !== null) {
      const joined: Buffer = Buffer.concat([before, read])
      const found = joined.indexOf('mergeCell')
      const tag = found < 0 ? -1 : joined.lastIndexOf('<', found)
      before = tag < 0 ? joined.subarray(-BEFORE) : null
      if (tag < 0) continue
      tokens.feed(DEEP)
      while (tokens.next() !== 'more');
      piece = joined.subarray(tag)
    }
    tokens.feed(piece)
    for (let token = tokens.next(); token !== 'more'; token = tokens.next()) {
      if (token !== 'open') continue
      if (!/^(?:\w+:)?mergeCell$/.test(tokens.name()) || merges.length >= LIMITS.rows) continue
      while (tokens.nextAttribute()) {
        if (tokens.attributeKey === RANGE) merges.push(readRange(tokens.string()))
      }
    }
  }
  return merges
}

/** Number of the last row as a worksheet declares it: a hint, which may be untrue; null where it makes no sense. */
export async function readDeclaredRows(
  archive: Archive,
  part: string,
  signal?: AbortSignal
): Promise<number | null> {
  for await (const piece of archive.read(part, signal)) {
    const head = piece.toString('latin1', 0, 16 * 1024)
    const range = /<(?:\w+:)?dimension\s[^>]*\bref="([^"]+)"/.exec(head)?.[1]
    return rangeIn(range ?? '')?.bottom ?? null
  }
  return null
}

/** `A2:C3`, or one cell; file.damaged for anything else. */
export function readRange(text: string): Merge {
  const range = rangeIn(text)
  if (!range) throw new Fault('file.damaged')
  return range
}

function rangeIn(text: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(text)
  if (!found) return null
  const [, left = 'A', top = '1', right = left, bottom = top] = found
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) }
}

function columnOf(text: string): number {
  let column = 0
  for (const letter of text) column = column * 26 + letter.charCodeAt(0) - 0x40
  return column - 1
}
