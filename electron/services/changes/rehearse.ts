import type { Insertable } from 'kysely'
import type { ChangeResult } from '../../../shared/changes/contract.ts'
import { EXTRA } from '../../../shared/audit/rules.ts'
import { isFieldKey, type Finding, type ObjectRecord } from '../../../shared/catalogue/record.ts'
import { isOwnId } from '../../../shared/fields/record.ts'
import type { ImportLine } from '../../../shared/imports/contract.ts'
import { chosenRecords, countChosen, forsakenRehearsals } from '../../store/changes.ts'
import { deleteBatch, insertBatch, insertLines } from '../../store/imports.ts'
import type { ImportLineTable } from '../../store/schema.ts'
import type { JobCtx } from '../context.ts'
import { judged, type Judging } from '../derive.ts'
import { judgingIn } from '../fields/judging.ts'
import { write } from '../write.ts'
import { judgedBy, madeBy, type ChangePlan } from './plan.ts'
import { outcomeOf } from './outcome.ts'
import { tallyOf } from './tally.ts'

const CHUNK = 500
const DAY_MS = 24 * 60 * 60 * 1000

/** What a bulk change makes of one record. */
export type ChangeLine = Pick<ImportLine, 'verdict' | 'notes' | 'changes'> & {
  readonly outcome: string | null
}

/**
 * Works out what a plan makes of every chosen record and keeps it as a rehearsed batch; no record is changed. Cancelled
 * or killed it leaves nothing.
 */
export async function rehearseChange(ctx: JobCtx, plan: ChangePlan): Promise<ChangeResult> {
  const { chosen } = plan
  const museum = ctx.museum()
  const { db, id: museumId } = museum
  const since = ctx.now()
  const batch = ctx.mintId()
  const total = await countChosen(db, museumId, chosen)
  const tally = tallyOf(batch)
  const judging = await judgingIn(db, museumId, ctx)
  let done = 0
  const rows: Insertable<ImportLineTable>[] = []
  for await (const records of chosenRecords(db, museumId, chosen)) {
    for (const record of records) {
      const line = lineOf(record, plan, judging)
      tally.add(line)
      if (line.verdict !== 'same') rows.push(keptLine(museumId, batch, rows.length + 1, record, line))
    }
    await ctx.progress('reading', (done += records.length), total)
  }
  const result = tally.result()
  await write(ctx, async (tx) => {
    const old = new Date(Date.parse(since) - DAY_MS).toISOString()
    for (const id of await forsakenRehearsals(tx, museumId, old)) await deleteBatch(tx, museumId, id)
    await insertBatch(tx, {
      museum_id: museumId,
      id: batch,
      kind: 'bulk',
      name: '',
      status: 'rehearsed',
      person: ctx.person,
      file_name: null,
      file_sha256: null,
      plan: JSON.stringify({ ...plan, judgedBy: judgedBy(judging.own) }),
      result: JSON.stringify(result),
      created: 0,
      changed: result.changed,
      unchanged: result.unchanged,
      refused: result.refused,
      created_at: since,
      undone_at: null,
    })
    for (let at = 0; at < rows.length; at += CHUNK) {
      await insertLines(tx, rows.slice(at, at + CHUNK))
      await ctx.progress('writing', at, rows.length)
    }
  })
  return result
}

function lineOf(record: ObjectRecord, plan: ChangePlan, judging: Judging): ChangeLine {
  const made = madeBy(plan, record, judging.own)
  if ('unfit' in made) {
    const code = isOwnId(made.unfit) ? 'change.unfit' : 'change.tooLong'
    return {
      verdict: 'refused',
      notes: [{ code, field: made.unfit, detail: {} }],
      changes: [],
      outcome: null,
    }
  }
  const { values, literals, changes } = made
  // of a column that was promoted all is told; a text that goes with its value need not be
  const promotes = Object.keys(changes).some((key) => key.startsWith(EXTRA))
  const cells = Object.entries(changes).filter(([key]) => promotes || isFieldKey(key))
  if (cells.length === 0) return { verdict: 'same', notes: [], changes: [], outcome: null }
  const now = judged(record.values, judging, record.literals, record.parts.length).findings
  const then = judged({ ...record.values, ...values }, judging, literals, record.parts.length)
  return {
    verdict: 'change',
    notes: then.findings
      .filter((finding) => !now.some((one) => isSame(one, finding)))
      .map(({ code, field, detail }) => ({ code, field, detail })),
    changes: cells.map(([field, [before, after]]) => ({
      field,
      literal: record.literals[field] ?? null,
      before,
      after,
    })),
    outcome: outcomeOf(changes, then),
  }
}

const isSame = (one: Finding, other: Finding): boolean => one.code === other.code && one.field === other.field

/** A line as it is kept with the rehearsal; its `row` is the revision that was shown. */
function keptLine(
  museumId: string,
  batchId: string,
  position: number,
  { id, revision, values }: ObjectRecord,
  { verdict, notes, changes, outcome }: ChangeLine
): Insertable<ImportLineTable> {
  return {
    museum_id: museumId,
    batch_id: batchId,
    position,
    sheet: '',
    row: revision,
    verdict,
    number: values.number === null ? null : String(values.number),
    name: values.name === null ? null : String(values.name),
    object_id: id,
    notes: JSON.stringify(notes),
    changes: JSON.stringify(changes),
    outcome,
  }
}
