/**
 * A PDF as Chromium's print engine (Skia) writes it, taken into its objects: PDF 1.4 with a classic table of offsets, no
 * object streams, no encryption (ISO 32000-1, 7.5). Other files are none of our business.
 */
export interface PdfParts {
  /** Number → the object's bytes between `n 0 obj` and `endobj`. */
  readonly objects: ReadonlyMap<number, Buffer>
  readonly root: number
}

const EXPECTED = 'not a PDF of our print engine'

export function pdfParts(bytes: Uint8Array): PdfParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = file.subarray(Math.max(0, file.length - 64)).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1] ?? NaN)
  if (!(start > 0 && start < file.length)) throw new Error(EXPECTED)
  const text = file.subarray(start).toString('latin1')
  const head = /^xref\s+0 (\d+)\s+/.exec(text)
  const root = /\/Root (\d+) 0 R/.exec(text.slice(text.indexOf('trailer')))
  if (!head || !root) throw new Error(EXPECTED)
  const offsets = offsetsIn(text.slice(head[0].length), Number(head[1]))
  const ordered = [...offsets].sort((a, b) => a[1] - b[1])
  const objects = new Map<number, Buffer>()
  ordered.forEach(([number, offset], at) => {
    const end = ordered[at + 1]?.[1] ?? start
    objects.set(number, inner(file.subarray(offset, end), number))
  })
  return { objects, root: Number(root[1]) }
}

/** Lines of 20 bytes: `0000000015 00000 n`. */
function offsetsIn(table: string, count: number): Map<number, number> {
  const offsets = new Map<number, number>()
  for (let number = 0; number < count; number++) {
    const line = table.slice(number * 20, number * 20 + 20)
    const [, offset, kind] = /^(\d{10}) \d{5} ([nf])/.exec(line) ?? []
    if (offset === undefined) throw new Error(EXPECTED)
    if (kind === 'n') offsets.set(number, Number(offset))
  }
  return offsets
}

function inner(object: Buffer, number: number): Buffer {
  const head = `${number} 0 obj`
  const end = object.lastIndexOf('endobj')
  if (object.subarray(0, head.length).toString('latin1') !== head || end < 0) throw new Error(EXPECTED)
  return object.subarray(head.length, end)
}

/** References (`7 0 R`) outside of strings, hexadecimal strings and names; what is between them stays as it is. */
const TOKENS = /\((?:[^\\()]|\\[\s\S]|\((?:[^\\()]|\\[\s\S])*\))*\)|<[0-9A-Fa-f\s]*>|(\d+) 0 R\b/g

/** The same object with every reference moved by so much; the bytes of a stream are not looked into. */
export function renumbered(object: Buffer, by: number): Buffer {
  const dictionary = dictionaryOf(object)
  const moved = dictionary.replace(TOKENS, (token, number?: string) =>
    number === undefined ? token : `${Number(number) + by} 0 R`
  )
  return Buffer.concat([Buffer.from(moved, 'latin1'), object.subarray(dictionary.length)])
}

/** An object without its stream, a character a byte. */
export function dictionaryOf(object: Buffer): string {
  const at = object.indexOf('>> stream')
  return (at < 0 ? object : object.subarray(0, at + 2)).toString('latin1')
}
