import { FIELDS } from '../fields.ts'
import { fail, textOf, warn, type Rule } from './finding.ts'

/** The first two of the six digits of a region, GB/T 2260: 11 Beijing … 14 Shanxi … 41 Henan … 82 Macau. */
const REGIONS = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

/** V02: the 普查编号 has 22 digits and begins with a region (china-standards 1.9). */
export const censusNumber: Rule = (values, _, found) => {
  const text = textOf(values, 'censusNumber')
  if (text === null) return
  if (!/^\d{22}$/.test(text)) fail(found, 'censusNumber', 'V02.digits', { text })
  else if (!REGIONS.test(text)) warn(found, 'censusNumber', 'V02.region', { region: text.slice(0, 6) })
}

const TEXTS = FIELDS.filter((field) => field.kind === 'text' || field.kind === 'longText').map(
  (field) => field.id
)
// full-width digits, dashes that are none, dots other than U+00B7, control signs; 1.4 and V14
const UNTIDY =
  /^\s|\s$|[０-９\u2010-\u2013\u2015\u2212\uFF0D\u2022\u2027\u30FB\uFF65\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD]/u

/** V14: spaces at the ends, full-width digits, many kinds of dash and dot, signs that cannot be printed. */
export const tidy: Rule = (values, _, found) => {
  for (const field of TEXTS) {
    const text = textOf(values, field)
    if (text === null) continue
    const seen = UNTIDY.exec(text)
    if (seen) warn(found, field, 'V14.sign', { sign: seen[0].trim() || '␠' })
  }
  const number = textOf(values, 'number')
  if (number !== null && /\S\s+\S/.test(number)) warn(found, 'number', 'V14.space')
}
