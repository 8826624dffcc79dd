import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import type { FieldValues } from '../../shared/catalogue/record.ts'
import type { ReportId } from '../../shared/reports/contract.ts'
import { insertObjects } from '../../electron/store/catalogue.ts'
import { numberKey } from '../../shared/kernel/number.ts'
import { aWrittenObject } from '../kit/builders.ts'
import type { TestMuseum } from '../kit/museum.ts'

/** Reads a workbook back with another pair of eyes than those that wrote it. */
export async function readBook(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book
}

export function sheetOf(book: ExcelJS.Workbook, at = 0): ExcelJS.Worksheet {
  const sheet = book.worksheets[at]
  if (!sheet) throw new Error(`no sheet ${at}`)
  return sheet
}

/** The XML of a part of the file. */
export function partOf(path: string, name: string): string {
  const part = unzipSync(readFileSync(path))[name]
  if (!part) throw new Error(`no part ${name}`)
  return strFromU8(part)
}

export const pageEnds = (path: string): number[] =>
  [...partOf(path, 'xl/worksheets/sheet1.xml').matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))

/** Values of a row from column A on, blanks as null. */
export const valuesOf = (sheet: ExcelJS.Worksheet, row: number, columns = 19): ExcelJS.CellValue[] =>
  Array.from({ length: columns }, (_, at) => sheet.getCell(row, at + 1).value ?? null)

/** Registers objects straight into the store, without rules: for tests of what is printed. */
export async function holds(museum: TestMuseum, objects: readonly FieldValues[]): Promise<void> {
  const { id, db } = museum.ctx.museum()
  await insertObjects(
    db,
    objects.map((values) => {
      const number = String(values.number)
      return { ...aWrittenObject(id, number, values), numberKey: numberKey(number) }
    })
  )
}

/** Makes a report and answers its path. */
export async function printed(
  museum: TestMuseum,
  report: ReportId,
  name = `${report}.xlsx`
): Promise<string> {
  const path = join(museum.folder, '..', name)
  const job = await museum.finished(await museum.client.reports.make({ report, file: path }))
  if (job.fault) throw new Error(job.fault.code)
  return path
}

/** The reports and half reports that lie beside the museum. */
export const reportsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /\.xlsx|\.part/.test(name))
