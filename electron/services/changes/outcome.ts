import type { Changes } from '../../../shared/audit/rules.ts'
import { isFieldId, type FieldId } from '../../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import type { ImportLine } from '../../../shared/imports/contract.ts'
import type { JudgedChange } from '../../store/changes.ts'
import { isSearched, type Judged } from '../derive.ts'

/** What a rehearsal keeps of a record beside its cells. */
type Outcome = Pick<JudgedChange, 'warnings' | 'findings'>

/**
 * What the rules find in a record once its cells are changed, as JSON for its line: good for as long as the record has
 * the revision that was shown and nothing was accepted of it. Null where the search index changes too, for that is made
 * of the whole record.
 */
export function outcomeOf(changes: Changes, { findings, marks }: Judged): string | null {
  if (Object.keys(changes).some(isSearched)) return null
  const outcome: Outcome = { warnings: findings.length, findings: marks }
  return JSON.stringify(outcome)
}

/** A rehearsed line as it is written; null where the rehearsal could not work it out. */
export function judgedChange(line: ImportLine, outcome: string | null): JudgedChange | null {
  if (outcome === null || line.objectId === null) return null
  const values: { [F in FieldId]?: FieldValue } = {}
  const changes: Record<string, Changes[string]> = {}
  for (const { field, before, after } of line.changes) {
    if (!isFieldId(field)) continue
    values[field] = after
    changes[field] = [before, after]
  }
  return { id: line.objectId, revision: line.row, values, changes, ...(JSON.parse(outcome) as Outcome) }
}
