import type { ImportResult } from './contract.ts'
import type { ColumnPlan } from './plan.ts'

/** What is remarked about a row: a warning, or the reason why it is refused. */
export interface Note {
  readonly code: string
  readonly field: string | null
  readonly detail: Readonly<Record<string, string | number>>
}

type Understanding = ImportResult['sheets'][number]['columns'][number]

const EXAMPLES_OF_A_CODE = 5
const MOST_EXAMPLES = 60

/** How the cells of one column were understood, counted as they go by. */
export interface ColumnTally {
  readonly plan: ColumnPlan
  count(row: number, text: string, codes: readonly string[]): void
  /** Something worth knowing of a cell that needs no look. */
  remark(row: number, text: string, code: string): void
  result(): Understanding
}

/** A cell is `understood` where nothing had to be remarked about it; else it is kept and counted as `asked`. */
export function columnTally(plan: ColumnPlan): ColumnTally {
  let filled = 0
  let asked = 0
  const warnings = new Map<string, number>()
  const examples: Understanding['examples'] = []
  const shown = new Set<string>()
  const remark = (row: number, text: string, code: string): void => {
    warnings.set(code, (warnings.get(code) ?? 0) + 1)
    const key = `${code} ${text}`
    // the first few different texts of each code: five times the same says nothing more
    if (examples.length >= MOST_EXAMPLES || shown.has(key)) return
    if (examples.filter((example) => example.code === code).length >= EXAMPLES_OF_A_CODE) return
    shown.add(key)
    examples.push({ row, text: text.slice(0, 200), code })
  }
  return {
    plan,
    count(row, text, codes) {
      filled += 1
      if (codes.length === 0) return
      asked += 1
      for (const code of new Set(codes)) remark(row, text, code)
    },
    remark,
    result: () => ({
      column: plan.column,
      heading: plan.heading,
      target: plan.target,
      filled,
      understood: filled - asked,
      asked,
      warnings: Object.fromEntries(warnings),
      examples,
    }),
  }
}
