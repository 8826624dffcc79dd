import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawLabel, type DrawnLabel, type LabelText } from '../../electron/services/paper/label.ts'
import { drawCalibration, drawSheet } from '../../electron/services/paper/labelSheet.ts'
import type { Markup } from '../../electron/services/paper/markup.ts'
import { cornerOf, labelsOnSheet, sheetTrouble, STOCK, type LabelSheet } from '../../shared/paper/sheet.ts'
import { labels, stock } from './kit.ts'
import { scanned } from './scanner.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-labels-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { show } = labels()
const still = { x: 0, y: 0 }
const text = (change: Partial<LabelText> = {}): LabelText => {
  const number = change.number ?? '0012'
  return {
    number,
    name: '西汉彩绘凤鸟纹盘',
    era: '西汉',
    museum: '云河县博物馆',
    code: number,
    picture: null,
    ...change,
  }
}
const draw = (sheet: LabelSheet, change: Partial<LabelText> = {}): DrawnLabel =>
  drawLabel(text(change), sheet.label, show)
/** One label alone on paper of its size: a scanner reads no more of a sheet at once. */
function alone({ label }: LabelSheet, drawn: Markup): string {
  const page = { page: label, label, pitch: { x: label.width, y: label.height } }
  return drawSheet({ ...page, left: 0, top: 0, columns: 1, rows: 1 }, still, [drawn], false).html
}

describe('a label', () => {
  it.each(STOCK.map(({ id, sheet }) => [id, sheet] as const))(
    'of %s is read by a scanner: the number as QR code and as Code 128',
    async (_id, sheet) => {
      const label = draw(sheet)
      expect(label).toMatchObject({ bars: 'drawn', cut: false })
      expect(await scanned(alone(sheet, label.drawing), folder)).toEqual(['CODE-128:0012', 'QR-Code:0012'])
    }
  )

  it.each(['云文0012', '云文^ECI000026', '^ECI000026-1', '辽·001（2）', '00-12/3', 'A&B<"1">', '61.5/135'])(
    'says the number as it is: %s',
    async (number) => {
      const label = draw(stock('a4-2x7'), { number })
      const read = await scanned(alone(stock('a4-2x7'), label.drawing), folder)
      expect(read).toContain(`QR-Code:${number}`)
      // Code 128 has no Chinese characters
      if (/^[ -~]+$/.test(number)) expect(read).toContain(`CODE-128:${number}`)
      else expect([label.bars, read.length]).toEqual(['unfit', 1])
    }
  )

  it('with the museum’s code says that as well', async () => {
    const code = 'MUS1:14999900012:0012'
    const label = draw(stock('a4-3x7'), { code })
    expect(await scanned(alone(stock('a4-3x7'), label.drawing), folder)).toContain(`QR-Code:${code}`)
  })

  it('has no bars where they would be too narrow to be read, and a number is never left out', () => {
    const number = 'YUNHE-COUNTY-MUSEUM-0000000012-000034'
    const label = draw(stock('roll-40x30'), { number })
    expect(label.bars).toBe('narrow')
    expect(label.drawing.html).toContain('YUNHE')
  })

  it('keeps long texts inside, and says that they were cut', () => {
    const name = '清乾隆粉彩描金九桃折枝花卉纹双螭龙耳大天球瓶'.repeat(4)
    const label = draw(stock('a4-5x13'), { name })
    expect(label.cut).toBe(true)
    expect(label.drawing.html).toContain('…')
    const sizes = [...label.drawing.html.matchAll(/<text x="0" y="([\d.]+)" font-size="([\d.]+)"/g)]
    for (const [, y] of sizes) expect(Number(y)).toBeLessThan(stock('a4-5x13').label.height)
  })

  it('takes text for text', () => {
    const label = draw(stock('a4-2x7'), { name: '</text><script>alert(1)</script>' })
    expect(label.drawing.html).toContain('&lt;script&gt;')
    expect(label.drawing.html).not.toContain('<script')
  })
})

describe('a sheet of labels', () => {
  it('as it is sold has all its labels on the paper', () => {
    for (const { id, sheet } of STOCK) {
      expect(sheetTrouble(sheet), id).toBeNull()
      const last = cornerOf(sheet, labelsOnSheet(sheet) - 1, still)
      expect(last.x + sheet.label.width, id).toBeLessThanOrEqual(sheet.page.width + 0.5)
      expect(last.y + sheet.label.height, id).toBeLessThanOrEqual(sheet.page.height + 0.5)
    }
  })

  it('is filled row by row from the label that is still there, moved by what the printer is off', () => {
    const sheet = stock('a4-3x7')
    expect(cornerOf(sheet, 4, { x: 0.5, y: -1 })).toEqual({ x: 7.2 + 66 + 0.5, y: 15.15 + 38.1 - 1 })
    const { html } = drawSheet(sheet, still, [null, null, draw(sheet).drawing], false)
    expect(html.match(/<svg x="/g)).toHaveLength(1)
    expect(html).toContain(`<svg x="${7.2 + 2 * 66}" y="15.15"`)
  })

  it('is set right by a page with every outline and a ruler', () => {
    const { html } = drawCalibration(stock('a4-3x7'), still)
    expect(html.match(/fill="none" stroke="#000000"/g)?.length).toBeGreaterThanOrEqual(21)
    expect(html).toContain('此线应长 100 毫米')
    expect(drawCalibration(stock('roll-40x30'), still).html).toContain('此线应长 20 毫米')
  })
})
