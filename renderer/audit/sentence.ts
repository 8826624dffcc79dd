import type { AuditAction, AuditEntry, RecentEntry } from '../../shared/audit/contract.ts'
import { fieldBehind } from '../../shared/audit/rules.ts'
import type { Say, WordKey } from '../kit/words.ts'
import { changeWords } from './changes.ts'

/** What each action is called in a sentence; a new action is a type error here until it has its words. */
const DID: Readonly<Record<AuditAction, WordKey>> = {
  registered: 'audit.did.registered',
  imported: 'audit.did.imported',
  amended: 'audit.did.amended',
  reverted: 'audit.did.reverted',
  undone: 'audit.did.undone',
  accepted: 'audit.did.accepted',
  withdrawn: 'audit.did.withdrawn',
  merged: 'audit.did.merged',
  unmerged: 'audit.did.unmerged',
  other: 'audit.did.other',
}
/** Rooms whose entries are of objects, so that a missing one is known to be gone. */
const OF_OBJECTS = new Set(['catalogue', 'imports', 'media', 'quality', 'changes', 'relations'])
const MOST_NAMED = 4

/** A room by the name that the navigation has for it, else by its own. */
export const roomWords = (say: Say, room: string): string =>
  say.open(`audit.room.${room}`, {}, say.open(`frame.room.${room}`, {}, room))

/** What an entry is of: an object by number and name, a batch, or something in a room. */
export function subjectOf(say: Say, entry: RecentEntry): string {
  if (entry.object) return [entry.object.number, entry.object.name].filter((part) => part !== null).join(' ')
  if (entry.recordId === entry.batchId) return say('audit.subject.batch', { name: entry.batchName ?? '' })
  if (OF_OBJECTS.has(entry.room)) return say('audit.subject.gone')
  return say('audit.subject.room', { room: roomWords(say, entry.room) })
}

/** The fields that an entry changed: the first few by name, and how many there are. */
export function fieldsOf(say: Say, { changes }: Pick<AuditEntry, 'changes'>): string {
  const named = [...new Set(Object.keys(changes).map((key) => changeWords(say, fieldBehind(key))))]
  if (named.length === 0) return ''
  const few = named.slice(0, MOST_NAMED)
  return named.length > few.length
    ? say('audit.fields.more', { fields: few, count: named.length })
    : say('audit.fields', { fields: few })
}

/** An entry as a sentence: who did what to what, in which fields. */
export function sentenceOf(say: Say, entry: RecentEntry): string {
  const { person } = entry
  return say(DID[entry.action], { person, subject: subjectOf(say, entry) }) + fieldsOf(say, entry)
}
