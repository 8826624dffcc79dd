import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeCsv, type CsvValue } from '../../electron/files/csv-writer.ts'
import { guardText, unguardText } from '../../shared/kernel/formula-guard.ts'
import { openTable } from '../../electron/files/open-table.ts'
import { day, formula, rich, writeWorkbook } from '../../electron/files/workbook.ts'
import { aFolder, refusal, rowsIn, textsIn } from './crafted.ts'

const file = aFolder()
const RISKY = [
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  "''=1",
  '=cmd|calc',
]

/** Text that XML and a spreadsheet can hold: no control characters, no half characters. */
const SIGNS = ['=', '+', '-', '@', '＝', '－', "'", '"', '<', '&', ',', ';', '_x0041_', '\n', '瓶', '𠀀', ' ']
const cellText = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 1 })), { maxLength: 20 })
  .map((signs) => signs.join('').replace(/[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ufeff\p{Surrogate}]/gu, ''))

describe('S28 workbooks hold data, not formulas', () => {
  it('writes texts as texts, numbers as numbers, and formulas only where asked to', async () => {
    const path = file('typed.xlsx')
    await writeWorkbook(path, async (book) => {
      const sheet = book.sheet('账', { widths: [10, 20] })
      await sheet.row(RISKY)
      await sheet.row([
        8,
        -2.5,
        true,
        null,
        '0008',
        day('2026-03-01'),
        day('1850-01-01'),
        formula('A2*2', 16),
        NaN,
      ])
    })
    const xml = new TextDecoder().decode(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml'])
    expect(xml.match(/<f>.*?<\/f>/g)).toEqual(['<f>A2*2</f>'])
    const [texts, values] = await rowsIn(path)
    expect(texts?.cells.map(({ text, kind, formula: f }) => [text, kind, f])).toEqual(
      RISKY.map((text) => [text.replace('\r', '\n'), 'text', undefined])
    )
    expect(values?.cells).toEqual([
      { text: '8', kind: 'number', number: 8 },
      { text: '-2.5', kind: 'number', number: -2.5 },
      { text: 'TRUE', kind: 'boolean' },
      { text: '', kind: 'empty' },
      { text: '0008', kind: 'text' },
      { text: '2026-03-01', kind: 'day', day: '2026-03-01', number: 46_082 },
      { text: '1850-01-01', kind: 'text' },
      { text: '16', kind: 'number', number: 16, formula: true },
    ])
  })

  it('any text survives the way out and back', async () => {
    const path = file('any.xlsx')
    await fc.assert(
      fc.asyncProperty(fc.array(cellText, { minLength: 1, maxLength: 5 }), async (texts) => {
        await writeWorkbook(path, async (book) => {
          await book.sheet('账').row([...texts, '|'])
        })
        expect((await textsIn(path))[0]).toEqual([...texts, '|'])
      }),
      { numRuns: 40 }
    )
  })

  it('a text longer than a cell is refused with its row, not cut', async () => {
    const writing = writeWorkbook(file('long.xlsx'), async (book) => {
      await book.sheet('账').row(['x'.repeat(32_768)])
    })
    expect(await refusal(writing)).toMatchObject({ code: 'file.cellTooLong', detail: { row: 1 } })
  })

  it('LibreOffice sees the text =1+1, no sum', { timeout: 120_000 }, async (test) => {
    const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))
    if (!soffice) return test.skip('LibreOffice is not installed')
    const path = file('office.xlsx')
    await writeWorkbook(path, async (book) => {
      await book.sheet('账').row(['=1+1', '@x', '0008', 8, formula('D1*2', 16)])
    })
    const folder = dirname(path)
    const profile = `-env:UserInstallation=file://${folder}/office`
    execFileSync(soffice, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, path], {
      stdio: 'ignore',
    })
    expect(readFileSync(file('office.csv'), 'utf8')).toBe('=1+1,@x,0008,8,16\n')
  })
})

describe('the look of a workbook', () => {
  it('keeps merges, heights, widths, frozen heads, page set-up, page ends and struck text, as exceljs reads them', async () => {
    const path = file('look.xlsx')
    const head = { font: { bold: true }, alignment: { horizontal: 'center' } } as const
    await writeWorkbook(path, async (book) => {
      const sheet = book.sheet('总登记账', {
        widths: [5, 28],
        frozenRows: 2,
        pageSetup: { paperSize: 8, orientation: 'landscape', printTitlesRow: '1:2' },
        headerFooter: { oddFooter: '第 &P 页' },
      })
      const merges = [
        { top: 1, left: 0, bottom: 1, right: 1 },
        { top: 1, left: 2, bottom: 2, right: 2 },
      ]
      await sheet.block(
        [
          { values: ['登记日期', null, '名称'], look: { style: head, height: 24 } },
          { values: ['年', '月', null] },
        ],
        merges
      )
      expect(sheet.nextRow).toBe(3)
      await sheet.row([2026, 3, rich([{ text: '铜镜', font: { strike: true } }, { text: '铜鉴' }])], {
        style: [undefined, head],
      })
      sheet.endPage()
      await book.sheet('空白').row([])
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const sheet = book.getWorksheet('总登记账')
    expect(book.worksheets.map(({ name }) => name)).toEqual(['总登记账', '空白'])
    expect(sheet?.model.merges).toEqual(['A1:B1', 'C1:C2'])
    expect(sheet?.getRow(1).height).toBe(24)
    expect(sheet?.getColumn(2).width).toBe(28)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape', printTitlesRow: '1:2' })
    expect(sheet?.headerFooter.oddFooter).toBe('第 &P 页')
    expect(sheet?.getCell('A3').style).toEqual({})
    expect(sheet?.getCell('B3').font.bold).toBe(true)
    expect(sheet?.getCell('C3').value).toMatchObject({
      richText: [{ text: '铜镜', font: { strike: true } }, { text: '铜鉴' }],
    })
    const table = await openTable(path)
    expect(await table.merges('总登记账')).toHaveLength(2)
    expect((await textsIn(path))[2]).toEqual(['2026', '3', '铜镜铜鉴'])
    await table.close()
  })
})

describe('S28 CSV', () => {
  it('puts an apostrophe before what could become a formula, not before numbers', () => {
    for (const text of RISKY) expect(guardText(text)).toBe(`'${text}`)
    for (const text of ['-2.5', '+3', '-0', '瓶', "'quoted'", '', '0008', '高=3'])
      expect(guardText(text)).toBe(text)
  })

  it('takes back exactly what it put there', () => {
    const signs = fc.constantFrom(
      ...["'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '1', 'a', '瓶']
    )
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: signs }), fc.string()),
        (text) => unguardText(guardText(text)) === text
      )
    )
  })

  it('what is written is read back the same, whatever the texts', async () => {
    const path = file('own.csv')
    const field = fc.oneof(
      cellText,
      fc.constantFrom(...RISKY.map((text) => text.replace('\r', '\n'))),
      fc.double({ noNaN: true, noDefaultInfinity: true })
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          // a last field that is not empty keeps every row and column in place
          const written: CsvValue[][] = rows.map((row) => [...row, '止'])
          await writeCsv(path, [['a', 'b', 'c', 'd'], ...written])
          expect((await textsIn(path)).slice(1)).toEqual(written.map((row) => row.map(String)))
        }
      ),
      { numRuns: 100 }
    )
  })

  it('is what Excel expects: a mark, CRLF, quotes where needed', async () => {
    const path = file('plain.csv')
    await writeCsv(path, [
      ['总登记号', '名称'],
      ['0008', '高,"宽"'],
      [8, null],
      ['=1+1', ' x '],
    ])
    expect(readFileSync(path, 'utf8')).toBe(
      '\ufeff总登记号,名称\r\n0008,"高,""宽"""\r\n8,\r\n\'=1+1," x "\r\n'
    )
  })
})
