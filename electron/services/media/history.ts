import type { Kysely } from 'kysely'
import type { Changes } from '../../../shared/audit/rules.ts'
import type { AuditEntry } from '../../../shared/audit/contract.ts'
import { pictureKey, readPictureKey, type PicturePart } from '../../../shared/media/rules.ts'
import { insertAudit } from '../../store/audit.ts'
import { pictureById, updatePicture, type PictureRow } from '../../store/media.ts'
import type { Database, PictureTable } from '../../store/schema.ts'
import type { Ctx } from '../context.ts'
import { saidOf } from './take.ts'

type Parts = Partial<Pick<PictureTable, PicturePart>>
type Hand = Pick<Ctx, 'now' | 'mintId' | 'person'>

/** Writes down what became of an object's pictures; answers the entry's id, or null where nothing did. */
export async function enterChanges(
  tx: Kysely<Database>,
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

/** Sets parts of a picture; the answer is what changed, for the history. */
export async function setParts(
  tx: Kysely<Database>,
  museumId: string,
  row: PictureRow,
  parts: Parts
): Promise<Changes> {
  const changes: Record<string, Changes[string]> = {}
  for (const part of Object.keys(parts) as PicturePart[]) {
    const after = parts[part]
    if (after !== undefined && after !== row[part]) changes[pictureKey(row.id, part)] = [row[part], after]
  }
  if (Object.keys(changes).length > 0) await updatePicture(tx, museumId, row.id, parts)
  return changes
}

/** Takes a picture away or brings it back; the answer is what changed. */
export async function setPresence(
  tx: Kysely<Database>,
  museumId: string,
  row: PictureRow,
  isThere: boolean,
  ctx: Hand
): Promise<Changes> {
  if ((row.removed_at === null) === isThere) return {}
  const gone = { removed_at: ctx.now(), removed_by: ctx.person }
  await updatePicture(tx, museumId, row.id, isThere ? { removed_at: null, removed_by: null } : gone)
  const said = saidOf(row)
  return { [pictureKey(row.id)]: isThere ? [null, said] : [said, null] }
}

/**
 * Takes changes of pictures back, each unless somebody has changed the same since; those are named in `left`. Changes of
 * anything else are passed over.
 */
export async function picturesTakenBack(
  tx: Kysely<Database>,
  museumId: string,
  done: Changes,
  ctx: Hand
): Promise<{ changes: Changes; left: string[] }> {
  const changes: Record<string, Changes[string]> = {}
  const left: string[] = []
  for (const [key, [before, after]] of Object.entries(done)) {
    const read = readPictureKey(key)
    const row = read === null ? undefined : await pictureById(tx, museumId, read.id)
    if (read === null || row === undefined) continue
    const made =
      read.part === null
        ? await setPresence(tx, museumId, row, before !== null, ctx)
        : row[read.part] === after
          ? await setParts(tx, museumId, row, partOf(read.part, before))
          : {}
    if (Object.keys(made).length === 0) left.push(key)
    Object.assign(changes, made)
  }
  return { changes, left }
}

function partOf(part: PicturePart, value: string | number | null): Parts {
  if (part === 'position') return { position: Number(value ?? 0) }
  return part === 'view' ? { view: String(value ?? '') } : { caption: value === null ? null : String(value) }
}
