import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What other programs see in a PDF of ours. */

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

export function pagesOf(pdf: string): number {
  return Number(/^Pages:\s+(\d+)$/m.exec(run('pdfinfo', pdf))?.[1])
}

/** In points. */
export function pageSize(pdf: string): [number, number] {
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(run('pdfinfo', pdf)) ?? []
  return [Number(width), Number(height)]
}

/** The text of each page, as it can be selected. */
export function textsOf(pdf: string): string[] {
  return run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1)
}

/** Of each font: is it in the file, and can its text be copied? */
export function fontsOf(pdf: string): { embedded: boolean; unicode: boolean }[] {
  return run('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [emb, , uni] = line.trim().split(/\s+/).slice(-5, -2)
      return { embedded: emb === 'yes', unicode: uni === 'yes' }
    })
}

/** The table of contents as the file itself has it. */
export function contentsOf(pdf: string): string[] {
  const file = readFileSync(pdf, 'latin1')
  return [...file.matchAll(/<<\/Title <feff([0-9a-f]+)> \/Parent/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le')
  )
}

/** Pages as pictures `<stem>-1.png` …; the last is the dots an inch. */
export function pictured(pdf: string, folder: string, stem: string, dpi: number, last = 3): void {
  mkdirSync(folder, { recursive: true })
  run('pdftoppm', '-png', '-r', String(dpi), '-l', String(last), pdf, join(folder, stem))
}

/** What a scanner reads on a part of the first page, in millimetres from its upper left corner. */
export function scanned(
  pdf: string,
  folder: string,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
): string[] {
  mkdirSync(folder, { recursive: true })
  const dots = (mm: number): string => String(Math.round((mm * 300) / 25.4))
  const where = ['-x', dots(part.x), '-y', dots(part.y), '-W', dots(part.width), '-H', dots(part.height)]
  run('pdftoppm', '-png', '-r', '300', '-l', '1', '-singlefile', ...where, pdf, join(folder, 'scan'))
  return run('zbarimg', '--quiet', join(folder, 'scan.png')).trim().split('\n')
}
