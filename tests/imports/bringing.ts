import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll } from 'vitest'
import {
  importResult,
  inspection,
  undoResult,
  type ImportResult,
  type Inspection,
  type SheetPlan,
  type UndoResult,
} from '../../shared/imports/contract.ts'
import type { Job } from '../../shared/workspace/contract.ts'
import type { TestMuseum } from '../kit/museum.ts'

export const REGISTRY = '../shared/data/registry/county-registry-465.xlsx'
export const CLEVELAND = '../shared/data/chinese-objects-abroad/translation_kelifulan_museum.csv'
export const TATE = '../shared/data/tate/tate_artworks_flat.csv'
export const isThere = (file: string): boolean => existsSync(file)

const folder = mkdtempSync(join(tmpdir(), 'guancang-imports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

type CellValue = ExcelJS.CellValue | undefined
/** A workbook of the museum's own: sheets of rows, and ranges that are merged. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  merges: Readonly<Record<string, readonly string[]>> = {},
  name = `登记表${++files}.xlsx`
): Promise<string> {
  const book = new ExcelJS.Workbook()
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title)
    for (const row of rows) sheet.addRow(row.map((value) => value ?? null))
    for (const range of merges[title] ?? []) sheet.mergeCells(range)
  }
  const path = join(folder, name)
  await book.xlsx.writeFile(path)
  return path
}

export function textFile(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export const inFolder = (name: string): string => join(folder, name)

const answer = (job: Job): unknown => {
  if (job.status !== 'finished') throw new Error(`${job.kind} ${job.status}: ${job.fault?.code ?? ''}`)
  return job.result
}

/** In one go, as the command line does it. */
export async function bring(museum: TestMuseum, file: string, more: object = {}): Promise<ImportResult> {
  return importResult.parse(
    answer(await museum.finished(await museum.client.imports.bring({ file, ...more })))
  )
}

export async function inspect(museum: TestMuseum, file: string): Promise<Inspection> {
  return inspection.parse(answer(await museum.finished(await museum.client.imports.inspect({ file }))))
}

/** What the user would send on without changing anything. */
export const asSeen = (seen: Inspection): SheetPlan[] =>
  seen.sheets
    .filter(({ chosen }) => chosen)
    .map(({ name, headerRows, headings }) => ({
      name,
      headerRows,
      mapping: Object.fromEntries(headings.map(({ column, target }) => [String(column), target])),
    }))

export async function rehearse(
  museum: TestMuseum,
  file: string,
  sheets?: SheetPlan[]
): Promise<ImportResult> {
  const plans = sheets ?? asSeen(await inspect(museum, file))
  const started = await museum.client.imports.rehearse({ file, sheets: plans })
  return importResult.parse(answer(await museum.finished(started)))
}

export async function commit(museum: TestMuseum, batch: string, name = '第一批'): Promise<ImportResult> {
  return importResult.parse(
    answer(await museum.finished(await museum.client.imports.commit({ batch, name })))
  )
}

export async function undo(museum: TestMuseum, batch: string): Promise<UndoResult> {
  return undoResult.parse(answer(await museum.finished(await museum.client.imports.undo({ batch }))))
}

export const record = async (museum: TestMuseum, number: string) =>
  (await museum.client.catalogue.byNumber({ number })).record

export const objects = async (museum: TestMuseum): Promise<number> =>
  (await museum.client.workspace.stats({})).objects
