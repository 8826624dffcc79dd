import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import { PARTS, readThingKey, thingKey, type PartsOf, type Thing } from '../../../shared/media/keys.ts'
import { insertAudit } from '../../store/audit.ts'
import { attachmentById, updateAttachment, type AttachmentRow } from '../../store/attachments.ts'
import { markById, updateMark, type MarkRow } from '../../store/marks.ts'
import { pictureById, updatePicture, type PictureRow } from '../../store/media.ts'
import type { Database } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'

type Db = Kysely<Database>
export type Hand = Pick<Ctx, 'now' | 'mintId' | 'person'>
interface Rows {
  picture: PictureRow
  mark: MarkRow
  attachment: AttachmentRow
}
interface Presence {
  readonly removed_at: string | null
  readonly removed_by: string | null
}
/** Some parts of a thing: those that are set, or to be set. */
type Some<P> = { readonly [K in keyof P]?: P[K] | undefined }
type Put<T extends Thing> = (
  db: Db,
  museumId: string,
  id: string,
  set: Some<PartsOf<T>> | Presence
) => Promise<void>

const plain = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.undefined()]))

const BY_ID: {
  readonly [T in Thing]: (db: Db, museumId: string, id: string) => Promise<Rows[T] | undefined>
} = {
  picture: pictureById,
  mark: markById,
  attachment: attachmentById,
}
const PUT: { readonly [T in Thing]: Put<T> } = {
  picture: updatePicture,
  mark: updateMark,
  attachment: updateAttachment,
}

/** What the history says of a thing that came or went: enough to know it by. */
export const saidOf: { readonly [T in Thing]: (row: Rows[T]) => string } = {
  picture: ({ view, name, sha256 }) => `${view} ${name ?? sha256.slice(0, 12)}`,
  mark: ({ words }) => words ?? '',
  attachment: ({ kind, name }) => `${kind} ${name}`,
}

/** The row of a thing that is there; undefined for one that was taken away, or never was. */
export async function thingThere<T extends Thing>(
  db: Db,
  museumId: string,
  thing: T,
  id: string
): Promise<Rows[T] | undefined> {
  const row = await BY_ID[thing](db, museumId, id)
  return row?.removed_at === null ? row : undefined
}

/** Writes down what became of an object's pictures; answers the entry's id, or null where nothing did. */
export async function enterChanges(
  tx: Db,
  museumId: string,
  objectId: string,
  changes: Changes,
  ctx: Hand,
  action: AuditEntry['action'] = 'amended'
): Promise<string | null> {
  if (Object.keys(changes).length === 0) return null
  const id = ctx.mintId()
  const entry = { museumId, id, at: ctx.now(), person: ctx.person, action, room: 'media' }
  await insertAudit(tx, [{ ...entry, recordId: objectId, batchId: null, reason: null, changes }])
  return id
}

/** Sets parts of a thing; the answer is what changed, for the history. */
export async function setParts<T extends Thing>(
  tx: Db,
  museumId: string,
  thing: T,
  row: Rows[T],
  parts: Some<PartsOf<T>>,
  ctx: Hand
): Promise<Changes> {
  const changes: Record<string, Changes[string]> = {}
  const before = plain.parse(row)
  for (const [part, after] of Object.entries(plain.parse(parts))) {
    const was = before[part] ?? null
    if (after !== undefined && after !== was) changes[`${thingKey(thing, row.id)}.${part}`] = [was, after]
  }
  if (Object.keys(changes).length === 0) return changes
  await PUT[thing](tx, museumId, row.id, parts)
  if (thing === 'mark')
    await updateMark(tx, museumId, row.id, { changed_at: ctx.now(), changed_by: ctx.person })
  return changes
}

/** Takes a thing away or brings it back; the answer is what changed. */
export async function setPresence<T extends Thing>(
  tx: Db,
  museumId: string,
  thing: T,
  row: Rows[T],
  isThere: boolean,
  ctx: Hand
): Promise<Changes> {
  if ((row.removed_at === null) === isThere) return {}
  const presence: Presence = isThere
    ? { removed_at: null, removed_by: null }
    : { removed_at: ctx.now(), removed_by: ctx.person }
  await PUT[thing](tx, museumId, row.id, presence)
  const said = saidOf[thing](row)
  return { [thingKey(thing, row.id)]: isThere ? [null, said] : [said, null] }
}

/**
 * Takes changes of pictures, marks and attachments back, each unless somebody has changed the same since; those are named
 * in `left`. Changes of anything else are passed over.
 */
export async function thingsTakenBack(
  tx: Db,
  museumId: string,
  done: Changes,
  ctx: Hand
): Promise<{ changes: Changes; left: string[] }> {
  const changes: Record<string, Changes[string]> = {}
  const left: string[] = []
  for (const [key, pair] of Object.entries(done)) {
    const read = readThingKey(key)
    if (read === null) continue
    const row = await BY_ID[read.thing](tx, museumId, read.id)
    if (row === undefined) continue
    // what the history holds has gone through JSON: it is read anew
    const parts = read.part === null ? null : PARTS[read.thing].partial().parse({ [read.part]: pair[0] })
    const isAsLeft = read.part === null || plain.parse(row)[read.part] === pair[1]
    const made = !isAsLeft
      ? {}
      : parts === null
        ? await setPresence(tx, museumId, read.thing, row, pair[0] !== null, ctx)
        : await setParts(tx, museumId, read.thing, row, parts, ctx)
    if (Object.keys(made).length === 0) left.push(key)
    Object.assign(changes, made)
  }
  return { changes, left }
}
