import type { FieldId } from '../fields.ts'
import type { FieldValues, Finding } from '../record.ts'

/** What a rule may look at besides the record's own values. */
export interface JudgeContext {
  /** The museum's day, `2026-03-01`. */
  readonly today: string
  /** Parsed interval of the era in signed years, BCE negative; null is open or unknown. */
  readonly eraStart?: number | null
  readonly eraEnd?: number | null
  /** What stood in the museum's own file, by field. */
  readonly literals?: Readonly<Record<string, string>>
  /** How many parts are listed. */
  readonly parts?: number
}

/** Looks at one record and adds what it finds. Rules never stop a record from being saved. */
export type Rule = (values: FieldValues, context: JudgeContext, found: Finding[]) => void

type Detail = Finding['detail']
const NO_DETAIL: Detail = {}

/** `code` is the rule's id or the id with a case behind it (`N5.quotes`): the key of its words. */
export function warn(found: Finding[], field: FieldId, code: string, detail: Detail = NO_DETAIL): void {
  found.push({ rule: ruleOf(code), field, level: 'warning', code, detail })
}

/** Graver than a warning: what the authority's own check would turn down. */
export function fail(found: Finding[], field: FieldId, code: string, detail: Detail = NO_DETAIL): void {
  found.push({ rule: ruleOf(code), field, level: 'error', code, detail })
}

function ruleOf(code: string): string {
  const dot = code.indexOf('.')
  return dot < 0 ? code : code.slice(0, dot)
}

/** The text of a field; null where nothing is recorded. */
export function textOf(values: FieldValues, field: FieldId): string | null {
  const value = values[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The number of a field; null where nothing is recorded. */
export function numberOf(values: FieldValues, field: FieldId): number | null {
  const value = values[field]
  return typeof value === 'number' ? value : null
}
