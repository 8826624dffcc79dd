import type { Kysely } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import {
  readKeptRelation,
  readRelationKey,
  relationKey,
  type KeptRelation,
} from '../../../shared/relations/rules.ts'
import { insertAudit } from '../../store/audit.ts'
import {
  insertRelation,
  noteRelation,
  relationById,
  removeRelation,
  type RelationRow,
} from '../../store/relations.ts'
import type { Database } from '../../store/schema.ts'
import { objectsByIds } from '../../store/undo.ts'
import type { Ctx } from '../context.ts'
import { whyNot } from './known.ts'

type Hand = Pick<Ctx, 'now' | 'mintId' | 'person'>

/** The other object as an entry of one object's history names it. */
type OtherEnd = Pick<KeptRelation, 'side' | 'number' | 'name'>

/** A relation as the history of one of its objects keeps it. */
export function madeOf(row: Pick<RelationRow, 'kind' | 'from_id' | 'to_id' | 'note'>, end: OtherEnd): string {
  const kept: KeptRelation = { kind: row.kind, from: row.from_id, to: row.to_id, note: row.note, ...end }
  return JSON.stringify(kept)
}

/**
 * Writes a change of a relation into the history of both objects, told from each one's end. Answers the entry in the
 * history of `objectId`.
 */
export async function enterRelation(
  tx: Kysely<Database>,
  museumId: string,
  row: Pick<RelationRow, 'from_id' | 'to_id'>,
  objectId: string,
  told: (end: OtherEnd) => Changes,
  ctx: Hand,
  action: AuditEntry['action'] = 'amended'
): Promise<string> {
  const objects = await objectsByIds(tx, museumId, [row.from_id, row.to_id])
  const endOf = (id: string, side: 'from' | 'to'): OtherEnd => {
    const { number, name } = objects.get(id)?.values ?? { number: '', name: null }
    return { side, number: String(number), name: name === null ? null : String(name) }
  }
  const head = {
    museumId,
    at: ctx.now(),
    person: ctx.person,
    action,
    room: 'relations',
    batchId: null,
    reason: null,
  }
  const entries = [
    { ...head, id: ctx.mintId(), recordId: row.from_id, changes: told(endOf(row.to_id, 'to')) },
    { ...head, id: ctx.mintId(), recordId: row.to_id, changes: told(endOf(row.from_id, 'from')) },
  ]
  await insertAudit(tx, entries)
  return (entries.find(({ recordId }) => recordId === objectId) ?? entries[0])?.id ?? ''
}

/**
 * Takes changes of relations back in both histories: one that was made goes, one that was taken away comes back unless an
 * object is gone or somebody has related the two anew; a note goes back unless it was changed since.
 */
export async function relationsTakenBack(
  tx: Kysely<Database>,
  museumId: string,
  recordId: string,
  done: Changes,
  ctx: Hand
): Promise<{ entryId: string | null; recordId: string; skipped: string[] }> {
  const skipped: string[] = []
  let entryId: string | null = null
  for (const [key, [before, after]] of Object.entries(done)) {
    const read = readRelationKey(key)
    if (!read) continue
    const there = await relationById(tx, museumId, read.id)
    const enter = async (row: RelationRow, told: (end: OtherEnd) => Changes): Promise<void> => {
      entryId = await enterRelation(tx, museumId, row, recordId, told, ctx, 'reverted')
    }
    if (read.isNote) {
      if (!there || there.note !== after) skipped.push(key)
      else {
        const note = before === null ? null : String(before)
        await noteRelation(tx, museumId, read.id, note)
        await enter(there, () => ({ [relationKey(read.id, 'note')]: [after, note] }))
      }
    } else if (after !== null) {
      const made = readKeptRelation(after)
      if (!there || there.note !== made?.note) skipped.push(key)
      else {
        await removeRelation(tx, museumId, read.id)
        await enter(there, (end) => ({ [relationKey(read.id)]: [madeOf(there, end), null] }))
      }
    } else {
      const gone = readKeptRelation(before)
      const row = gone && !there ? await returning(tx, museumId, read.id, gone, ctx) : null
      if (!row) skipped.push(key)
      else {
        await insertRelation(tx, row)
        await enter(row, (end) => ({ [relationKey(read.id)]: [null, madeOf(row, end)] }))
      }
    }
  }
  return { entryId, recordId, skipped }
}

/** The row of a relation that comes back; null where it no longer can. */
async function returning(
  tx: Kysely<Database>,
  museumId: string,
  id: string,
  { kind, from, to, note }: KeptRelation,
  ctx: Hand
): Promise<RelationRow | null> {
  const objects = await objectsByIds(tx, museumId, [from, to])
  if (objects.size < 2) return null
  if ((await whyNot(tx, museumId, kind, from, to)) !== null) return null
  return { museum_id: museumId, id, kind, from_id: from, to_id: to, note, person: ctx.person, at: ctx.now() }
}
