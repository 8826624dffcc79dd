import type { Field, TableId } from '../../shared/catalogue/fields.ts'
import { fieldOf } from '../../shared/catalogue/fields.ts'
import type { FieldKey, FieldValue } from '../../shared/catalogue/record.ts'
import { isOwnId, type OwnField } from '../../shared/fields/record.ts'
import { leaves, table, type VocabularyValue } from '../../shared/vocabulary/tables.ts'

/** Code fields store the label as exported; the era alone stores the code of its node, whose labels repeat. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Place in the list, from 1: what a digit key picks. */
  readonly ordinal: number
}

const made = new Map<TableId, readonly Choice[]>()

/** What may be chosen for a code field, without what is no longer in force. */
export function choicesOf(id: TableId): readonly Choice[] {
  const known = made.get(id)
  if (known) return known
  const values = id === 'material' ? leaves(id) : table(id).values.filter(({ status }) => status !== '废止')
  const choices = values.map(({ label }, at) => ({ value: label, label, ordinal: at + 1 }))
  made.set(id, choices)
  return choices
}

/** The same of any field with a list: of the national table's, or of the museum's own. */
export function choicesFor(field: Field | OwnField): readonly Choice[] {
  if ('codes' in field) {
    const labels = field.codes.filter(({ retired }) => !retired).map(({ label }) => label)
    return labels.map((label, at) => ({ value: label, label, ordinal: at + 1 }))
  }
  return field.table === undefined ? [] : choicesOf(field.table)
}

/** A node of the 年代 tree in its place: how deep it stands and what stands above it. */
export interface EraChoice {
  readonly value: string
  readonly label: string
  readonly depth: number
  readonly above: string
}

let eras: readonly EraChoice[] | null = null

/** The 年代 tree of the national table, each node before those below it. */
export function eraChoices(): readonly EraChoice[] {
  if (eras) return eras
  const below = new Map<string | undefined, VocabularyValue[]>()
  for (const value of table('era').values)
    below.set(value.parent, [...(below.get(value.parent) ?? []), value])
  const walk = (parent: string | undefined, depth: number, above: string): EraChoice[] =>
    (below.get(parent) ?? []).flatMap(({ code, label }) => [
      { value: code, label, depth, above },
      ...walk(code, depth + 1, above === '' ? label : `${above} › ${label}`),
    ])
  eras = walk(undefined, 0, '')
  return eras
}

const eraLabels = new Map<string, string>()

export function eraLabel(code: string): string {
  if (eraLabels.size === 0) for (const value of table('era').values) eraLabels.set(value.code, value.label)
  return eraLabels.get(code) ?? code
}

export const MATERIAL_COMMA = ','

/** A value as people read it: an era by its label, materials with the Chinese comma; empty for "not recorded". */
export function shownValue(field: Field | OwnField | FieldKey, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  const id = typeof field === 'string' ? field : field.id
  if (isOwnId(id)) return String(value)
  const { kind } = fieldOf(id)
  if (kind === 'era') return eraLabel(String(value))
  if (kind === 'materials') return String(value).replaceAll(MATERIAL_COMMA, '、')
  return String(value)
}
