import { EXTRA, fieldBehind, LITERAL } from '../../shared/audit/rules.ts'
import { readThingKey } from '../../shared/media/keys.ts'
import { markPoints } from '../../shared/media/marks.ts'
import { isFieldId } from '../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import { shownValue } from '../catalogue/choices.ts'
import type { Say } from '../kit/words.ts'

/** What a change is of: a field, what was written in its cell, or a column of the museum's own. */
export function changeWords(say: Say, key: string): string {
  if (key.startsWith(EXTRA)) return say('audit.change.extra', { heading: key.slice(EXTRA.length) })
  const read = readThingKey(key)
  if (read) return say.open(`media.change.${read.thing}.${read.part ?? 'whole'}`)
  const field = say.open(`field.${fieldBehind(key)}`)
  return key.startsWith(LITERAL) ? say('audit.change.literal', { field }) : field
}

export function changeValue(key: string, value: FieldValue): string {
  return isFieldId(key) ? shownValue(key, value) : String(value ?? '')
}

/** The same for all that an object's history tells, its pictures' parts among them. */
export function historyValue(say: Say, key: string, value: FieldValue): string {
  const part = readThingKey(key)?.part
  if (part === 'points') return placeOf(value)
  if (part === 'scale_card') return value === null ? '' : say(`media.scale.${value === 1 ? 'yes' : 'no'}`)
  return changeValue(key, value)
}

/** Where a mark begins, in hundredths of the picture's width and height: a person need not read all of its points. */
function placeOf(value: FieldValue): string {
  const points = typeof value === 'string' ? markPoints.safeParse(JSON.parse(value)) : undefined
  const [first] = points?.data ?? []
  return first ? first.map((part) => `${String(Math.round(part * 100))}%`).join(' × ') : ''
}
