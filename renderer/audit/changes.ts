import { EXTRA, fieldBehind, LITERAL } from '../../shared/audit/rules.ts'
import { readPictureKey } from '../../shared/media/rules.ts'
import { isFieldId } from '../../shared/catalogue/fields.ts'
import { PARTY, readLinkKey, readPartyKey } from '../../shared/people/rules.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import { shownValue } from '../catalogue/choices.ts'
import type { Say } from '../kit/words.ts'

/** What a change is of: a field, what was written in its cell, or a column of the museum's own. */
export function changeWords(say: Say, key: string): string {
  if (key.startsWith(EXTRA)) return say('audit.change.extra', { heading: key.slice(EXTRA.length) })
  const ofPicture = readPictureKey(key)
  if (ofPicture) return say(`media.change.${ofPicture.part ?? 'whole'}`)
  if (readLinkKey(key) !== null) return say('people.change.link')
  if (key.startsWith(PARTY)) return say.open(`people.field.${key.slice(PARTY.length)}`)
  const field = say.open(`field.${fieldBehind(key)}`)
  return key.startsWith(LITERAL) ? say('audit.change.literal', { field }) : field
}

export function changeValue(key: string, value: FieldValue): string {
  return isFieldId(key) ? shownValue(key, value) : String(value ?? '')
}

/** The same where people may be among the changes: a role and a kind are kept by their codes. */
export function toldValue(say: Say, key: string, value: FieldValue): string {
  if (typeof value !== 'string') return changeValue(key, value)
  if (readPartyKey(key) === 'kind') return say.open(`people.kind.${value}`, {}, value)
  if (readLinkKey(key) === null) return changeValue(key, value)
  const [role = '', ...name] = value.split(' ')
  return `${say.open(`people.role.${role}`, {}, role)} ${name.join(' ')}`
}
