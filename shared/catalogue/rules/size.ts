import { readSize } from '../../kernel/size.ts'
import type { FieldId } from '../fields.ts'
import type { Finding } from '../record.ts'
import { fail, numberOf, textOf, warn, type Rule } from './finding.ts'

/** cm, china-standards 2.2 D1. */
const LARGEST = 5000
/** What the measures may be called in free text: 通长(底径), 通宽(口径), 通高. */
const MEASURES: readonly (readonly [FieldId, ReadonlySet<string>])[] = [
  ['length', new Set(['长', '通长', '底径'])],
  ['width', new Set(['宽', '通宽', '口径'])],
  ['height', new Set(['高', '通高'])],
]
/** Half of the last decimal that D2 allows, and a little for the arithmetic. */
const SAME = 0.0051

/** D1–D6 of china-standards 2.2: sizes in centimetres, in figures or in words. */
export const size: Rule = (values, { literals }, found) => {
  let measured = false
  for (const [field] of MEASURES) {
    const value = numberOf(values, field)
    if (value === null) continue
    measured = true
    if (value <= 0) fail(found, field, 'D1.zero')
    else if (value > LARGEST) fail(found, field, 'D1.large', { value, most: LARGEST })
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) warn(found, field, 'D2', { value })
  }
  const text = textOf(values, 'sizeText')
  if (text !== null) inWords(text, values, found)
  else if (!measured) {
    const literal = literals?.['sizeText']
    if (literal) warn(found, 'sizeText', 'unread', { text: literal })
    else warn(found, 'sizeText', 'D3')
  }
}

function inWords(text: string, values: Parameters<Rule>[0], found: Finding[]): void {
  const { parts } = readSize(text)
  if (parts.some((part) => part.unit === null)) warn(found, 'sizeText', 'D5', { text })
  for (const [field, labels] of MEASURES) {
    const value = numberOf(values, field)
    if (value === null) continue
    const said = parts.filter((part) => part.cm !== null && labels.has(part.label ?? ''))
    const [first] = said
    if (!first || said.some((part) => Math.abs((part.cm ?? 0) - value) < SAME)) continue
    warn(found, field, 'D4', { label: first.label ?? '', parsed: first.cm ?? 0, value })
  }
  // D6: of a painting the painted area is told, height first
  if (textOf(values, 'category') === '书法、绘画' && !(text.includes('纵') && text.includes('横'))) {
    warn(found, 'sizeText', 'D6')
  }
}
