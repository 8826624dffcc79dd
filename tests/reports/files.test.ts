import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pressBook } from '../../electron/files/sheets/book.ts'
import { aBronze } from '../kit/builders.ts'
import { aMuseum, type TestMuseum } from '../kit/museum.ts'
import { holds, partOf, printed, readBook, reportsIn, sheetOf } from './workbooks.ts'

let museum: TestMuseum
let folder: string
beforeEach(async () => {
  museum = await aMuseum()
  folder = join(museum.folder, '..', 'out')
  mkdirSync(folder)
})
afterEach(() => museum.close())

const objects = (n: number) => Array.from({ length: n }, (_, at) => aBronze({ number: String(at + 1) }))
const fault = async (file: string) =>
  (await museum.finished(await museum.client.reports.make({ report: 'R1', file }))).fault

describe('a report that is not finished', () => {
  it('leaves nothing when it is cancelled, and the earlier report stays', async () => {
    await holds(museum, objects(4000))
    const path = join(folder, 'R1.xlsx')
    writeFileSync(path, 'last year')
    const { job } = await museum.client.reports.make({ report: 'R1', file: path })
    const cancelled = (async () => {
      // once it is really at work
      while (!existsSync(`${path}.part`)) await new Promise((resolve) => setTimeout(resolve, 1))
      return museum.client.workspace.cancel({ id: job })
    })()
    const end = await museum.finished({ job })
    expect(await cancelled).toEqual({ cancelled: true })
    expect(end).toMatchObject({ status: 'cancelled', result: null })
    expect(reportsIn(folder)).toEqual(['R1.xlsx'])
    expect(readFileSync(path, 'utf8')).toBe('last year')
  })

  it('says that the folder is gone', async () => {
    expect(await fault(join(folder, 'gone', 'R1.xlsx'))).toEqual({
      code: 'file.noFolder',
      detail: { file: 'R1.xlsx' },
    })
  })

  it('says that the place cannot be written to', async () => {
    mkdirSync(join(folder, 'R1.xlsx'))
    expect(await fault(join(folder, 'R1.xlsx'))).toMatchObject({ code: 'file.locked' })
    writeFileSync(join(folder, 'file'), '')
    expect(await fault(join(folder, 'file', 'R1.xlsx'))).toMatchObject({ code: 'file.noFolder' })
    expect(reportsIn(folder)).toEqual(['R1.xlsx'])
  })

  it('never writes over a museum', async () => {
    const database = join(museum.folder, 'museum.db')
    const before = readFileSync(database)
    expect(await fault(database)).toMatchObject({ code: 'file.locked' })
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  it('says that the disk is full and leaves nothing', async (test) => {
    const full = await open('/dev/full', 'r+').catch(() => null)
    if (!full) return test.skip('no /dev/full on this machine')
    const { zipPress } = await import('../../electron/files/sheets/zip.ts')
    try {
      const entry = zipPress(full).entry('a')
      const fill = async () => {
        for (;;) await entry.write(Buffer.from(String(Math.random()).repeat(10_000)))
      }
      await expect(fill()).rejects.toMatchObject({ code: 'ENOSPC' })
    } finally {
      await full.close()
    }
  })
})

describe('a finished report', () => {
  it('replaces the earlier one and answers what it did', async () => {
    await holds(museum, objects(2))
    const path = join(folder, 'R1.xlsx')
    writeFileSync(path, 'last year')
    const job = await museum.finished(await museum.client.reports.make({ report: 'R1', file: path }))
    expect(job).toMatchObject({
      status: 'finished',
      done: 2,
      total: 2,
      result: { report: 'R1', rows: 2, file: 'R1.xlsx' },
    })
    expect(reportsIn(folder)).toEqual(['R1.xlsx'])
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  })

  it('is the same to the last byte when nothing has changed', async () => {
    await holds(museum, objects(50))
    const [one, other] = [await printed(museum, 'R2', 'a.xlsx'), await printed(museum, 'R2', 'b.xlsx')]
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
  })
})

describe('a workbook of several sheets', () => {
  it('is written from all of them at once, whichever grows first', async () => {
    const path = join(folder, 'several.xlsx')
    await pressBook(path, async (book) => {
      const look = book.looks.of({ size: 11 })
      const [first, second, third] = ['甲', "乙 & 'B' <c>", '丙'].map((name) =>
        book.sheet({ name, widths: [10, 10] })
      )
      for (let row = 1; row <= 20_000; row++) {
        await third?.row([`丙${row}`, row], [look, look])
        if (row % 2 === 0) await first?.row([`甲${row}`, row / 3], [look, look])
      }
      await second?.row([null, Number.NaN, 'beyond'], [look, look])
      await Promise.all([first?.end(), second?.end(), third?.end()])
    })
    const book = await readBook(path)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['甲', "乙 & 'B' <c>", '丙'])
    expect(book.worksheets.map((sheet) => sheet.rowCount)).toEqual([10_000, 1, 20_000])
    expect(sheetOf(book, 2).getCell('A20000').value).toBe('丙20000')
    expect(sheetOf(book).getCell('B1').value).toBeCloseTo(2 / 3)
    expect(sheetOf(book, 1).getCell('B1').value).toBeNull()
  })

  it('heeds the limits of the format: 32,767 characters, 1,023 page ends', async () => {
    const path = join(folder, 'limits.xlsx')
    await pressBook(path, async (book) => {
      const sheet = book.sheet({ name: '一', widths: [10] })
      const look = book.looks.of({})
      for (let row = 0; row < 1100; row++) {
        await sheet.row([row === 0 ? '鼎'.repeat(40_000) : ' 鼎\n '], [look])
        sheet.endPage()
      }
      await sheet.end()
    })
    const sheet = sheetOf(await readBook(path))
    expect(sheet.getCell('A1').value).toBe('鼎'.repeat(32_767))
    expect(sheet.getCell('A2').value).toBe(' 鼎\n ')
    expect(partOf(path, 'xl/worksheets/sheet1.xml').match(/<brk /g)).toHaveLength(1023)
  })
})
