import { eraByCode } from '../../kernel/era/index.ts'
import { underTables } from '../../vocabulary/held.ts'
import { leaves, table, type TableName, type VocabularyValue } from '../../vocabulary/tables.ts'
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

const CODED: readonly Field[] = FIELDS.filter((field) => field.table !== undefined)
interface Known {
  readonly all: ReadonlySet<string>
  readonly withdrawn: ReadonlySet<string>
}
const known = underTables(() => new Map(CODED.map((field) => [field.id, valuesOf(field)])))

function valuesOf(field: Field): Known {
  const values = field.kind === 'materials' ? leaves('material') : table(field.table as TableName).values
  // an era is kept by its code, for labels of the tree repeat in its aliases; all others by their label
  const kept = (value: VocabularyValue): string => (field.kind === 'era' ? value.code : value.label)
  return {
    all: new Set(values.map(kept)),
    withdrawn: new Set(values.flatMap((value) => (value.status === '废止' ? [kept(value)] : []))),
  }
}

/** Values that their code table does not hold, and those that it holds no longer. */
export const coded: Rule = (values, _, found) => {
  for (const [id, { all, withdrawn }] of known()) {
    const text = textOf(values, id)
    if (text === null) continue
    // V04 speaks of unknown materials
    if (id === 'materials') {
      if (withdrawn.size === 0) continue
      for (const leaf of text.split(','))
        if (withdrawn.has(leaf)) warn(found, id, 'withdrawn', { text: leaf })
    } else if (!all.has(text)) warn(found, id, 'code', { text })
    else if (withdrawn.has(text)) warn(found, id, 'withdrawn', { text: shownAs(id, text) })
  }
}

const shownAs = (id: FieldId, text: string): string =>
  id === 'era' ? (eraByCode(text)?.label ?? text) : text
