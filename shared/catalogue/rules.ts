import type { FieldValues, Finding } from './record.ts'
import { acquisition, madeBefore } from './rules/dates.ts'
import type { JudgeContext, Rule } from './rules/finding.ts'
import { mass } from './rules/mass.ts'
import { material } from './rules/material.ts'
import { name } from './rules/name.ts'
import { censusNumber, tidy } from './rules/number.ts'
import { coded, required } from './rules/required.ts'
import { own } from './rules/own.ts'
import { size } from './rules/size.ts'
import { appraised, book, placed, quantity, state } from './rules/state.ts'

export type { JudgeContext } from './rules/finding.ts'

/** The validators of china-standards 2 that need nothing but the record itself, in the order of the form. */
const RULES: readonly Rule[] = [
  required,
  censusNumber,
  name,
  madeBefore,
  material,
  quantity,
  size,
  mass,
  state,
  appraised,
  acquisition,
  book,
  placed,
  coded,
  tidy,
  own,
]

/**
 * What the rules of the trade find in one record: live hints in the form, the count in the grid, the errors sheet of
 * R2. Old material must get in: a finding never stops a record from being saved, save for a missing number.
 */
export function judge(values: FieldValues, context: JudgeContext): Finding[] {
  const found: Finding[] = []
  for (const rule of RULES) rule(values, context, found)
  return found
}
