import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pdfBinder } from '../../electron/files/pdf/binder.ts'
import { pdfParts, renumbered } from '../../electron/files/pdf/parts.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-pdf-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A PDF in the manner of our print engine, with so many pages that each say something. */
function aPdf(...pages: readonly string[]): Buffer {
  const bodies = new Map<number, string>()
  bodies.set(1, '\n<</Type /Catalog\n/Pages 2 0 R>>\n')
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`)
  bodies.set(2, `\n<</Type /Pages\n/Count ${pages.length}\n/Kids [${kids.join(' ')}]>>\n`)
  bodies.set(3, '\n<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Note (not 7 0 R \\) 8 0 R)>>\n')
  pages.forEach((words, at) => {
    const stream = `BT /F1 24 Tf 50 700 Td (${words}) Tj ET`
    bodies.set(
      4 + 2 * at,
      `\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> /Contents ${5 + 2 * at} 0 R>>\n`
    )
    bodies.set(5 + 2 * at, `\n<</Length ${stream.length}>> stream\n${stream}\nendstream\n`)
  })
  let file = '%PDF-1.4\n'
  const lines = ['0000000000 65535 f \n']
  for (const [number, body] of [...bodies].sort(([a], [b]) => a - b)) {
    lines[number] = `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${number} 0 obj${body}endobj\n`
  }
  const start = file.length
  file += `xref\n0 ${lines.length}\n${lines.join('')}trailer\n<</Size ${lines.length}\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

async function bound(all: readonly (readonly [Buffer, string])[]): Promise<string> {
  const path = join(folder, 'bound.pdf')
  const file = await open(path, 'w')
  const binder = await pdfBinder(file, '云河县博物馆 编目卡', '2026-03-01T08:00:00.000Z')
  for (const [bytes, title] of all) await binder.add(bytes, title)
  await binder.end()
  await file.close()
  return path
}

describe('PDFs bound into one', () => {
  it('have all their pages in their order, and a title', async () => {
    const path = await bound([
      [aPdf('one', 'two'), '甲'],
      [aPdf('three'), '乙 <b>'],
      [aPdf('four', 'five', 'six'), ''],
    ])
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
    expect(info).toMatch(/^Pages:\s+6$/m)
    expect(info).toContain('云河县博物馆 编目卡')
    const texts = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })
    expect(texts.split('\f').map((page) => page.trim())).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      '',
    ])
  })

  it('that are many stay whole', async () => {
    const path = await bound(
      Array.from({ length: 500 }, (_, at) => [aPdf(`page ${at}`), String(at)] as const)
    )
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/^Pages:\s+500$/m)
    const last = execFileSync('pdftotext', ['-f', '500', path, '-'], { encoding: 'utf8' })
    expect(last).toContain('page 499')
  })

  it('move references and nothing that only looks like one', () => {
    const object = Buffer.from(
      '\n<</A 7 0 R /B [1 0 R 12 0 R] /S (7 0 R \\) 8 0 R) /H <3720>>> stream\n9 0 R\nendstream\n',
      'latin1'
    )
    expect(renumbered(object, 100).toString('latin1')).toBe(
      '\n<</A 107 0 R /B [101 0 R 112 0 R] /S (7 0 R \\) 8 0 R) /H <3720>>> stream\n9 0 R\nendstream\n'
    )
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half', aPdf('x').subarray(0, 300)],
    ['another kind of file', Buffer.from('<html></html>')],
  ])('are refused when they are none of ours: %s', (_what, bytes) => {
    expect(() => pdfParts(bytes)).toThrow('not a PDF of our print engine')
  })
})
