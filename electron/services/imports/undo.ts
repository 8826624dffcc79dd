import type { Kysely } from 'kysely'
import { currentOf, fieldBehind, takenBack, type Rewriting } from '../../../shared/audit/rules.ts'
import { isFieldId, type FieldId } from '../../../shared/catalogue/fields.ts'
import type { FieldValue, ObjectRecord } from '../../../shared/catalogue/record.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { readPartKey } from '../../../shared/relations/history.ts'
import type { UndoResult } from '../../../shared/imports/contract.ts'
import { auditOfRecord, insertAudit } from '../../store/audit.ts'
import { objectById, removeObjects } from '../../store/catalogue.ts'
import { batchById, updateBatch } from '../../store/imports.ts'
import { countOfBatch, removeOfBatch } from '../../store/media.ts'
import { changedBy, createdBy, leanedUpon, objectsByIds, type CreatedObject } from '../../store/undo.ts'
import type { Database } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { planOf } from '../changes/plan.ts'
import { undoDeed } from '../vocabulary/deeds.ts'
import { changingTables } from '../vocabulary/holding.ts'
import { previewUntake, untakePeople } from '../people/untake.ts'
import { write } from '../write.ts'
import { rewrite, rewriteMany, type Rewritten } from '../rewrite.ts'

/** One step of taking a batch back. */
type Step =
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | {
      readonly kind: 'restore'
      readonly record: ObjectRecord
      readonly back: Rewriting
      readonly left: readonly string[]
    }
  | { readonly kind: 'keep'; readonly object: CreatedObject }

const CHUNK = 500

/** A batch that can be taken back: `batch.missing` where there is none, `import.undone` where it has been done. */
export async function undoable(db: Kysely<Database>, museumId: string, batchId: string) {
  const batch = await batchById(db, museumId, batchId)
  if (!batch || batch.status === 'rehearsed') throw new Fault('batch.missing')
  if (batch.status === 'undone') throw new Fault('import.undone', { name: batch.name })
  return batch
}

/** What undoing would do, without doing it. */
export async function previewUndo(
  db: Kysely<Database>,
  museumId: string,
  batchId: string
): Promise<UndoResult> {
  await undoable(db, museumId, batchId)
  const outcome = tally(batchId)
  outcome.result.undone += await countOfBatch(db, museumId, batchId)
  outcome.join(await previewUntake(db, museumId, batchId))
  for await (const step of stepsOf(db, museumId, batchId)) outcome.add(step)
  return outcome.result
}

/**
 * Takes a batch back whole, today or next month: what it brought in and nobody has touched is removed, what it changed
 * is put back cell by cell unless that cell was changed since; a code table that changed with it goes back too. What it
 * finds is in the store alone.
 */
export async function undoBatch(ctx: JobCtx, batchId: string): Promise<UndoResult> {
  const { result, rooms } = await changingTables(() => write(ctx, undoing(ctx, batchId)))
  ctx.tell({ kind: 'changed', rooms: ['catalogue', 'audit', 'imports', 'media', 'people', ...rooms] })
  return result
}

const undoing =
  (ctx: JobCtx, batchId: string) =>
  async (tx: Kysely<Database>, { id: museumId }: { readonly id: string }) => {
    const batch = await undoable(tx, museumId, batchId)
    const deed = batch.kind === 'bulk' ? planOf(batch).deed : undefined
    // the table first: what comes back into the records is judged by it
    if (deed) await undoDeed(tx, museumId, deed, batchId, ctx)
    const outcome = tally(batchId)
    const total = batch.created + batch.changed
    const why = { action: 'undone', batchId, reason: null } as const
    let together: Rewritten[] = []
    const restoreTogether = async (): Promise<void> => {
      await rewriteMany(tx, museumId, fieldsOf(together), together, ctx, why)
      together = []
    }
    for await (const step of stepsOf(tx, museumId, batchId)) {
      if (step.kind === 'remove') await removeObjects(tx, museumId, step.ids)
      if (step.kind === 'restore') {
        const { record, back } = step
        if (isPlain(back)) together.push({ before: record, rewriting: back })
        else await rewrite(tx, museumId, record, back, ctx, why)
      }
      if (together.length >= CHUNK) await restoreTogether()
      outcome.add(step)
      await ctx.progress('writing', outcome.result.undone, total)
    }
    await restoreTogether()
    outcome.join(await untakePeople(tx, museumId, batchId, ctx))
    const at = ctx.now()
    outcome.result.undone += await countOfBatch(tx, museumId, batchId)
    await removeOfBatch(tx, museumId, batchId, { removed_at: at, removed_by: ctx.person })
    // one entry for all that is gone: the entries of the import itself stay, and say what there was
    const entry = { id: ctx.mintId(), at, person: ctx.person, action: 'undone' as const, room: 'imports' }
    await insertAudit(tx, [{ museumId, ...entry, recordId: batchId, batchId, reason: null, changes: {} }])
    await updateBatch(tx, museumId, batchId, { status: 'undone', undone_at: at })
    return { result: outcome.result, rooms: deed ? ['vocabulary'] : [] }
  }

/** Whether anything goes back, and no number: such ones are written together. */
const isPlain = ({ changes }: Rewriting): boolean =>
  Object.keys(changes).length > 0 &&
  Object.keys(changes).every((key) => !readPartKey(key) && key !== 'number' && key !== 'numberType')

const fieldsOf = (many: readonly Rewritten[]): FieldId[] => [
  ...new Set(many.flatMap(({ rewriting }) => Object.keys(rewriting.changes).filter(isFieldId))),
]

function tally(batch: string) {
  const result = { batch, undone: 0, skipped: [] as UndoResult['skipped'] }
  return {
    result,
    join({ undone, skipped }: Pick<UndoResult, 'undone' | 'skipped'>): void {
      result.undone += undone
      result.skipped.push(...skipped)
    },
    add(step: Step): void {
      if (step.kind === 'remove') result.undone += step.ids.length
      else if (step.kind === 'keep') {
        const { id, number, name } = step.object
        result.skipped.push({ id, of: 'object', number, name, fields: [] })
      } else if (step.left.length === 0) result.undone += 1
      else result.skipped.push({ ...named(step.record), fields: [...new Set(step.left.map(fieldBehind))] })
    },
  }
}

const textOf = (value: FieldValue): string | null => (value === null ? null : String(value))
const named = ({ id, values }: ObjectRecord) => ({
  id,
  of: 'object' as const,
  number: textOf(values.number),
  name: textOf(values.name),
})

async function* stepsOf(db: Kysely<Database>, museumId: string, batchId: string): AsyncGenerator<Step> {
  yield* createdSteps(db, museumId, batchId)
  yield* changedSteps(db, museumId, batchId)
}

async function* createdSteps(db: Kysely<Database>, museumId: string, batchId: string): AsyncGenerator<Step> {
  let after = -1
  for (;;) {
    const chunk = await createdBy(db, museumId, batchId, after, CHUNK)
    const last = chunk.at(-1)
    if (!last) return
    after = last.seq
    const leaned = await leanedUpon(
      db,
      museumId,
      chunk.map(({ id }) => id)
    )
    const gone: string[] = []
    for (const object of chunk) {
      const touched =
        leaned.has(object.id) || (object.revision > 1 && (await isTouched(db, museumId, object.id)))
      if (touched) yield { kind: 'keep', object }
      else gone.push(object.id)
    }
    if (gone.length > 0) yield { kind: 'remove', ids: gone }
  }
}

/** Has somebody changed it to last? What was changed and taken back again leaves it as it came. */
async function isTouched(db: Kysely<Database>, museumId: string, id: string): Promise<boolean> {
  const record = await objectById(db, museumId, id)
  const first = new Map<string, FieldValue>()
  // newest first, so that the oldest `before` is what stays in the map: the value as it came in
  for (const entry of await auditOfRecord(db, museumId, id)) {
    for (const [key, [before]] of Object.entries(entry.changes)) first.set(key, before)
  }
  return [...first].some(([key, before]) => currentOf(record, key) !== before)
}

async function* changedSteps(db: Kysely<Database>, museumId: string, batchId: string): AsyncGenerator<Step> {
  let after = ''
  for (;;) {
    const entries = await changedBy(db, museumId, batchId, after, CHUNK)
    const last = entries.at(-1)
    if (!last) return
    after = last.id
    const records = await objectsByIds(
      db,
      museumId,
      entries.map(({ recordId }) => recordId)
    )
    for (const { recordId, changes } of entries) {
      // gone with the batch that had brought it in
      const record = records.get(recordId)
      if (record) yield { kind: 'restore', record, ...takenBack(record, changes) }
    }
  }
}
