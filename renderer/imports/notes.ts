import { isFieldId } from '../../shared/catalogue/fields.ts'
import { EXTRA, LITERAL } from '../../shared/imports/compare.ts'
import type { ImportLine } from '../../shared/imports/contract.ts'
import { shownValue } from '../catalogue/choices.ts'
import type { Say } from '../kit/words.ts'

/** The words of a note: a parser's remark, a rule's finding, or the import's own reason. */
export function noteWords(
  say: Say,
  code: string,
  detail: Readonly<Record<string, string | number>> = {}
): string {
  return say.open(
    `note.${code}`,
    detail,
    say.open(`warning.${code}`, detail, say.open(`rule.${code}`, detail, code))
  )
}

/** What a note is about, without the particulars of one cell: for counts over many rows. */
export function aboutWords(say: Say, code: string): string {
  return say.open(`about.${code}`, {}, noteWords(say, code))
}

/** What a change is of: a field, what was written in its cell, or a column of the museum's own. */
export function changeWords(say: Say, field: string): string {
  if (field.startsWith(EXTRA)) return say('imports.change.extra', { heading: field.slice(EXTRA.length) })
  if (!field.startsWith(LITERAL)) return say.open(`field.${field}`)
  return say('imports.change.literal', { field: say.open(`field.${field.slice(LITERAL.length)}`) })
}

export function changeValue(field: string, value: ImportLine['changes'][number]['after']): string {
  return isFieldId(field) ? shownValue(field, value) : String(value ?? '')
}
