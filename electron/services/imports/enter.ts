import type { Insertable, Transaction } from 'kysely'
import type { ImportResult, Target } from '../../../shared/imports/contract.ts'
import { headingKey } from '../../../shared/imports/headings.ts'
import { columnLetters } from '../../../shared/imports/table.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import { LITERAL, type Changes } from '../../../shared/audit/rules.ts'
import type { FieldValue } from '../../../shared/catalogue/record.ts'
import type { Comparison } from '../../../shared/imports/compare.ts'
import { insertAudit } from '../../store/audit.ts'
import { insertLaidOut, type LaidOutObject } from '../../store/catalogue.ts'
import { withIndexesLater } from '../../store/expressions.ts'
import { countRows } from '../../store/workspace.ts'
import { insertLines, rememberHeadings, updateBatch } from '../../store/imports.ts'
import type { Database, ImportLineTable } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { derivedOf } from '../derive.ts'
import { isLasting, lineRow } from './lines.ts'
import { laidAt } from './packed.ts'
import { isLong, type OpenedFile } from './opened.ts'
import { passOver, type Line } from './pass.ts'
import { refuseEmpty } from './outcome.ts'
import { planOf } from './read-rows.ts'
import { rewrite } from '../rewrite.ts'
import type { PlannedSheet } from './stored-plan.ts'

export interface Entering {
  readonly ctx: JobCtx
  readonly tx: Transaction<Database>
  readonly museumId: string
  readonly batchId: string
  /** Records touched after this instant were not as the rehearsal showed them; null where none was shown. */
  readonly shownAt: string | null
}

interface Entry {
  readonly file: string
  readonly started: number
  /** Sheets that are not read. */
  readonly aside?: ImportResult['leftOut']
}

/** Reads the file through and enters it all; the batch's row is there already and gets the result. */
export async function enterAll(
  entering: Entering,
  opened: OpenedFile,
  sheets: readonly PlannedSheet[],
  { file, started, aside = [] }: Entry
): Promise<ImportResult> {
  const { ctx, tx, museumId, batchId } = entering
  const pass = { ctx, db: tx, museumId, opened, sheets, aside, stage: 'writing' }
  const enterLines = async () => {
    const passed = await passOver(pass, lineEnterer(entering))
    // an empty batch would say that something had been brought in
    refuseEmpty(passed, sheets, file)
    return passed
  }
  const atIndexes = () => ctx.progress('indexing', 0, null)
  const fills = isLong(opened.path) && (await countRows(tx, 'object', museumId)) === 0
  const outcome = await (fills ? withIndexesLater(tx, 'object', enterLines, atIndexes) : enterLines())
  await rememberChoices(tx, museumId, sheets)
  // one entry for all that came in; objects name their batch, and changed ones have entries of their own
  const entry = {
    id: ctx.mintId(),
    at: ctx.now(),
    person: ctx.person,
    action: 'imported' as const,
    room: 'imports',
  }
  await insertAudit(tx, [{ museumId, ...entry, recordId: batchId, batchId, reason: null, changes: {} }])
  const result = outcome.result({
    batch: batchId,
    dryRun: false,
    file,
    ms: Math.round(performance.now() - started),
  })
  const { created, changed, unchanged, refused } = result
  await updateBatch(tx, museumId, batchId, {
    result: JSON.stringify(result),
    created,
    changed,
    unchanged,
    refused,
  })
  return result
}

/** Writes lines into the catalogue as they come: new objects, changes, their audit rows, and the lines worth keeping. */
function lineEnterer({ ctx, tx, museumId, batchId, shownAt }: Entering) {
  let position = 0
  return async (lines: readonly Line[]): Promise<void> => {
    const at = ctx.now()
    const objects: LaidOutObject[] = []
    const rows: Insertable<ImportLineTable>[] = []
    for (const line of lines) {
      position += 1
      let { objectId } = line
      const { asNew, record, comparison } = line
      if (asNew) {
        const { fields, known } = asNew
        objectId = ctx.mintId()
        const { own, literals, extras } = line.read
        const beside = { own, literals, extras }
        const stamp = { id: objectId, museumId, revision: 1, batchId, createdAt: at, updatedAt: at }
        const derived = derivedOf((field) => laidAt(fields, field), known, beside)
        objects.push({ ...stamp, fields, ...beside, ...derived })
      } else if (line.verdict === 'change' && record && comparison) {
        if (shownAt !== null && record.updatedAt > shownAt) {
          throw new Fault('record.changedMeanwhile', { number: line.number })
        }
        const changes = auditOf(line, comparison)
        const why = { action: 'imported', batchId, reason: null } as const
        await rewrite(tx, museumId, record, { ...comparison, changes }, ctx, why)
      }
      if (isLasting(line)) rows.push(lineRow(museumId, batchId, position, { ...line, objectId }))
    }
    await insertLaidOut(tx, objects)
    await insertLines(tx, rows)
  }
}

/**
 * The changes as the history keeps them. A text that stays while its value changes (500 under another unit) is named too:
 * whoever takes the change back would take it for one that came with the value.
 */
function auditOf({ changes, record }: Line, { literals }: Comparison): Changes {
  const kept = changes.flatMap(({ field }): [string, string][] => {
    const text = record?.literals[field]
    return text !== undefined && literals[field] === text ? [[LITERAL + field, text]] : []
  })
  return Object.fromEntries([
    ...kept.map(([key, text]): [string, [string, string]] => [key, [text, text]]),
    ...changes.map(({ field, before, after }): [string, [FieldValue, FieldValue]] => [
      field,
      [before, after],
    ]),
  ])
}

/** What the museum chose for its headings otherwise than they were recognised: next time they are recognised so. */
async function rememberChoices(
  tx: Transaction<Database>,
  museumId: string,
  sheets: readonly PlannedSheet[]
): Promise<void> {
  const choices = new Map<string, Target>()
  for (const sheet of sheets) {
    for (const { column, heading } of planOf(sheet).columns) {
      const target = sheet.chosen[String(column)]
      // a column without a heading has only its letters, and those are another column's elsewhere
      if (target !== undefined && heading !== columnLetters(column)) choices.set(headingKey(heading), target)
    }
  }
  await rememberHeadings(tx, museumId, choices)
}
