import { EXTRA, fieldBehind, LITERAL } from '../../shared/audit/rules.ts'
import { readThingKey } from '../../shared/media/keys.ts'
import { markPoints } from '../../shared/media/marks.ts'
import { isFieldId } from '../../shared/catalogue/fields.ts'
import { PARTY, readLinkKey, readPartyKey } from '../../shared/people/rules.ts'
import type { FieldValue } from '../../shared/catalogue/record.ts'
import { readKept, readPartKey } from '../../shared/relations/history.ts'
import { sideWords } from '../../shared/relations/kinds.ts'
import type { Part } from '../../shared/relations/parts.ts'
import { readKeptRelation, readRelationKey, type KeptRelation } from '../../shared/relations/rules.ts'
import { languageNow } from '../kit/words.ts'
import { shownValue } from '../catalogue/choices.ts'
import type { Say } from '../kit/words.ts'

/** What a change is of: a field, what was written in its cell, or a column of the museum's own. */
export function changeWords(say: Say, key: string, parts: readonly Part[] = []): string {
  if (key.startsWith(EXTRA)) return say('audit.change.extra', { heading: key.slice(EXTRA.length) })
  if (key === 'numberPattern') return say('audit.change.pattern')
  const read = readThingKey(key)
  if (read) return say.open(`media.change.${read.thing}.${read.part ?? 'whole'}`)
  if (readLinkKey(key) !== null) return say('people.change.link')
  if (key.startsWith(PARTY)) return say.open(`people.field.${key.slice(PARTY.length)}`)
  if (readRelationKey(key))
    return say(readRelationKey(key)?.isNote ? 'relations.change.note' : 'relations.change')
  const ofPart = readPartKey(key)
  if (ofPart?.kind === 'order') return say('relations.change.order')
  if (ofPart?.kind === 'whole') return say('relations.change.part')
  if (ofPart) {
    const number = parts.find(({ id }) => id === ofPart.id)?.number ?? ''
    return say('relations.change.cell', { number, field: say(`relations.part.${ofPart.field}`) })
  }
  const field = say.open(
    `field.${fieldBehind(key)}`,
    {},
    say('audit.change.other', { key: fieldBehind(key) })
  )
  return key.startsWith(LITERAL) ? say('audit.change.literal', { field }) : field
}

export function changeValue(key: string, value: FieldValue, parts: readonly Part[] = []): string {
  const ofPart = readPartKey(key)
  if (ofPart?.kind === 'order') {
    const ids = String(value ?? '').split(',')
    return ids.map((id) => parts.find((one) => one.id === id)?.number ?? '…').join(' ')
  }
  if (ofPart?.kind === 'whole') return wordsOfPart(readKept(value))
  if (ofPart?.field === 'materials') return String(value ?? '').replaceAll(',', '、')
  const ofRelation = readRelationKey(key)
  if (ofRelation && !ofRelation.isNote) return wordsOfRelation(readKeptRelation(value))
  return isFieldId(key) ? shownValue(key, value) : String(value ?? '')
}

/**
 * The same for all that a history tells, the parts of pictures and people among them: a role and a kind are kept by their
 * codes.
 */
export function toldValue(say: Say, key: string, value: FieldValue, parts: readonly Part[] = []): string {
  const part = readThingKey(key)?.part
  if (part === 'points') return placeOf(value)
  if (part === 'scale_card') return value === null ? '' : say(`media.scale.${value === 1 ? 'yes' : 'no'}`)
  if (typeof value !== 'string') return changeValue(key, value, parts)
  if (readPartyKey(key) === 'kind') return say.open(`people.kind.${value}`, {}, value)
  if (readLinkKey(key) === null) return changeValue(key, value, parts)
  const [role = '', ...name] = value.split(' ')
  return `${say.open(`people.role.${role}`, {}, role)} ${name.join(' ')}`
}

/** Where a mark begins, in hundredths of the picture's width and height: a person need not read all of its points. */
function placeOf(value: FieldValue): string {
  const points = typeof value === 'string' ? markPoints.safeParse(JSON.parse(value)) : undefined
  const [first] = points?.data ?? []
  return first ? first.map((part) => `${String(Math.round(part * 100))}%`).join(' × ') : ''
}

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' ')

const wordsOfPart = (part: Pick<Part, 'number' | 'name'> | null): string =>
  part === null ? '' : joined([part.number, part.name])

function wordsOfRelation(relation: KeptRelation | null): string {
  if (relation === null) return ''
  const { kind, side, number, name, note } = relation
  return joined([sideWords(kind, side, languageNow()), number, name, note])
}
