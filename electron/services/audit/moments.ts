import type { Kysely } from 'kysely'
import type { AuditEntry, Moment } from '../../../shared/audit/contract.ts'
import { standingBefore, standingNow, withHistory, type Standing } from '../../../shared/audit/moments.ts'
import type { FieldValue, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { PARTS, readThingKey, thingKey } from '../../../shared/media/keys.ts'
import { auditOfRecord } from '../../store/audit.ts'
import { objectById } from '../../store/catalogue.ts'
import { everyPictureOfObject, type PictureRow } from '../../store/media.ts'
import type { Database } from '../../store/schema.ts'
import { startOfDay } from '../clock.ts'
import { saidOf } from '../media/history.ts'

/** All there is to know of a record's past. */
export interface Past {
  readonly record: ObjectRecord
  /** Newest first. */
  readonly entries: readonly AuditEntry[]
  readonly pictures: readonly PictureRow[]
  readonly now: Standing
}

export async function pastOf(db: Kysely<Database>, museumId: string, recordId: string): Promise<Past> {
  const record = await objectById(db, museumId, recordId)
  const entries = await auditOfRecord(db, museumId, recordId)
  const pictures = await everyPictureOfObject(db, museumId, recordId)
  const present = standingNow(record)
  for (const row of pictures) {
    present.set(thingKey('picture', row.id), row.removed_at === null ? saidOf.picture(row) : null)
    for (const part of PARTS.picture.keyof().options)
      present.set(thingKey('picture', row.id, part), row[part])
  }
  return { record, entries, pictures, now: withHistory(present, entries) }
}

/** How all of it stood at a moment; null for a moment before the record was entered. */
export function standingAt(past: Past, moment: Moment): Standing | null {
  const { entries, now } = past
  if ('now' in moment) return now
  if ('entry' in moment) {
    const at = entries.findIndex(({ id }) => id === moment.entry)
    const entry = entries[at]
    if (!entry) throw new Fault('record.nothingToUndo')
    return withoutLaterPictures(past, standingBefore(now, entries.slice(0, at)), entry.at)
  }
  const end = startOfDay(moment.day, 1)
  if (past.record.createdAt >= end) return null
  const undone = entries.filter((entry) => entry.at >= end)
  return withoutLaterPictures(past, standingBefore(now, undone), end)
}

/** Pictures that came in without an entry of their own (with a sample) are known by their own date. */
function withoutLaterPictures({ pictures }: Past, standing: Standing, at: string): Standing {
  const seen = new Map(standing)
  for (const { id, created_at } of pictures) if (created_at > at) seen.set(thingKey('picture', id), null)
  return seen
}

export interface Line {
  readonly key: string
  readonly then: FieldValue
  readonly now: FieldValue
}

/** What two moments say, key by key: all that either says. Parts of a picture, mark or attachment only where it is there both times. */
export function linesOf(then: Standing | null, now: Standing | null): Line[] {
  const keys = new Set([...(then ?? []), ...(now ?? [])].map(([key]) => key))
  const at = (standing: Standing | null, key: string): FieldValue => standing?.get(key) ?? null
  return [...keys]
    .map((key): Line => ({ key, then: at(then, key), now: at(now, key) }))
    .filter(({ key, then: before, now: after }) => {
      const thing = readThingKey(key)
      if (before === null && after === null) return false
      if (thing === null || thing.part === null) return true
      const whole = thingKey(thing.thing, thing.id)
      return at(then, whole) !== null && at(now, whole) !== null
    })
}
