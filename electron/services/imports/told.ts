import { isFieldKey } from '../../../shared/catalogue/record.ts'
import { inUse, type OwnField } from '../../../shared/fields/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { target as targetShape, type SheetPlan, type Target } from '../../../shared/imports/contract.ts'
import { headingKey } from '../../../shared/imports/headings.ts'
import { columnLetters } from '../../../shared/imports/table.ts'
import { planOf } from './read-rows.ts'
import { recognisedPlan, type RecognisedSheet } from './recognise.ts'

/**
 * The recognised plans with what a mapping file says put first: heading, column letters or index (0 = A) → a
 * field, `extra` or `skip`. Faults: `import.unknownField`, and `import.mappingFile` for a column that no sheet has.
 */
export function planAsTold(
  sheets: readonly RecognisedSheet[],
  mapping: Readonly<Record<string, string>>,
  own: readonly OwnField[]
): SheetPlan[] {
  const told = Object.entries(mapping).map(([column, field]): [string, Target] => {
    const named = inUse(own).find(({ name }) => headingKey(name) === headingKey(field))
    if (named) return [column, named.id]
    const parsed = targetShape.safeParse(field)
    if (!parsed.success) throw new Fault('import.unknownField', { field })
    return [column, parsed.data]
  })
  for (const [column] of told) {
    if (!sheets.some((sheet) => columnCalled(sheet, column) !== null))
      throw new Fault('import.mappingFile', { column })
  }
  return sheets.map((sheet) => {
    const plan = recognisedPlan(sheet)
    const chosen = new Map<string, Target>()
    for (const [column, target] of told) {
      const found = columnCalled(sheet, column)
      if (found !== null) chosen.set(String(found), target)
    }
    const taken = new Set([...chosen.values()].filter(isFieldKey))
    const rest = Object.entries(plan.mapping).map(([column, target]): [string, Target] => [
      column,
      // what was only recognised makes room for what was said
      isFieldKey(target) && taken.has(target) ? 'extra' : target,
    ])
    return { ...plan, mapping: { ...Object.fromEntries(rest), ...Object.fromEntries(chosen) } }
  })
}

/** By heading, by the key that the program itself gives a repeated heading (备注 (2)), by letters or place. */
function columnCalled(sheet: RecognisedSheet, name: string): number | null {
  const { columns } = sheet
  const called =
    columns.find(({ text }) => text === name) ??
    columns.find(({ text }) => text !== '' && headingKey(text) === headingKey(name)) ??
    planOf({ plan: recognisedPlan(sheet), layout: sheet.layout }).columns.find(
      ({ extraKey }) => extraKey === name
    ) ??
    columns.find(({ column }) => columnLetters(column) === name) ??
    columns.find(({ column }) => String(column) === name)
  return called?.column ?? null
}
