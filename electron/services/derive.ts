import type { Part } from '../../shared/relations/parts.ts'
import { isFieldId } from '../../shared/catalogue/fields.ts'
import { judge } from '../../shared/catalogue/rules.ts'
import type { FieldId } from '../../shared/catalogue/fields.ts'
import { isOwnId, type OwnField } from '../../shared/fields/record.ts'
import {
  ownIn,
  type AllFieldValues,
  type FieldValue,
  type Finding,
  type OwnValues,
} from '../../shared/catalogue/record.ts'
import { eraByCode, readEra } from '../../shared/kernel/era/index.ts'
import { numberKey } from '../../shared/kernel/number.ts'
import { marksOf } from '../../shared/quality/marks.ts'
import { indexed } from '../../shared/kernel/search.ts'
import { initialsOf, nameKey } from './pinyin.ts'

/** What is worked out from a record's values whenever they are written, and never typed. */
export interface Derived {
  readonly eraStart: number | null
  readonly eraEnd: number | null
  readonly eraCertainty: string | null
  readonly numberKey: string
  readonly nameKey: string
  /** How many findings the rules have: shown in the grid. */
  readonly warnings: number
  /** Which rules found something, see shared/quality/marks.ts. */
  readonly findings: string
  /** Search index: tokens of all that is said of the object, and the pinyin initials of its names. */
  readonly words: string
  readonly initials: string
}

const SEARCHED = [
  'name',
  'number',
  'formerName',
  'foreignName',
  'eraText',
  'censusNumber',
  'classNumber',
  'category',
  'materials',
  'place',
  'findPlace',
  'source',
  'sourceDetail',
  'author',
  'entryVoucher',
  'description',
  'inscription',
  'provenance',
  'appraisal',
  'remarks',
] as const

/** A part is found by these, and leads to its whole. */
const SEARCHED_OF_PART = ['number', 'name', 'materials', 'place', 'remarks'] as const

/** Texts beside the fields are searched too, whatever they are called. */
const IS_SEARCHED: ReadonlySet<string> = new Set([...SEARCHED, 'era'])
export const isSearched = (key: string): boolean => IS_SEARCHED.has(key) || !isFieldId(key)

const text = (value: string | number | null): string | null => (value === null ? null : String(value))

/** A record's years and what the rules find in it. */
export interface Judged {
  readonly era: {
    readonly start: number | null
    readonly end: number | null
    readonly certainty: string | null
  }
  readonly findings: readonly Finding[]
  readonly marks: string
}

/** As much of it as is written with the record. */
export interface Known extends Pick<Judged, 'era' | 'marks'> {
  readonly findings: { readonly length: number }
}

/** What a record is judged by besides itself. */
export interface Judging {
  /** The museum's day, for rules about the future. */
  readonly today: string
  /** Fields that the museum has added. */
  readonly own: readonly OwnField[]
}

/** `parts` is how many parts are listed. */
export function judged(
  values: AllFieldValues,
  { today, own }: Judging,
  literals: Readonly<Record<string, string>> = {},
  parts = 0
): Judged {
  const era = eraOf(values)
  const findings = judge(values, { today, own, eraStart: era.start, eraEnd: era.end, literals, parts })
  return { era, findings, marks: marksOf(findings) }
}

/** `extras` and `literals` are searched too. */
export function derive(
  values: AllFieldValues,
  judging: Judging,
  extras: Readonly<Record<string, string>> = {},
  literals: Readonly<Record<string, string>> = {},
  parts: readonly Part[] = []
): Derived {
  const known = judged(values, judging, literals, parts.length)
  return derivedOf((field) => values[field], known, { own: ownIn(values), extras, literals, parts })
}

/** What is said of a record beside the fields of the national table. */
export interface Beside {
  readonly own: OwnValues
  readonly extras: Readonly<Record<string, string>>
  readonly literals: Readonly<Record<string, string>>
  readonly parts?: readonly Part[]
}

/** The same of a record that has been judged; an import has its values in lists. */
export function derivedOf(
  valueOf: (field: FieldId) => FieldValue,
  { era, findings, marks }: Known,
  beside: Beside
): Derived {
  const name = text(valueOf('name'))
  return {
    eraStart: era.start,
    eraEnd: era.end,
    eraCertainty: era.certainty,
    numberKey: numberKey(text(valueOf('number')) ?? ''),
    nameKey: nameKey(name ?? ''),
    warnings: findings.length,
    findings: marks,
    ...wordsOf(valueOf, beside),
  }
}

const labelHere = (code: string): string | undefined => eraByCode(code)?.label

/** What the search index holds of a record. `labelOf` names a period where the museum is not the open one. */
export function wordsOf(
  valueOf: (field: FieldId) => FieldValue,
  { own, extras, literals, parts = [] }: Beside,
  labelOf: (code: string) => string | undefined = labelHere
): Pick<Derived, 'words' | 'initials'> {
  const code = valueOf('era')
  const said: (string | null)[] = []
  for (const field of SEARCHED) said.push(text(valueOf(field)))
  said.push(typeof code === 'string' ? (labelOf(code) ?? null) : null)
  for (const key in own) if (isOwnId(key)) said.push(text(own[key] ?? null))
  for (const key in extras) said.push(extras[key] ?? null)
  for (const key in literals) said.push(literals[key] ?? null)
  for (const one of parts) for (const field of SEARCHED_OF_PART) said.push(one[field])
  const names = [text(valueOf('name')), text(valueOf('formerName')), ...parts.map((one) => one.name)]
  return { words: indexed(said), initials: initialsOf(names) }
}

/** The interval of 具体年代 where it says one, else that of the 年代 code. */
function eraOf(values: AllFieldValues): {
  start: number | null
  end: number | null
  certainty: string | null
} {
  if (typeof values.eraText === 'string') {
    const read = readEra(values.eraText)
    if (read.start !== null || read.end !== null) return read
  }
  const coded = typeof values.era === 'string' ? eraByCode(values.era) : undefined
  if (!coded) return { start: null, end: null, certainty: null }
  return { start: coded.start ?? null, end: coded.end ?? null, certainty: 'interval' }
}
