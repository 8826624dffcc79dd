import { closeSync, existsSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import { aFolder, refusal, rowsIn, textsIn } from './crafted.ts'

const file = aFolder()
const TEXT = '总登记号,名称,尺寸\r\n0008,"唐三彩,马","高""32.5"""\r\n'
const ROWS = [
  ['总登记号', '名称', '尺寸'],
  ['0008', '唐三彩,马', '高"32.5"'],
]
/** 总登记号,名称 and 0008,碗 as GB18030. */
const GBK = Buffer.from('d7dcb5c7bcc7bac52cc3fbb3c60d0a303030382ccdeb0d0a', 'hex')
const utf16 = (text: string, mark = '\ufeff'): Buffer => Buffer.from(mark + text, 'utf16le')

describe('S27 the encoding of a text table', () => {
  const encodings: [string, string, Buffer, string[][]][] = [
    ['UTF-8', 'utf-8', Buffer.from(TEXT), ROWS],
    ['UTF-8 with a mark', 'utf-8', Buffer.from('\ufeff' + TEXT), ROWS],
    ['UTF-16 as Excel saves it', 'utf-16le', utf16(TEXT), ROWS],
    ['UTF-16 the other way round', 'utf-16be', utf16(TEXT).swap16(), ROWS],
    [
      'GBK as old programs save it',
      'gb18030',
      GBK,
      [
        ['总登记号', '名称'],
        ['0008', '碗'],
      ],
    ],
    [
      'GB18030 with a four-byte character',
      'gb18030',
      Buffer.from([...GBK, 0x95, 0x32, 0x82, 0x36, 0x2c, 0x31]),
      [
        ['总登记号', '名称'],
        ['0008', '碗'],
        ['𠀀', '1'],
      ],
    ],
    [
      'ASCII',
      'utf-8',
      Buffer.from('id,name\n1,bowl'),
      [
        ['id', 'name'],
        ['1', 'bowl'],
      ],
    ],
  ]
  for (const [name, encoding, content, rows] of encodings) {
    it(`reads ${name}`, async () => {
      const path = file('text.csv', content)
      const table = await openTable(path)
      expect(table.encoding).toBe(encoding)
      expect(table.kind).toBe('csv')
      expect(await textsIn(path)).toEqual(rows)
    })
  }

  it('refuses UTF-16 without a mark, and bytes that are none of them', async () => {
    for (const content of [
      utf16(TEXT, ''),
      utf16(TEXT, '').swap16(),
      Buffer.concat([GBK, Buffer.from([0xff, 0x31])]),
    ]) {
      expect(await refusal(openTable(file('what.csv', content)))).toEqual({
        code: 'file.encoding',
        detail: { file: 'what.csv' },
      })
    }
  })

  it('knows UTF-16 without a mark by its Chinese, however few Latin characters it has', async () => {
    for (const text of ['名称,一级', '一级文物\t唐三彩马', '总登记号，名称，一级品数\n']) {
      for (const content of [utf16(text, ''), utf16(text, '').swap16()])
        expect((await refusal(openTable(file('few.csv', content)))).code).toBe('file.encoding')
    }
    const nul = Buffer.concat([GBK, Buffer.from([0]), GBK])
    expect((await refusal(openTable(file('nul.csv', nul)))).code).toBe('file.nul')
  })

  it('one wrong byte late in a file turns it from UTF-8 to GB18030, never into a mixture', async () => {
    const late = Buffer.concat([Buffer.from('a,b\n'.repeat(200_000)), GBK])
    expect((await openTable(file('late.csv', late))).encoding).toBe('gb18030')
    const marked = Buffer.concat([Buffer.from('\ufeffa,b\n'), GBK])
    expect((await refusal(openTable(file('marked.csv', marked)))).code).toBe('file.encoding')
  })

  it('keeps characters whole where the file is read in pieces', async () => {
    const row = '藏'.repeat(99) + ',1\n'
    const rows = await textsIn(file('pieces.csv', 'x' + row.repeat(5000)))
    expect(rows.every(([text = ''], i) => text === (i === 0 ? 'x' : '') + '藏'.repeat(99))).toBe(true)
  })

  it('refuses NUL and says in which line', async () => {
    const path = file('nul.csv', 'a,b\nc,d\ne\0,f\n')
    expect(await refusal(openTable(path))).toEqual({ code: 'file.nul', detail: { file: 'nul.csv', row: 3 } })
    expect((await refusal(openTable(file('nul16.csv', utf16('a,b\nc\0,d'))))).code).toBe('file.nul')
  })
})

describe('S27 the lines of a text table', () => {
  it('a single line of 1 GiB is refused politely (a sparse file: the rest of it is never read)', async () => {
    const path = file('line.csv')
    const handle = openSync(path, 'w')
    writeSync(handle, 'a,'.repeat(2 << 20))
    ftruncateSync(handle, 1 << 30)
    closeSync(handle)
    expect(await refusal(openTable(path))).toEqual({
      code: 'file.lineTooLong',
      detail: { file: 'line.csv', row: 1, limit: 1 << 20 },
    })
  })

  it('a quote that is never closed is refused, however long what follows', async () => {
    const short = file('quote.csv', 'a,b\n"c,d\ne,f\n')
    expect(await refusal(rowsIn(short))).toMatchObject({ code: 'file.quote', detail: { row: 2 } })
    const long = file('quote.csv', 'a,b\n"c' + 'd,e\n'.repeat(1 << 19))
    expect(await refusal(rowsIn(long))).toMatchObject({ code: 'file.lineTooLong', detail: { row: 2 } })
  })

  it('a field longer than 64 KiB is refused', async () => {
    expect(await textsIn(file('field.csv', `a,${'x'.repeat(65_536)}\n`))).toHaveLength(1)
    expect(await refusal(rowsIn(file('field.csv', `a,b\nc,${'藏'.repeat(21_846)}\n`)))).toMatchObject({
      code: 'file.fieldTooLong',
      detail: { row: 2, limit: 65_536 },
    })
  })

  it('rows with more or fewer fields are read and reported by number; blank lines count as rows', async () => {
    const path = file('ragged.csv', 'a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n,,\n10,11,12\n')
    const table = await openTable(path)
    const rows: [number, number][] = []
    for await (const { row, cells } of table.rows('ragged')) rows.push([row, cells.length])
    expect(rows).toEqual([
      [1, 3],
      [2, 3],
      [4, 2],
      [5, 4],
      [7, 3],
    ])
    expect(table.ragged).toEqual([
      { row: 4, cells: 2, expected: 3 },
      { row: 5, cells: 4, expected: 3 },
    ])
  })

  it('takes an apostrophe before a digit for the mark of a text, as Excel does', async () => {
    const path = file('mark.csv', "'0011,'九成宫',''0012,'=1\n")
    expect(await textsIn(path)).toEqual([['0011', "'九成宫'", "'0012", '=1']])
  })

  it('finds the separator: commas, tabs, semicolons, bars, quoted ones apart', async () => {
    for (const [mark, name] of [
      [',', 'a.csv'],
      ['\t', 'a.tsv'],
      [';', 'a.txt'],
      ['|', 'a.csv'],
    ] as const) {
      const path = file(
        name,
        ['号', '名', '注'].join(mark) +
          '\n' +
          ['1', `"高,宽;厚|重\t"`, 'x,y'].join(mark).replace('x,y', '"x,y"') +
          '\n'
      )
      expect((await openTable(path)).delimiter).toBe(mark)
      expect((await textsIn(path))[1]).toEqual(['1', '高,宽;厚|重\t', 'x,y'])
    }
    expect(await textsIn(file('one.csv', '名称\n碗\n'))).toEqual([['名称'], ['碗']])
  })

  it('takes inch marks and line breaks in fields, and all three line ends', async () => {
    expect(await textsIn(file('inch.csv', 'a,12" x 10"\r\nb,"1\r\n2"\rc,3'))).toEqual([
      ['a', '12" x 10"'],
      ['b', '1\n2'],
      ['c', '3'],
    ])
  })

  it('refuses more than 200 000 rows and content beyond column 200', async () => {
    expect(await refusal(rowsIn(file('rows.csv', 'a,b\n'.repeat(200_001))))).toEqual({
      code: 'file.tooManyRows',
      detail: { file: 'rows.csv', sheet: 'rows', limit: 200_000 },
    })
    expect(await rowsIn(file('wide.csv', 'a,b' + ','.repeat(400)))).toHaveLength(1)
    expect(await refusal(rowsIn(file('wide.csv', ','.repeat(200) + 'x')))).toMatchObject({
      code: 'file.tooManyColumns',
      detail: { row: 1, column: 'GS' },
    })
  })

  const tate = '../shared/data/tate/tate_artworks_flat.csv'
  it.skipIf(!existsSync(tate))('reads the 69,202 works of the Tate (needs ../shared/data)', async () => {
    const table = await openTable(tate)
    let count = 0
    let last: readonly string[] = []
    for await (const { cells } of table.rows('tate_artworks_flat')) {
      count++
      last = cells.map(({ text }) => text)
    }
    expect(count).toBe(69_203)
    expect(last[1]).toMatch(/^[A-Z]+\d+/)
    expect(table.ragged).toEqual([])
    expect(table.delimiter).toBe(',')
  })

  const cleveland = '../shared/data/chinese-objects-abroad/translation_kelifulan_museum.csv'
  it.skipIf(!existsSync(cleveland))(
    'reads the 2,916 objects of Cleveland (needs ../shared/data)',
    async () => {
      const rows = await textsIn(cleveland)
      expect(rows).toHaveLength(2917)
      expect(rows[0]?.slice(0, 3)).toEqual(['博物馆博物编号', '文物详细信息', '文物名称'])
      expect(rows.every((cells) => cells.length <= 8)).toBe(true)
    }
  )
})
