import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import { SharedStrings } from '../../electron/files/shared-strings.ts'
import { SheetScanner } from '../../electron/files/sheet-scanner.ts'
import type { Row } from '../../shared/imports/table.ts'
import { aFolder, refusal, rowsIn, textsIn, workbookBytes, type Parts } from './crafted.ts'

const file = aFolder()
const book = (name: string, parts: Parts): string => file(name, workbookBytes(parts))
const sheetOf = (xml: string): Parts => ({ sheets: { 藏品: xml } })

describe('the cells of a workbook', () => {
  it('reads shared, inline and result texts; rich text is joined, phonetic guides are left out', async () => {
    const path = book('texts.xlsx', {
      ...sheetOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
          '<c r="D1" t="inlineStr"><is><r><t>青</t></r><r><rPr><b/></rPr><t>铜</t></r><rPh sb="0" eb="1"><t>qing</t></rPh></is></c>' +
          '<c r="E1" t="str"><v>=1+1</v></c></row>'
      ),
      sharedStrings:
        '<si><t>唐三彩</t></si><si><r><t xml:space="preserve">高 </t></r><r><t>32.5</t></r><rPh sb="0" eb="1"><t>gao</t></rPh></si>' +
        '<si><t>a&lt;b &amp; &#20013;&#x56FD;_x000D_\n_x005F_x0041_</t></si>',
    })
    const [row] = await rowsIn(path)
    expect(row?.cells.map(({ text }) => text)).toEqual([
      '唐三彩',
      '高 32.5',
      'a<b & 中国\n_x0041_',
      '青铜',
      '=1+1',
    ])
    expect(row?.cells.every(({ kind, formula }) => kind === 'text' && formula === undefined)).toBe(true)
  })

  it('shows numbers as their format does: 0008 keeps its zeros', async () => {
    const codes = ['0000', '"藏"0000"号"', '0.00', '#,##0', '0%', '¥0.0', '@', 'General']
    const path = book('numbers.xlsx', {
      styles:
        `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
        `<cellXfs>${codes.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs>`,
      ...sheetOf(
        '<row>' +
          [8, 8, 2.5, 12345, 0.256, 3, 12, 48.299999999999997]
            .map((n, i) => `<c s="${i}"><v>${n}</v></c>`)
            .join('') +
          '<c s="7"><v>0.30000000000000004</v></c><c s="7"><v>123456789012</v></c><c s="99"><v>1E-3</v></c></row>'
      ),
    })
    const [row] = await rowsIn(path)
    expect(row?.cells.map(({ text }) => text)).toEqual([
      '0008',
      '藏0008号',
      '2.50',
      '12,345',
      '26%',
      '¥3.0',
      '12',
      '48.3',
      '0.3',
      '123456789012',
      '0.001',
    ])
    expect(row?.cells[0]).toEqual({ text: '0008', kind: 'number', number: 8 })
  })

  it('knows days by their format, built-in Chinese ones included; a month is not a day', async () => {
    const builtin = [14, 22, 27, 28, 31, 57, 20, 46]
    const custom = [
      'yyyy-mm-dd',
      '[$-804]yyyy"年"m"月"d"日";@',
      'yyyy年m月d日',
      'yyyy.mm',
      'yyyy\\-mm\\-dd\\ hh:mm',
      'aaaa',
    ]
    const path = book('days.xlsx', {
      styles:
        `<numFmts>${custom.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
        `<cellXfs>${[...builtin, ...custom.map((_, i) => 200 + i)].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
      ...sheetOf(
        `<row>${[...builtin, ...custom].map((_, i) => `<c s="${i}"><v>42125.75</v></c>`).join('')}<c t="d"><v>2015-05-01T00:00:00</v></c></row>`
      ),
    })
    const [row] = await rowsIn(path)
    expect(row?.cells.map(({ text, kind, day }) => [text, kind, day])).toEqual([
      ['2015/5/1', 'day', '2015-05-01'],
      ['2015/5/1 18:00', 'day', '2015-05-01'],
      ['2015年5月', 'text', undefined],
      ['5月1日', 'day', '2015-05-01'],
      ['2015年5月1日', 'day', '2015-05-01'],
      ['2015年5月', 'text', undefined],
      ['18:00', 'number', undefined],
      ['1011018:00:00', 'number', undefined],
      ['2015-05-01', 'day', '2015-05-01'],
      ['2015年5月1日', 'day', '2015-05-01'],
      ['2015年5月1日', 'day', '2015-05-01'],
      ['2015.05', 'text', undefined],
      ['2015-05-01 18:00', 'day', '2015-05-01'],
      ['星期五', 'number', undefined],
      ['2015-05-01T00:00:00', 'day', '2015-05-01'],
    ])
  })

  it('counts days from 1904 where the file says so, and knows the days that never were', async () => {
    const days = (workbookPr: string): string =>
      book('1904.xlsx', {
        workbookPr,
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
        ...sheetOf(
          '<row>' + [0, 1, 59, 60, 61, 42125].map((n) => `<c s="0"><v>${n}</v></c>`).join('') + '</row>'
        ),
      })
    const found = async (path: string): Promise<(string | undefined)[]> =>
      (await rowsIn(path))[0]?.cells.map(({ day }) => day) ?? []
    expect(await found(days(''))).toEqual([
      undefined,
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2015-05-01',
    ])
    expect(await found(days('<workbookPr date1904="1"/>'))).toEqual([
      '1904-01-01',
      '1904-01-02',
      '1904-02-29',
      '1904-03-01',
      '1904-03-02',
      '2019-05-02',
    ])
  })

  it('takes the saved result of a formula and marks it; what was never worked out is empty', async () => {
    const path = book(
      'formula.xlsx',
      sheetOf(
        '<row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>12</v></c><c r="B2" t="str"><f>A2&amp;"x"</f><v>12x</v></c>' +
          '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><f>[1]Sheet1!A1</f><v></v></c></row>'
      )
    )
    expect(await rowsIn(path)).toEqual([
      {
        row: 2,
        cells: [
          { text: '12', kind: 'number', number: 12, formula: true },
          { text: '12x', kind: 'text', formula: true },
          { text: '#DIV/0!', kind: 'error', formula: true },
          { text: 'TRUE', kind: 'boolean' },
          { text: '', kind: 'empty', formula: true },
        ],
      },
    ])
  })

  it('keeps true row numbers, leaves out empty rows, fills gaps, and follows positions that are not given', async () => {
    const path = book(
      'gaps.xlsx',
      sheetOf(
        '<row r="2"><c r="C2"><v>1</v></c><c r="E2" s="1"/></row><row r="5"><c r="A5" s="1"/></row>' +
          '<row><c><v>2</v></c><c/><c><v>3</v></c></row>'
      )
    )
    expect((await rowsIn(path)).map(({ row, cells }) => [row, cells.map(({ text }) => text)])).toEqual([
      [2, ['', '', '1']],
      [6, ['2', '', '3']],
    ])
  })

  it('reads elements under a prefix, CDATA, comments and single quotes', async () => {
    const path = book('prefix.xlsx', {
      more: {
        'xl/worksheets/sheet1.xml':
          "\ufeff<?xml version='1.0'?><!-- x > y --><x:worksheet xmlns:x='urn:x'><x:sheetData><x:row r='1'>" +
          "<x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[<罐>]]>&#x5668;</x:t></x:is></x:c><c r='B1'><v>9</v></c>" +
          "<x:c r='B1'><!-- one --><x:v>4<!-- two -->2</x:v></x:c></x:row></x:sheetData>" +
          "<x:mergeCells><x:mergeCell ref='A1:B2'/></x:mergeCells></x:worksheet>\n",
      },
    })
    expect(await textsIn(path)).toEqual([['<罐>器', '42']])
    const table = await openTable(path)
    expect(await table.merges('藏品')).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }])
    await table.close()
  })

  it('lists sheets with their order, hidden ones marked, and leaves out charts', async () => {
    const path = book('sheets.xlsx', {
      sheets: { 一: '<row><c><v>1</v></c></row>', 二: '<row><c><v>2</v></c></row>' },
      more: {
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="二" state="veryHidden" r:id="rId2"/><sheet name="图" r:id="rIdS"/>' +
          '<sheet name="一" r:id="rId1"/></sheets></workbook>',
      },
    })
    const table = await openTable(path)
    expect(table.sheets).toEqual([
      { name: '二', hidden: true },
      { name: '一', hidden: false },
    ])
    expect(table.file).toBe('sheets.xlsx')
    await table.close()
    expect(await textsIn(path, '二')).toEqual([['2']])
    expect(await refusal(rowsIn(path, '图'))).toEqual({
      code: 'file.noSheet',
      detail: { file: 'sheets.xlsx', sheet: '图' },
    })
  })

  it('takes the declared size of a sheet for the hint that it is', async () => {
    for (const [ref, rows] of [
      ['A1:C9', { rows: 9 }],
      ['无', {}],
      ['A1:XFD99999999', {}],
    ] as const) {
      const sheet = `<worksheet><dimension ref="${ref}"/><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`
      const path = book('hint.xlsx', { more: { 'xl/worksheets/sheet1.xml': sheet } })
      const table = await openTable(path)
      expect(table.sheets).toEqual([{ name: '藏品', hidden: false, ...rows }])
      await table.close()
      expect(await textsIn(path)).toEqual([['1']])
    }
  })

  it('reads the same however the bytes are cut', () => {
    const xml = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>唐 &amp; 宋</t></is></c><!-- 注 --><c r="B1"><v>12.5</v></c></row>' +
        '<row r="2"><c r="A2" t="str"><v><![CDATA[瓷]]>器</v></c></row></sheetData></worksheet>'
    )
    const read = (size: number): Row[] => {
      const scanner = new SheetScanner('藏品', new SharedStrings(0), [])
      const rows: Row[] = []
      for (let at = 0; at < xml.length; at += size) {
        scanner.feed(xml.subarray(at, at + size))
        for (let row = scanner.next(); row; row = scanner.next()) rows.push(row)
      }
      scanner.finish()
      return rows
    }
    const whole = read(xml.length)
    expect(whole.map(({ cells }) => cells.map(({ text }) => text))).toEqual([['唐 & 宋', '12.5'], ['瓷器']])
    for (const size of [1, 2, 3, 7, 64]) expect(read(size)).toEqual(whole)
  })
})
