import { describe, expect, it } from 'vitest'
import { openTable, rowsOf } from '../../electron/files/open-table.ts'
import { aFolder, refusal, rowsIn, workbookBytes, type Parts } from './crafted.ts'

const file = aFolder()
const book = (name: string, parts: Parts): string => file(name, workbookBytes(parts))
const sheetOf = (xml: string): Parts => ({ sheets: { 藏品: xml } })

describe('S26 limits of a workbook', () => {
  it('reads 200 000 rows and refuses the next', async () => {
    const many = (count: number): string =>
      // packs tighter than any real register: kept apart from the ratio by some noise in each row
      book('rows.xlsx', {
        sheets: {
          藏品: Array.from(
            { length: count },
            (_, i) =>
              `<row><c><v>${(i * 7919) % 100003}</v></c><c t="str"><v>碗${(i * 104729) % 99991}</v></c></row>`
          ).join(''),
        },
      })
    expect(await rowsIn(many(200_000))).toHaveLength(200_000)
    expect(await refusal(rowsIn(many(200_001)))).toEqual({
      code: 'file.tooManyRows',
      detail: { file: 'rows.xlsx', sheet: '藏品', row: 200_001, limit: 200_000 },
    })
  })

  it('refuses content beyond column 200 and says where; coloured columns do not count', async () => {
    const columns = (count: number): string =>
      `<row r="7">${Array.from({ length: count }, () => '<c><v>1</v></c>').join('')}</row>`
    expect((await rowsIn(book('wide.xlsx', sheetOf(columns(200)))))[0]?.cells).toHaveLength(200)
    expect(await refusal(rowsIn(book('wide.xlsx', sheetOf(columns(300)))))).toEqual({
      code: 'file.tooManyColumns',
      detail: { file: 'wide.xlsx', sheet: '藏品', row: 7, limit: 200, column: 'GS' },
    })
    const styled = `<row r="1"><c r="A1"><v>1</v></c>${'<c s="1"/>'.repeat(16_382)}<c r="XFD1" t="str"><v> </v></c></row>`
    expect((await rowsIn(book('styled.xlsx', sheetOf(styled))))[0]?.cells).toHaveLength(1)
  })

  it('refuses a cell longer than 32 767 characters, wherever its text is kept', async () => {
    const long = '长'.repeat(32_768)
    const refused = { code: 'file.cellTooLong', detail: { sheet: '藏品', row: 3, limit: 32_767 } }
    const inline = book('long.xlsx', sheetOf(`<row r="3"><c t="str"><v>${long}</v></c></row>`))
    expect(await refusal(rowsIn(inline))).toMatchObject(refused)
    const shared = book('long.xlsx', {
      ...sheetOf('<row r="3"><c t="s"><v>0</v></c></row>'),
      sharedStrings: `<si><t>${long}</t></si>`,
    })
    expect(await refusal(rowsIn(shared))).toMatchObject(refused)
    const endless = book(
      'long.xlsx',
      sheetOf(`<row r="3"><c t="str"><v>${'长'.repeat(400_000)}</v></c></row>`)
    )
    expect((await refusal(rowsIn(endless))).code).toBe('file.bomb')
  })

  it('refuses a DOCTYPE in any part: no entities are ever expanded', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    for (const part of [
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet1.xml',
    ]) {
      const path = book('laughs.xlsx', { more: { [part]: `${laughs}<x>&b;</x>` } })
      expect((await refusal(rowsIn(path))).code).toBe('file.unsupported')
    }
  })

  it('follows no link out of the file', async () => {
    const path = book('link.xlsx', {
      more: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      },
    })
    expect((await refusal(openTable(path))).code).toBe('file.sheetless')
  })

  it('a sheet whose XML breaks off, or whose rows run backwards, is damage with its place', async () => {
    const cut = book('cut.xlsx', {
      more: {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c><v>2',
      },
    })
    expect(await refusal(rowsIn(cut))).toEqual({
      code: 'file.damaged',
      detail: { file: 'cut.xlsx', sheet: '藏品', row: 2 },
    })
    const back = book(
      'back.xlsx',
      sheetOf('<row r="5"><c><v>1</v></c></row><row r="4"><c><v>1</v></c></row>')
    )
    expect((await refusal(rowsIn(back))).code).toBe('file.damaged')
    const astray = book('astray.xlsx', sheetOf('<row><c t="s"><v>7</v></c></row>'))
    expect((await refusal(rowsIn(astray))).code).toBe('file.damaged')
  })

  it('an empty sheet yields nothing, and is refused where it was chosen', async () => {
    const path = book('empty.xlsx', sheetOf('<row r="1"><c r="A1" s="1"/></row>'))
    expect(await rowsIn(path)).toEqual([])
    const table = await openTable(path)
    expect(await refusal(rowsOf(table, '藏品').next())).toEqual({
      code: 'file.sheetEmpty',
      detail: { file: 'empty.xlsx', sheet: '藏品' },
    })
    await table.close()
  })

  it('stops when asked to', async () => {
    const stop = new AbortController()
    const table = await openTable(book('stop.xlsx', sheetOf('<row><c><v>1</v></c></row>')), {
      signal: stop.signal,
    })
    stop.abort()
    expect((await refusal(rowsOf(table, '藏品').next())).code).toBe('call.cancelled')
    await table.close()
  })
})
