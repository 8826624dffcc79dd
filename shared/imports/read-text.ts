import { fieldOf, type FieldId } from '../catalogue/fields.ts'
import { tidyText } from '../kernel/fold.ts'
import { tidyNumber } from '../kernel/number.ts'
import { warning } from '../kernel/warning.ts'
import { readCode, readMaterials, type TableName } from '../vocabulary/tables.ts'
import type { Cell } from './table.ts'
import { literalOf, NONE, one, reading, several, type Reading, type Remark } from './reading.ts'

/** The record keeps short texts up to this length; the whole stays in the literal. */
const MOST_SHORT = 2000

/** A text field (V14): folded for keeping, the literal beside it where that changed something. */
export function readTextCell(field: FieldId, text: string): Reading {
  const tidy = field === 'number' ? tidyNumber(text) : tidyText(text)
  const most = fieldOf(field).kind === 'longText' ? Infinity : MOST_SHORT
  if (tidy.length <= most) return reading(one(field, tidy === '' ? null : tidy), literalOf(text, tidy))
  const remark: Remark = { code: 'import.tooLong', detail: { most, length: tidy.length } }
  return reading(one(field, tidy.slice(0, most)), text, [remark])
}

/** What Excel makes of 1-2 or 3/4: a day. */
const LIKE_A_DAY = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})$/iu

/** A registration number. One that Excel took for a day or a truth is kept as it shows, and remarked: what was typed is lost. */
export function readNumberCell(cell: Cell): Reading {
  const text = cell.text.trim()
  const read = readTextCell('number', text)
  const isDay =
    cell.kind === 'day' || (cell.kind === 'text' && cell.number !== undefined) || LIKE_A_DAY.test(text)
  if (isDay) return { ...read, remarks: [...read.remarks, { code: 'import.numberDay', detail: { text } }] }
  if (cell.kind !== 'boolean') return read
  return { ...read, remarks: [...read.remarks, { code: 'import.numberBoolean', detail: { text } }] }
}

/**
 * A value of a code table by its label, an alias or either folded. What is not known, or only an offer that a person must
 * confirm (调拨 → 拨交?), stays a literal: nothing is invented.
 */
export function readCodeCell(field: FieldId, text: string): Reading {
  const read = readCode(fieldOf(field).table as TableName, text)
  const label = read.asked ? null : read.label
  return reading(one(field, label), literalOf(text, label), read.warnings)
}

/** `铜、铁` → `铜,铁` with 质地类别 and 质地子类别; where a part is not known, none of it is taken. */
export function readMaterialsCell(text: string): Reading {
  const read = readMaterials(text)
  const whole = read.class !== null && !read.asked
  const materials = whole ? read.labels.join(',') : null
  const derived = whole ? several({ materialClass: read.class, materialSubclass: read.subclass }) : NONE
  const unknown = read.warnings.some(({ code }) => code === 'code.unknown')
  // one remark for the cell, not one for each of its words
  const remarks = unknown ? [warning('code.unknown', { text })] : read.warnings
  return reading(one('materials', materials), literalOf(text, materials), remarks, derived)
}

/** 完残程度. What is no degree but says what is broken (口沿残) also goes to 完残状况, where such words belong (1.1, 28). */
export function readCompletenessCell(text: string): Reading {
  const read = readCodeCell('completeness', text)
  if (read.given.length > 0) return read
  return { ...read, derived: one('damage', tidyText(text).slice(0, MOST_SHORT)) }
}
