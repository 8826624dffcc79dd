import { fitsOwn } from '../../fields/reading.ts'
import { inUse } from '../../fields/record.ts'
import { warn, type Rule } from './finding.ts'

/** What a museum has said of its own fields: which it wants filled in, what numbers lie between, what a list holds. */
export const own: Rule = (values, { literals, own: fields }, found) => {
  for (const field of inUse(fields)) {
    const { id, required, min, max, codes } = field
    const value = values[id] ?? null
    const literal = literals?.[id]
    if (value === null) {
      if (literal) warn(found, id, 'own.unread', { text: literal })
      else if (required) warn(found, id, 'own.required')
    } else if (!fitsOwn(field, value)) warn(found, id, 'own.unread', { text: String(value) })
    else if (typeof value === 'number') {
      if (min !== null && value < min) warn(found, id, 'own.below', { value, least: min })
      if (max !== null && value > max) warn(found, id, 'own.above', { value, most: max })
    } else if (field.kind === 'code' && !codes.some(({ label }) => label === value))
      warn(found, id, 'own.code', { text: value })
  }
}
