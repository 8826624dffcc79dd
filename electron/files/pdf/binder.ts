import type { FileHandle } from 'node:fs/promises'
import { dictionaryOf, pdfParts, renumbered, type PdfParts } from './parts.ts'

/** A PDF that grows piece by piece: what has been written is no longer held, but for where it lies. */
export interface PdfBinder {
  /** Appends a PDF of our print engine; `title` names its first page in the table of contents. Answers its pages. */
  add(bytes: Uint8Array, title: string): Promise<number>
  /** Writes what holds it together. Nothing may be added afterwards. */
  end(): Promise<{ pages: number; bytes: number }>
}

const CATALOG = 1
const PAGES = 2
const INFO = 3
const OUTLINES = 4
const FIRST_FREE = 5

/**
 * Binds PDFs into one in `file`: their objects are numbered anew, their trees of pages hang under a new one, and each
 * stands in the table of contents. ISO 32000-1, 7.5, 7.7.3, 12.3.3. `made` is an instant.
 */
export async function pdfBinder(file: FileHandle, title: string, made: string): Promise<PdfBinder> {
  const offsets = new Map<number, number>()
  const trees: { root: number; first: number; title: string }[] = []
  let at = 0
  let next = FIRST_FREE
  let pages = 0

  async function write(...parts: readonly (string | Buffer)[]): Promise<void> {
    const bytes = Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))
    )
    await file.writeFile(bytes)
    at += bytes.length
  }
  async function object(number: number, body: string | Buffer): Promise<void> {
    offsets.set(number, at)
    await write(`${number} 0 obj`, body, 'endobj\n')
  }
  // the second line tells programs that copy files that this one is no text
  await write('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')

  return {
    async add(bytes, named) {
      const parts = pdfParts(bytes)
      const by = next - 1
      const tree = reference(dictionaryAt(parts, parts.root), 'Pages')
      const count = Number(/\/Count (\d+)/.exec(dictionaryAt(parts, tree))?.[1] ?? 0)
      for (const [number, body] of parts.objects) {
        if (number === parts.root) continue
        const moved = renumbered(body, by)
        await object(number + by, number === tree ? under(moved, PAGES) : moved)
        next = Math.max(next, number + by + 1)
      }
      trees.push({ root: tree + by, first: firstPage(parts, tree) + by, title: named })
      pages += count
      return count
    },
    async end() {
      const entries = trees.map((_, place) => next + place)
      for (const [place, { first, title: named }] of trees.entries()) {
        const neighbours = [
          ...(place > 0 ? [`/Prev ${entries[place - 1] ?? 0} 0 R`] : []),
          ...(place < trees.length - 1 ? [`/Next ${entries[place + 1] ?? 0} 0 R`] : []),
        ]
        await object(
          entries[place] ?? 0,
          `\n<</Title ${text(named)} /Parent ${OUTLINES} 0 R ${neighbours.join(' ')} /Dest [${first} 0 R /Fit]>>\n`
        )
      }
      const kids = trees.map(({ root }) => `${root} 0 R`).join('\n')
      await object(PAGES, `\n<</Type /Pages /Count ${pages} /Kids [${kids}]>>\n`)
      const [firstEntry = 0, lastEntry = 0] = [entries[0], entries.at(-1)]
      const ends = trees.length === 0 ? '' : ` /First ${firstEntry} 0 R /Last ${lastEntry} 0 R`
      await object(OUTLINES, `\n<</Type /Outlines /Count ${trees.length}${ends}>>\n`)
      await object(
        CATALOG,
        `\n<</Type /Catalog /Pages ${PAGES} 0 R /Outlines ${OUTLINES} 0 R /Lang (zh-CN)>>\n`
      )
      const day = `D:${made.replace(/\D/g, '').slice(0, 14)}Z`
      await object(INFO, `\n<</Title ${text(title)} /Producer (Guancang) /CreationDate (${day})>>\n`)
      const start = at
      const size = next + trees.length
      const lines = Array.from({ length: size }, (_, number) => {
        const offset = offsets.get(number)
        return offset === undefined
          ? '0000000000 65535 f \n'
          : `${String(offset).padStart(10, '0')} 00000 n \n`
      })
      await write(
        `xref\n0 ${size}\n${lines.join('')}trailer\n<</Size ${size} /Root ${CATALOG} 0 R /Info ${INFO} 0 R>>\n`,
        `startxref\n${start}\n%%EOF\n`
      )
      return { pages, bytes: at }
    },
  }
}

function dictionaryAt(parts: PdfParts, number: number): string {
  const object = parts.objects.get(number)
  if (!object) throw new Error(`no object ${number}`)
  return dictionaryOf(object)
}

function reference(dictionary: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)
  if (!found) throw new Error(`no ${key}`)
  return Number(found[1])
}

/** The first page that hangs under a tree of pages. */
function firstPage(parts: PdfParts, tree: number): number {
  const kid = /\/Kids \[\s*(\d+) 0 R/.exec(dictionaryAt(parts, tree))
  return kid ? firstPage(parts, Number(kid[1])) : tree
}

/** Hangs a tree of pages under another. */
function under(tree: Buffer, parent: number): Buffer {
  return Buffer.from(tree.toString('latin1').replace('<<', `<</Parent ${parent} 0 R `), 'latin1')
}

/** A text in UTF-16 with its mark, as hexadecimal digits. */
function text(words: string): string {
  return `<${Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('hex')}>`
}
