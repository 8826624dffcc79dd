import { truncateSync } from 'node:fs'
import { CFB, utils, write, type WorkSheet } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import type { Row } from '../../shared/imports/table.ts'
import { aFolder, refusal, rowsIn, textsIn } from './crafted.ts'

const file = aFolder()
const compound = CFB as {
  utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void }
  write(file: object, options: { type: 'buffer' }): Uint8Array
}

/** An OLE 2 container with these streams. */
function container(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const made = compound.utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) compound.utils.cfb_add(made, `/${name}`, content)
  return compound.write(made, { type: 'buffer' })
}

/** One record of an Excel 97–2003 stream. */
function record(type: number, data: readonly number[]): number[] {
  return [type & 0xff, type >> 8, data.length & 0xff, data.length >> 8, ...data]
}
const BOF = record(0x809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** A workbook of Excel 5 written byte by byte: texts in GBK, one sheet called 藏品. */
function excel5(): Uint8Array {
  const begin = (kind: number): number[] => record(0x809, [0, 5, kind, 0, 0, 0, 0, 0])
  const words = (...numbers: number[]): number[] => numbers.flatMap((n) => [n & 0xff, n >> 8])
  const end = record(0x0a, [])
  const name = [0xb2, 0xd8, 0xc6, 0xb7]
  const head = [...begin(5), ...record(0x42, words(936))]
  const place = head.length + 4 + 7 + name.length + end.length
  const number = [...new Uint8Array(Float64Array.of(12.75).buffer)]
  return Uint8Array.from([
    ...head,
    ...record(0x85, [...words(place, 0, 0), name.length, ...name]),
    ...end,
    ...begin(0x10),
    ...record(0x204, [...words(0, 0, 0, 6), 0xb5, 0xc7, 0xbc, 0xc7, 0xba, 0xc5]),
    ...record(0x204, [...words(0, 1, 0, 2), 0xcd, 0xeb]),
    ...record(0x203, [...words(1, 1, 0), ...number]),
    ...end,
  ])
}

const CONTENT = [
  ['某县博物馆藏品登记表', null, null, null, null],
  ['总登记号', '名称', '入藏日期', '数量', '完好'],
  ['0008', '唐三彩马\n（残）', { day: 32_874 }, 3, true],
  ['0009', '“青花”碗 & <盘>', { day: 45_351 }, 12.75, false],
  [null, '="=1+1"', null, { zeros: 8 }, null],
]

function legacy(type: 'biff8' | 'xlml'): Uint8Array {
  const sheet: WorkSheet = utils.aoa_to_sheet(
    CONTENT.map((line) =>
      line.map((value) => {
        if (value === null || typeof value !== 'object') return value
        return 'day' in value
          ? { t: 'n', v: value.day, z: 'yyyy/m/d' }
          : { t: 'n', v: value.zeros, z: '0000' }
      })
    )
  )
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '藏品')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['藏']]), '备查')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

async function modern(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('藏品')
  CONTENT.forEach((line, r) => {
    line.forEach((value, c) => {
      const cell = sheet.getCell(r + 1, c + 1)
      if (value === null || typeof value !== 'object') cell.value = value
      else {
        cell.value = 'day' in value ? value.day : value.zeros
        cell.numFmt = 'day' in value ? 'yyyy/m/d' : '0000'
      }
    })
  })
  sheet.mergeCells('A1:E1')
  book.addWorksheet('备查', { state: 'hidden' }).addRow(['藏'])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function seen(path: string): Promise<{ sheets: unknown; rows: Row[]; merges: unknown }> {
  const table = await openTable(path)
  const found = {
    sheets: table.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows: await rowsIn(path),
    merges: await table.merges('藏品'),
  }
  await table.close()
  return found
}

describe('Excel 97–2003 files', () => {
  it('read the same as an .xlsx of the same content', async () => {
    const old = await seen(file('old.xls', legacy('biff8')))
    expect(old).toEqual(await seen(file('new.xlsx', await modern())))
    expect(old.rows[2]?.cells.map(({ text }) => text)).toEqual([
      '0008',
      '唐三彩马\n（残）',
      '1990/1/1',
      '3',
      'TRUE',
    ])
    expect(old.rows[4]?.cells[3]).toEqual({ text: '0008', kind: 'number', number: 8 })
  })

  it('are known by what they hold: the same bytes as .et of WPS, as .xlsx, without extension', async () => {
    const whole = await textsIn(file('a.xls', legacy('biff8')))
    for (const name of ['a.et', 'a.xlsx', 'a'])
      expect(await textsIn(file(name, legacy('biff8')))).toEqual(whole)
    expect(await textsIn(file('new.xls', await modern()))).toEqual(whole)
  })

  it('of Excel 5 and 95 are read in their code page, lying bare or in a container', async () => {
    const expected = [
      ['登记号', '碗'],
      ['', '12.75'],
    ]
    expect(await textsIn(file('five.xls', excel5()))).toEqual(expected)
    expect(await textsIn(file('five.xls', container({ Book: excel5() })))).toEqual(expected)
  })

  it('with a password ask for it to be taken off, whatever kind of lock it is', async () => {
    const filepass = Uint8Array.from([...BOF, ...record(0x2f, [1, 0, 1, 0, 1, 0]), ...record(0x0a, [])])
    for (const locked of [
      container({ EncryptionInfo: Uint8Array.from([4, 0, 4, 0]), EncryptedPackage: new Uint8Array(5000) }),
      container({ Workbook: filepass }),
      container({ Book: filepass }),
    ]) {
      expect(await refusal(openTable(file('locked.xlsx', locked)))).toEqual({
        code: 'file.password',
        detail: { file: 'locked.xlsx' },
      })
    }
  })

  it('a Word document is no table, a container cut short is damage', async () => {
    const word = container({ WordDocument: new Uint8Array(5000) })
    expect((await refusal(openTable(file('a.doc', word)))).code).toBe('file.notTable')
    const cut = legacy('biff8').subarray(0, 3000)
    expect(await refusal(openTable(file('cut.xls', cut)))).toEqual({
      code: 'file.damaged',
      detail: { file: 'cut.xls' },
    })
  })

  it('are read or refused with a Fault however they are damaged', async () => {
    const whole = legacy('biff8')
    for (let at = 600; at < whole.length; at += 97) {
      const flipped = Uint8Array.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      const path = file('flipped.xls', flipped)
      const outcome = await textsIn(path).catch((error: unknown) => refusal(Promise.reject(error as Error)))
      expect(outcome).toBeDefined()
    }
  })

  it('larger than 64 MiB are refused before they are read into memory', async () => {
    const path = file('large.xls', legacy('biff8'))
    truncateSync(path, (64 << 20) + 1)
    expect(await refusal(openTable(path))).toEqual({
      code: 'file.tooLarge',
      detail: { file: 'large.xls', limit: 64 << 20 },
    })
  })

  it('with more than 200 columns are refused with the place', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1], Array.from({ length: 201 }, (_, i) => i)]), '宽')
    const path = file(
      'wide.xls',
      new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
    )
    expect(await refusal(rowsIn(path))).toEqual({
      code: 'file.tooManyColumns',
      detail: { file: 'wide.xls', sheet: '宽', row: 2, limit: 200, column: 'GS' },
    })
  })
})

describe('files that only look like tables', () => {
  it('a web page called .xlsx or .xls says so', async () => {
    for (const html of [
      '<html><body><table><tr><td>名称</td></tr></table></body></html>',
      '\ufeff  <!DOCTYPE html>\n<table></table>',
      '<table border=1><tr><td>1</td></tr></table>',
      '<?xml version="1.0"?><!DOCTYPE html><html></html>',
      'MIME-Version: 1.0\nContent-Type: multipart/related',
    ]) {
      expect(await refusal(openTable(file('web.xlsx', html)))).toEqual({
        code: 'file.html',
        detail: { file: 'web.xlsx' },
      })
    }
  })

  it('other formats of tables are named as unsupported', async () => {
    expect((await refusal(openTable(file('a.xls', legacy('xlml'))))).code).toBe('file.unsupported')
  })

  it('pictures, PDF, archives, plain bytes are no tables', async () => {
    for (const content of [
      '%PDF-1.7',
      '\x89PNG\r\n',
      '{\\rtf1',
      '7z\xbc\xaf\x27',
      '\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f',
    ]) {
      expect((await refusal(openTable(file('a.xlsx', Buffer.from(content, 'latin1'))))).code).toBe(
        'file.notTable'
      )
    }
  })

  it('an empty file, a missing one and a folder are named', async () => {
    expect((await refusal(openTable(file('none.csv', '')))).code).toBe('file.empty')
    expect((await refusal(openTable(file('mark.csv', '\ufeff')))).code).toBe('file.empty')
    expect(await refusal(openTable(file('gone.xlsx')))).toEqual({
      code: 'file.missing',
      detail: { file: 'gone.xlsx' },
    })
    expect((await refusal(openTable(file('.')))).code).toBe('file.isFolder')
  })
})
