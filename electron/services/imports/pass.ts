import type { Kysely } from 'kysely'
import type { ObjectRecord } from '../../../shared/catalogue/record.ts'
import { compare, type Comparison } from '../../../shared/imports/compare.ts'
import type { ImportLine, ImportResult } from '../../../shared/imports/contract.ts'
import type { RowPlan } from '../../../shared/imports/plan.ts'
import type { Note } from '../../../shared/imports/tally.ts'
import { objectsByNumbers } from '../../store/catalogue.ts'
import type { Database } from '../../store/schema.ts'
import { countRows, theMuseum } from '../../store/workspace.ts'
import type { JobCtx } from '../context.ts'
import { judged } from '../derive.ts'
import type { OpenedFile } from './opened.ts'
import { startOutcome, type Outcome } from './outcome.ts'
import { notesOf, planOf, readRows, type NewObject, type ReadRow } from './read-rows.ts'
import type { PlannedSheet } from './stored-plan.ts'

/** A row with its verdict, and what would be written for it. */
export interface Line extends ImportLine {
  readonly read: ReadRow
  /** Of a new object. */
  readonly asNew: NewObject | null
  /** Of an object that is there: what would become of it. */
  readonly record: ObjectRecord | null
  readonly comparison: Comparison | null
}

export interface Pass {
  readonly ctx: JobCtx
  readonly db: Kysely<Database>
  readonly museumId: string
  readonly opened: OpenedFile
  readonly sheets: readonly PlannedSheet[]
  /** Sheets that are not read. */
  readonly aside?: ImportResult['leftOut']
  readonly stage: string
}

/**
 * Reads all chosen sheets once, row by row, and hands on what was understood in chunks. The same pass serves the
 * rehearsal and the entering, so that what was shown is what is done.
 */
export async function passOver(
  { ctx, db, museumId, opened, sheets, aside = [], stage }: Pass,
  sink: (lines: readonly Line[]) => Promise<void>
): Promise<Outcome> {
  const outcome = startOutcome(sheets)
  outcome.leaveOut(aside)
  const own = await theMuseum(db)
  const museum = { museum: own?.name ?? null, museumCode: own?.code ?? null }
  const order = { sheets, today: ctx.today(), museum }
  const judgeRows = await rowJudge(ctx, db, museumId, sheets)
  const reading = opened.thread?.read(order) ?? readRows(opened, order)
  try {
    for (;;) {
      const next = await reading.next()
      if (next.done) {
        outcome.columns = next.value
        return outcome
      }
      const { sheet, rows, leftOut, share } = next.value
      outcome.leaveOut(leftOut)
      const lines = await judgeRows(sheet, rows)
      for (const line of lines) outcome.addLine(line)
      await sink(lines)
      const { rows: done } = outcome.counts
      await ctx.progress(stage, done, share > 0.001 ? Math.round(done / share) : null)
    }
  } finally {
    await reading.return([])
  }
}

const keyOf = (type: string, number: string): string => `${type}\u0000${number}`

async function rowJudge(
  ctx: JobCtx,
  db: Kysely<Database>,
  museumId: string,
  sheets: readonly PlannedSheet[]
) {
  const today = ctx.today()
  const plans = sheets.map(planOf)
  const seen = new Map<string, { sheet: string; row: number }>()
  // the first import of a museum need not look for what is there already
  const fresh = (await countRows(db, 'object', museumId)) === 0

  const judge = (at: number, read: ReadRow, there: ReadonlyMap<string, ObjectRecord>): Line => {
    const { row, number, name, numberType, asNew } = read
    const sheet = sheets[at]?.plan.name ?? ''
    const head = { sheet, row, number, name, read }
    const reason = read.remarks.find(
      ({ code }) => code === 'import.headMoved' || code === 'import.numberMerged'
    )
    if (reason?.code === 'import.headMoved') {
      // what stands in the columns is not what the header says
      return refused({ ...head, number: null, name: null }, reason.code, reason.detail)
    }
    if (number === null) return refused(head, reason?.code ?? 'import.numberMissing', reason?.detail ?? {})
    const key = keyOf(numberType, number)
    const first = seen.get(key)
    if (first) return refused(head, 'import.duplicateInFile', { number, sheet: first.sheet, row: first.row })
    seen.set(key, { sheet, row })
    const record = there.get(key) ?? null
    if (record === null) {
      const notes = [...asNew.notes]
      return { ...head, verdict: 'new', objectId: null, notes, changes: [], asNew, record, comparison: null }
    }
    const plan = planAt(plans, at)
    const understood = read.understood()
    const comparison = compare(understood, record, plan)
    const after = { ...record.values, ...comparison.values }
    const found = judged(after, today, comparison.literals, record.parts.length)
    const notes = [...notesOf(understood, found, plan), ...comparison.notes]
    const changes = [...comparison.changes]
    const verdict = changes.length > 0 ? 'change' : 'same'
    return { ...head, verdict, objectId: record.id, notes, changes, asNew: null, record, comparison }
  }

  return async (at: number, rows: readonly ReadRow[]): Promise<Line[]> => {
    const numbers = rows.flatMap(({ number }) => number ?? [])
    const found = fresh ? [] : await objectsByNumbers(db, museumId, [...new Set(numbers)])
    const there = new Map(
      found.map((record) => [keyOf(String(record.values.numberType), String(record.values.number)), record])
    )
    return rows.map((row) => judge(at, row, there))
  }
}

function planAt(plans: readonly RowPlan[], at: number): RowPlan {
  const plan = plans[at]
  if (!plan) throw new RangeError('a row of no sheet')
  return plan
}

type Head = Pick<Line, 'sheet' | 'row' | 'number' | 'name' | 'read'>

const refused = (head: Head, code: string, detail: Note['detail']): Line => ({
  ...head,
  ...{ verdict: 'refused', objectId: null, notes: [{ code, field: 'number', detail }], changes: [] },
  ...{ asNew: null, record: null, comparison: null },
})
