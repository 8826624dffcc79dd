import { isFieldKey } from '../../../shared/catalogue/record.ts'
import type { SheetPlan, Target } from '../../../shared/imports/contract.ts'
import type { MatchedColumn } from '../../../shared/imports/match.ts'

/** Columns (index as text) that were sent elsewhere than they were recognised in that very file, what stands in them counted. */
export type Choices = Readonly<Record<string, Target>>

/** What the user has changed of what was recognised. */
export function choicesOf({ mapping }: SheetPlan, recognised: readonly MatchedColumn[]): Choices {
  const chosen = recognised.flatMap(({ column, target }): [string, Target][] => {
    const now = mapping[String(column)]
    return now === undefined || now === target ? [] : [[String(column), now]]
  })
  return Object.fromEntries(chosen)
}

/** The same of a mapping file: a column that only had to make room for one that was named has not been chosen. */
export function choicesTold(plan: SheetPlan, recognised: readonly MatchedColumn[]): Choices {
  const chosen = Object.entries(choicesOf(plan, recognised))
  const taken = new Set(chosen.map(([, target]) => target).filter(isFieldKey))
  const madeRoom = (column: string, target: Target): boolean => {
    const was = recognised.find((one) => String(one.column) === column)?.target
    return target === 'extra' && was !== undefined && isFieldKey(was) && taken.has(was)
  }
  return Object.fromEntries(chosen.filter(([column, target]) => !madeRoom(column, target)))
}
