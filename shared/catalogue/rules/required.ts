import { table, type TableName } from '../../vocabulary/tables.ts'
import { FIELDS, type Field, type FieldId } from '../fields.ts'
import { fail, textOf, warn, type Rule } from './finding.ts'

/** Required fields that have a rule of their own: N1, D9. */
const ELSEWHERE: ReadonlySet<FieldId> = new Set<FieldId>(['name', 'massBand'])
const REQUIRED = FIELDS.filter((field) => field.required && !ELSEWHERE.has(field.id))

/**
 * Fields that the national table demands (china-standards 1.1). Where the museum's own file said something that could
 * not be understood, that is told instead.
 */
export const required: Rule = (values, { literals, eraStart, eraEnd }, found) => {
  for (const { id } of REQUIRED) {
    const value = values[id]
    if (value !== null && value !== undefined && value !== '') continue
    const literal = literals?.[id]
    if (id === 'number') fail(found, id, 'required')
    else if (id === 'era' && (typeof eraStart === 'number' || typeof eraEnd === 'number')) {
      // 五代, 宋-元: the years are known, the national table has no value for them
      warn(found, id, 'noNode', { text: textOf(values, 'eraText') ?? literal ?? '' })
    } else if (literal) warn(found, id, 'unread', { text: literal })
    else warn(found, id, 'required')
  }
  // 完残状况 is demanded of whatever is not 完整 (#28); V07 speaks for the gravely damaged
  if (textOf(values, 'completeness') === '基本完整' && textOf(values, 'damage') === null)
    warn(found, 'damage', 'required')
}

const CODED: readonly Field[] = FIELDS.filter((field) => field.kind === 'code' || field.kind === 'era')
const known = new Map<FieldId, ReadonlySet<string>>()

function valuesOf(field: Field): ReadonlySet<string> {
  const seen = known.get(field.id)
  if (seen) return seen
  const { values } = table(field.table as TableName)
  // an era is kept by its code, for labels of the tree repeat in its aliases; all others by their label
  const made = new Set(values.map((value) => (field.kind === 'era' ? value.code : value.label)))
  known.set(field.id, made)
  return made
}

/** Values that their code table does not hold. */
export const coded: Rule = (values, _, found) => {
  for (const field of CODED) {
    const text = textOf(values, field.id)
    if (text !== null && !valuesOf(field).has(text)) warn(found, field.id, 'code', { text })
  }
}
