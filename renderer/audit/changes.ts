import { EXTRA, fieldBehind, LITERAL } from '../../shared/audit/rules.ts'
import { readPictureKey } from '../../shared/media/rules.ts'
import { isFieldKey, type FieldValue } from '../../shared/catalogue/record.ts'
import { shownValue } from '../catalogue/choices.ts'
import type { Say } from '../kit/words.ts'

/** What a change is of: a field, what was written in its cell, or a column of the museum's own. */
export function changeWords(say: Say, key: string): string {
  if (key.startsWith(EXTRA)) return say('audit.change.extra', { heading: key.slice(EXTRA.length) })
  const ofPicture = readPictureKey(key)
  if (ofPicture) return say(`media.change.${ofPicture.part ?? 'whole'}`)
  const field = say.open(`field.${fieldBehind(key)}`)
  return key.startsWith(LITERAL) ? say('audit.change.literal', { field }) : field
}

export function changeValue(key: string, value: FieldValue): string {
  return isFieldKey(key) ? shownValue(key, value) : String(value ?? '')
}
