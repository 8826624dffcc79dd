import en from '../../../resources/words/en/import-notes.json' with { type: 'json' }
import zh from '../../../resources/words/zh-CN/import-notes.json' with { type: 'json' }
import type { ImportLine } from '../../../shared/imports/contract.ts'
import type { Cell, Row } from '../../../shared/imports/table.ts'
import { openTable } from '../../files/open-table.ts'
import { day, writeWorkbook, type CellValue } from '../../files/workbook.ts'
import { linesAfter } from '../../store/imports.ts'
import type { OpenMuseum } from '../context.ts'
import { readLine } from './lines.ts'
import type { Original } from './originals.ts'
import { nameIn } from './read-rows.ts'
import type { PlannedSheet } from './stored-plan.ts'

const WORDS = { 'zh-CN': zh, en } as const
type Language = keyof typeof WORDS
const PAGE = 500

/**
 * Writes the refused rows of a batch as they stand in the original, sheet by sheet, with where they stood and why they
 * were refused: mended, the file can be imported again.
 */
export async function writeRefusals(
  museum: OpenMuseum,
  batchId: string,
  original: Original,
  sheets: readonly PlannedSheet[],
  path: string,
  language: Language
): Promise<number> {
  const refused = await refusedLines(museum, batchId)
  const table = await openTable(original.path)
  let written = 0
  try {
    await writeWorkbook(path, async (book) => {
      for (const [at, { plan, layout }] of sheets.entries()) {
        const lines = refused.get(plan.name)
        // a workbook has a sheet at least: without any refused row, the first with its header alone
        if (!lines && (refused.size > 0 || at > 0)) continue
        const sheet = book.sheet(plan.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || '1')
        const width = Math.max(0, ...layout.headings.map(({ column }) => column + 1))
        const { refusals } = WORDS[language]
        const headings = new Map(layout.headings.map(({ column, text }) => [column, text]))
        const head = Array.from({ length: width }, (_, column) => headings.get(column) ?? null)
        await sheet.row([...head, refusals.sheet, refusals.row, refusals.reason])
        for await (const row of table.rows(nameIn(table, plan.name))) {
          const line = lines?.get(row.row)
          if (!line) continue
          await sheet.row([...valuesOf(row, width), plan.name, row.row, reasonOf(line, language)])
          written += 1
        }
      }
    })
  } finally {
    await table.close()
  }
  return written
}

async function refusedLines(
  museum: OpenMuseum,
  batchId: string
): Promise<Map<string, Map<number, ImportLine>>> {
  const bySheet = new Map<string, Map<number, ImportLine>>()
  let after = 0
  for (;;) {
    const page = await linesAfter(museum.db, museum.id, batchId, { verdict: 'refused' }, after, PAGE)
    for (const line of page.map(readLine)) {
      const rows = bySheet.get(line.sheet) ?? new Map<number, ImportLine>()
      bySheet.set(line.sheet, rows.set(line.row, line))
      after = line.position
    }
    if (page.length < PAGE) return bySheet
  }
}

function valuesOf({ cells }: Row, width: number): CellValue[] {
  return Array.from({ length: width }, (_, column) => valueOf(cells[column]))
}

/** As typed: a number that shows nothing but itself stays one, `0008` stays a text. */
function valueOf(cell: Cell | undefined): CellValue {
  if (!cell || cell.kind === 'empty') return null
  if (cell.day !== undefined) return day(cell.day)
  return cell.kind === 'number' && String(cell.number) === cell.text ? (cell.number ?? null) : cell.text
}

function reasonOf({ notes }: ImportLine, language: Language): string {
  const words: Readonly<Record<string, string>> = WORDS[language].note
  return notes
    .map(({ code, detail }) =>
      (words[code] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(detail[name] ?? ''))
    )
    .join('；')
}
