import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { numberShow } from '../../electron/files/number-format.ts'
import { exactText } from '../../shared/imports/reading.ts'
import { aFolder, rowsIn, workbookBytes } from './crafted.ts'

const file = aFolder()
/** 32.5 but for the last bit, as a sum in a sheet leaves it. */
const NOISY = 32.5 - 2 ** -47

/** One number under a format, read from an .xlsx and from an .xls. */
async function shown(code: string, value: number): Promise<unknown[]> {
  const escaped = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const modern = workbookBytes({
    styles: `<numFmts><numFmt numFmtId="200" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
    sheets: { 藏品: `<row><c s="0"><v>${value}</v></c></row>` },
  })
  const book = utils.book_new()
  utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', v: value, z: code } }, '藏品')
  const old = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
  const rows = [...(await rowsIn(file('a.xlsx', modern))), ...(await rowsIn(file('a.xls', old)))]
  return rows.map(({ cells }) => cells[0])
}

describe('how a number looks', () => {
  it('reads General with words around it as a number with words, not as a date', async () => {
    for (const [code, value, text] of [
      ['General"号"', 8, '8号'],
      ['General"cm"', 32.5, '32.5cm'],
      ['General\\级', 2, '2级'],
      ['"藏"General', 12, '藏12'],
      ['"藏"General', -4, '-藏4'],
      ['General"号"', 123456789012, '123456789012号'],
      ['General"件";"缺"General"件"', -3, '缺3件'],
      ['[红色]GENERAL" 号"', 8, '8 号'],
    ] as const) {
      const cell = { text, kind: 'number', number: value }
      expect(await shown(code, value), code).toEqual([cell, cell])
    }
  })

  it('knows General by the name that Excel gives it in Chinese', () => {
    const cell = { text: '32.5cm', kind: 'number', number: 32.5 }
    expect(numberShow('G/通用格式"cm"', false)(32.5)).toEqual(cell)
    expect(numberShow('G/通用格式', false)(32.5)).toEqual({ ...cell, text: '32.5' })
  })

  it('still knows the year of the Japanese and Chinese formats by its e', () => {
    expect(numberShow('e"年"m"月"d"日"', false)(42125)).toMatchObject({ text: '2015年5月1日', kind: 'day' })
  })

  it('shows a currency without the quotes of its own making', async () => {
    const cell = { text: '¥32,874.50', kind: 'number', number: 32874.5 }
    expect(await shown('[$¥-804]#,##0.00', 32874.5)).toEqual([cell, cell])
    expect(numberShow('[$￥-804]#,##0.00;[红色]-[$￥-804]#,##0.00', false)(-2).text).toBe('-￥2.00')
  })

  it('keeps the fifteen digits of Excel: the noise of a sum is no measurement', async () => {
    for (const [value, number] of [
      [0.1 + 0.2, 0.3],
      [NOISY, 32.5],
      [1.2345678901234, 1.2345678901234],
    ] as const) {
      const cell = { text: String(number), kind: 'number', number }
      expect(await shown('General', value)).toEqual([cell, cell])
    }
    expect((await shown('0.0', NOISY))[0]).toMatchObject({ text: '32.5', number: 32.5 })
    expect(exactText({ text: '32', kind: 'number', number: NOISY })).toBe('32.5')
  })
})
