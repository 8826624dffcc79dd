import { existsSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../electron/files/open-table.ts'
import { aFolder } from './crafted.ts'

const file = aFolder()

describe('the same as exceljs, cell by cell', () => {
  it('in a workbook that exceljs wrote', async () => {
    const out = new ExcelJS.Workbook()
    const sheet = out.addWorksheet('账')
    sheet.addRow(['总登记号', '名称', '入藏日期', '数量', '重量'])
    sheet.addRow(['0008', '唐三彩<马> & "鞍"', new Date('1987-05-01'), 3, 12.75])
    sheet.addRow([
      null,
      { richText: [{ text: '青' }, { text: '花' }] },
      new Date('2024-02-29T10:30:00Z'),
      -1,
      1e-7,
    ])
    sheet.getCell('B5').value = ' 前后空格 '
    await compare(file('exceljs.xlsx', new Uint8Array(await out.xlsx.writeBuffer())))
  })

  const shared = '../shared/data/'
  for (const name of [
    'registry/county-registry-465.xlsx',
    ...[9, 10, 15, 16, 17].map((n) => `provincial-museum-forms/attachment${n}.xlsx`),
  ]) {
    it.skipIf(!existsSync(shared + name))(`in ${name} (needs ../shared/data)`, () => compare(shared + name))
  }
})

async function compare(path: string): Promise<void> {
  const other = new ExcelJS.Workbook()
  await other.xlsx.readFile(path)
  const table = await openTable(path)
  expect(table.sheets.map(({ name }) => name)).toEqual(other.worksheets.map(({ name }) => name))
  for (const { name } of table.sheets) {
    const ours: Record<string, unknown> = {}
    for await (const { row, cells } of table.rows(name)) {
      cells.forEach(({ text, kind, day, number }, column) => {
        if (kind !== 'empty') ours[`${row},${column}`] = day ?? (kind === 'number' ? number : text)
      })
    }
    const theirs: Record<string, unknown> = {}
    other.getWorksheet(name)?.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        const value = plain(cell.value)
        if (cell.master === cell && value !== null && value !== '') theirs[`${number},${column - 1}`] = value
      })
    })
    expect(ours).toEqual(theirs)
    const merges = (await table.merges(name)).map(({ top, left, bottom, right }) =>
      [top, left, bottom, right].join()
    )
    expect(merges.length).toBe(other.getWorksheet(name)?.model.merges.length)
  }
  await table.close()
}

function plain(value: ExcelJS.CellValue): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object' || value === null) return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value) return value.result ?? null
  return JSON.stringify(value)
}
