import { Fault } from '../../../shared/contract/faults.ts'
import type { ImportLine, ImportResult } from '../../../shared/imports/contract.ts'
import { planOf, type Understanding } from './read-rows.ts'
import type { PlannedSheet } from './stored-plan.ts'

/** Listed one by one up to here; beyond, only counted (a job's answer is kept in the museum as text). */
const MOST_LISTED = 10_000

/** What comes of reading a file, as it goes by. */
export interface Outcome {
  readonly counts: { rows: number; created: number; changed: number; unchanged: number; refused: number }
  /** How the columns of each sheet were understood; known at the end. */
  columns: Understanding[][]
  addLine(line: Pick<ImportLine, 'sheet' | 'row' | 'verdict' | 'notes'>): void
  leaveOut(rows: Readonly<ImportResult['leftOut']>): void
  result(head: Pick<ImportResult, 'batch' | 'dryRun' | 'file' | 'ms'>): ImportResult
}

/** `file.sheetEmpty` where a file has a header and no row below it. */
export function refuseEmpty(outcome: Outcome, sheets: readonly PlannedSheet[], file: string): void {
  if (outcome.counts.rows === 0)
    throw new Fault('file.sheetEmpty', { sheet: sheets[0]?.plan.name ?? '', file })
}

export function startOutcome(sheets: readonly PlannedSheet[]): Outcome {
  const counts = { rows: 0, created: 0, changed: 0, unchanged: 0, refused: 0 }
  const warnings = new Map<string, number>()
  const refusals: ImportResult['refusals'] = []
  const leftOut: ImportResult['leftOut'] = []
  return {
    counts,
    columns: [],
    addLine({ sheet, row, verdict, notes }) {
      counts.rows += 1
      if (verdict === 'new') counts.created += 1
      else if (verdict === 'change') counts.changed += 1
      else if (verdict === 'same') counts.unchanged += 1
      else counts.refused += 1
      if (verdict === 'refused') {
        const code = notes[0]?.code ?? ''
        if (refusals.length < MOST_LISTED) refusals.push({ sheet, row, code })
      } else for (const { code } of notes) warnings.set(code, (warnings.get(code) ?? 0) + 1)
    },
    leaveOut(rows) {
      for (const row of rows) if (leftOut.length < MOST_LISTED) leftOut.push(row)
    },
    result(head) {
      return {
        ...head,
        ...counts,
        imported: counts.created + counts.changed,
        sheets: sheets.map((sheet, at) => ({
          name: sheet.plan.name,
          headerRow: sheet.plan.headerRows.at(-1) ?? null,
          mapping: Object.fromEntries(
            planOf(sheet).columns.map(({ extraKey, target }) => [extraKey, target])
          ),
          columns: this.columns[at] ?? [],
        })),
        refusals,
        warnings: Object.fromEntries(warnings),
        leftOut,
      }
    },
  }
}
