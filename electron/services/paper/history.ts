import type { AuditEntry } from '../../../shared/audit/contract.ts'
import { EXTRA, fieldBehind } from '../../../shared/audit/rules.ts'
import { isFieldId } from '../../../shared/catalogue/fields.ts'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import { eraByCode } from '../../../shared/kernel/era/index.ts'
import { readThingKey } from '../../../shared/media/keys.ts'
import { FORM } from '../../../shared/paper/r18.ts'
import { longDay } from '../../../shared/reports/corrections.ts'
import { today } from '../clock.ts'
import { labelOf } from '../exchange/guide.ts'

/** Changes of one object that are printed one by one, newest first; older ones are counted. */
export const MOST_CHANGES = 300
/** Signs of a long text that are printed of each side of a change. */
const LONGEST = 160

/** The changes of a record for its dossier, one row for each field: day, person, field, before, after, reason. */
export function historyRows(history: readonly AuditEntry[]): string[][] {
  return history.flatMap(({ at, person, reason, changes }) =>
    Object.entries(changes)
      .filter(([key]) => !key.startsWith('literals.'))
      .map(([key, [before, after]]) => [
        longDay(today(() => Date.parse(at))),
        person,
        named(key),
        said(key, before),
        said(key, after),
        reason ?? '',
      ])
  )
}

function named(key: string): string {
  const thing = readThingKey(key)?.thing
  if (thing) return thing === 'attachment' ? FORM.dossier.ofAttachment : FORM.dossier.ofPicture
  const field = fieldBehind(key)
  return isFieldId(field) ? labelOf(field) : key.startsWith(EXTRA) ? key.slice(EXTRA.length) : key
}

function said(key: string, value: FieldValue): string {
  if (value === null) return ''
  const text = key === 'era' ? (eraByCode(String(value))?.label ?? String(value)) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text
}
