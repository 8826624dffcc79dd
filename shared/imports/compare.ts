import { EXTRA, LITERAL } from '../audit/rules.ts'
import { FIELD_IDS, type FieldId } from '../catalogue/fields.ts'
import { formerNameAfter } from '../catalogue/formerName.ts'
import {
  valueIn,
  type FieldKey,
  type FieldValue,
  type FieldValues,
  type Gathered,
  type ObjectRecord,
} from '../catalogue/record.ts'
import { isOwnId } from '../fields/record.ts'
import { tidyText } from '../kernel/fold.ts'
import { eraByCode } from '../kernel/era/index.ts'
import { cellBehind, cellsBehind, type Worded } from './cells-behind.ts'
import type { ImportLine } from './contract.ts'
import type { RowPlan } from './plan.ts'
import type { Reading, SaidValue } from './reading.ts'
import type { Note } from './tally.ts'
import type { UnderstoodRow } from './understand.ts'

type Change = ImportLine['changes'][number]

/** What a row would make of a record that is there already. `changes` is empty where it says nothing new. */
export interface Comparison {
  readonly values: FieldValues
  readonly literals: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly changes: readonly Change[]
  /** What is to be said of cells that were left aside. */
  readonly notes: readonly Note[]
}

type Compared = Pick<ObjectRecord, 'values' | 'literals' | 'extras'>

/**
 * Compares cell by cell. All that a cell gives follows it: its own field, its text, and what is worked out from it, which
 * is emptied again where the cell no longer says it. An empty cell erases nothing, and a cell that says nothing that is
 * understood leaves the value and renews the text beside it. A value worked out that no cell of the record accounts for
 * has been typed by hand: it stays.
 */
export function compare(row: UnderstoodRow, record: Compared, plan: Pick<RowPlan, 'fields'>): Comparison {
  const rewriting = startRewriting(row, record)
  const { values, put } = rewriting
  const now: Worded = { values: row.given, literals: row.literals }
  const aside = isUnitOnlyOfHeading(row, record)
  const said = FIELD_IDS.filter(
    (field) =>
      (row.given[field] !== null || row.literals[field] !== undefined) && !(aside && field === 'sizeText')
  )
  const changed = new Map<FieldId, { readonly before: Reading | null; readonly after: Reading | null }>()
  for (const field of said) {
    if (!mayDiffer(field, row, record)) continue
    const [before, after] = [cellBehind(field, record, plan), cellBehind(field, now, plan)]
    if (saysSame(before, after)) continue
    changed.set(field, { before, after })
  }
  for (const field of said) {
    const after = row.given[field]
    if (after !== null && record.values[field] !== after) put(field, after)
  }
  if (changed.size > 0) {
    const cells = cellsBehind(record, plan)
    for (const { field, value, from } of row.derived) {
      const there = record.values[field]
      if (there === value || !changed.has(from)) continue
      if (there === null || cells(field).includes(there)) put(field, value)
    }
    const worked = new Set(row.derived.map(({ field }) => field))
    for (const [cell, { before, after }] of changed) {
      if (allOf(after).length === 0) continue
      for (const { field, value } of allOf(before)) {
        const gone = row.given[field] === null && !worked.has(field) && !(field in values)
        if (gone && !isOpen(cell, field, row, record, plan) && record.values[field] === value)
          put(field, null)
      }
    }
  }
  for (const field of said) {
    const cell = changed.get(field)
    const saysOther =
      cell !== undefined &&
      (!says(cell.before, field) || allOf(cell.before).some((one) => one.field in values))
    rewriting.renewText(field, saysOther)
  }
  rewriting.putOwn()
  rewriting.addExtras()
  rewriting.keepFormerName()
  return {
    ...rewriting.end(),
    notes: aside ? [{ code: 'import.sizeUnitAside', field: 'sizeText', detail: {} }] : [],
  }
}

const allOf = (cell: Reading | null): readonly SaidValue[] => (cell ? [...cell.given, ...cell.derived] : [])

const says = (cell: Reading | null, field: FieldId): boolean => allOf(cell).some((one) => one.field === field)

/** Of some fields a cell says nothing, whatever an earlier one in another column has said of them. */
function isOpen(
  cell: FieldId,
  field: FieldId,
  row: UnderstoodRow,
  record: Compared,
  plan: Pick<RowPlan, 'fields'>
): boolean {
  // 单件 without a unit: the unit has mostly come from a column of its own
  if (cell === 'quantityKind') return field === 'quantityUnit'
  // 清(1616~1911), the label as it is exported, where 清乾隆 is recorded: R1 prints no more of it, and denies nothing
  if (cell === 'era' && field === 'eraText') {
    const label = row.given.era === null ? '' : (eraByCode(String(row.given.era))?.label ?? '')
    // 宋 and 汉 alone are what a museum itself would write
    return (
      row.given.era === record.values.era && row.literals['era'] === undefined && /^公元|\)$/u.test(label)
    )
  }
  // the same pieces in a column of 实际数量: that they are one 件 was said by a column of 数量
  const pieces = cell === 'actualQuantity' && plan.fields.get(cell)?.[0]?.loose === false
  return pieces && row.literals[cell] === undefined && row.given[cell] === record.values[cell]
}

function saysSame(before: Reading | null, after: Reading | null): boolean {
  const [old, fresh] = [allOf(before), allOf(after)]
  return (
    old.length === fresh.length &&
    old.every(({ field, value }, at) => fresh[at]?.field === field && fresh[at].value === value)
  )
}

/** Texts that V14 makes the same are the same. */
const isSameText = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && tidyText(one) === tidyText(other))

/** A look, so that rows that say the same again cost nothing: may the cell of this field say other than the record? */
function mayDiffer(field: FieldId, row: UnderstoodRow, record: Compared): boolean {
  if (!isSameText(row.literals[field], record.literals[field])) return true
  if (field === 'mass' && row.given.massUnit !== record.values.massUnit) return true
  return row.given[field] !== record.values[field]
}

/**
 * 尺寸 whose text is the record's, with a unit only by its heading: R1 prints what has no unit under 尺寸(cm) too, and D5
 * wants no unit assumed.
 */
function isUnitOnlyOfHeading(row: UnderstoodRow, record: Compared): boolean {
  const text = row.literals['sizeText']
  const there = record.values.sizeText
  return text !== undefined && there !== null && row.given.sizeText !== there && tidyText(text) === there
}

/** The record as it becomes, and the list of what becomes other. */
function startRewriting(row: UnderstoodRow, record: Compared) {
  const values: Gathered = {}
  const changes: Change[] = []
  const literals = new Map(Object.entries(record.literals))
  const extras = new Map(Object.entries(record.extras))
  const setText = (field: FieldKey, text: string | null): void => {
    const before = literals.get(field) ?? null
    if (before === text) return
    changes.push({ field: LITERAL + field, literal: text, before, after: text })
    if (text === null) literals.delete(field)
    else literals.set(field, text)
  }
  return {
    values,
    put: (field: FieldId, after: FieldValue): void => {
      const literal = row.literals[field] ?? null
      const old = literals.get(field)
      changes.push({ field, literal, before: record.values[field], after })
      values[field] = after
      // a first text stands beside the value in its own line; one that is replaced or goes is told
      if (old === undefined && literal !== null) literals.set(field, literal)
      else if (!isSameText(old, literal ?? undefined)) setText(field, literal)
    },
    /** Words that mean what the record says stay as they were where the cell shows just that. */
    renewText(field: FieldId, isOther: boolean): void {
      const text = row.literals[field]
      if (isSameText(text, literals.get(field))) return
      if (text !== undefined || isOther) setText(field, text ?? null)
    },
    /** A cell of a field that the museum has added says just that: its value or its text, and nothing of others. */
    putOwn(): void {
      for (const id of new Set([...Object.keys(row.own), ...Object.keys(row.literals)])) {
        if (!isOwnId(id)) continue
        const before = valueIn(record.values, id)
        const after = row.own[id] ?? null
        const text = row.literals[id] ?? null
        if (after !== null && before !== after) {
          changes.push({ field: id, literal: text, before, after })
          values[id] = after
          if (literals.get(id) === undefined && text !== null) literals.set(id, text)
          else setText(id, text)
        } else if (!isSameText(text ?? undefined, literals.get(id)) && (text !== null || before === null))
          setText(id, text)
      }
    },
    addExtras(): void {
      for (const [heading, text] of Object.entries(row.extras)) {
        const before = extras.get(heading) ?? null
        if (before === text) continue
        changes.push({ field: EXTRA + heading, literal: text, before, after: text })
        extras.set(heading, text)
      }
    },
    /** The name that it had stays with it (N8), unless the file says what 原名 is. */
    keepFormerName(): void {
      if (values.name === undefined || values.formerName !== undefined) return
      const after = formerNameAfter(record.values, values.name)
      if (after === null) return
      changes.push({ field: 'formerName', literal: null, before: record.values.formerName, after })
      values.formerName = after
    },
    end: () => ({
      values,
      changes,
      literals: Object.fromEntries(literals),
      extras: Object.fromEntries(extras),
    }),
  }
}
