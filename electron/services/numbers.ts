import type { Handlers } from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { tidyNumber } from '../../shared/kernel/number.ts'
import { notationOf, patternFault, SERIES } from '../../shared/numbers/pattern.ts'
import { insertAudit } from '../store/audit.ts'
import { putPattern, usageOf } from '../store/numbers.ts'
import type { Ctx } from './context.ts'
import { offered, patternsOf } from './numbers/next.ts'
import { write } from './write.ts'

export const numbers = {
  async patterns(_, ctx) {
    const { db, id } = ctx.museum()
    return { patterns: [...(await patternsOf(db, id))].map(([series, pattern]) => ({ series, pattern })) }
  },

  async keepPattern({ series, pattern }, ctx) {
    const fault = pattern === null ? null : patternFault(pattern)
    if (fault !== null || !SERIES.includes(series)) throw new Fault('numbers.badPattern', { series })
    await write(ctx, async (tx, museum) => {
      const before = (await patternsOf(tx, museum.id)).get(series) ?? null
      const was = before && notationOf(before)
      const is = pattern && notationOf(pattern)
      await putPattern(tx, museum.id, series, pattern && JSON.stringify(pattern))
      // only whether it fills in by itself
      if (was === is) return
      const entry = { museumId: museum.id, id: ctx.mintId(), at: ctx.now(), person: ctx.person }
      const what = { action: 'amended', room: 'numbers', recordId: series, batchId: null } as const
      const changes = { numberPattern: [was, is] as const }
      await insertAudit(tx, [{ ...entry, ...what, reason: null, changes }])
    })
    ctx.tell({ kind: 'changed', rooms: ['numbers', 'audit', 'catalogue'] })
    return {}
  },

  async next({ values }, ctx) {
    const { db, id } = ctx.museum()
    return {
      number: await offered(db, id, 'number', values, ctx.today()),
      classNumber: await offered(db, id, 'classNumber', values, ctx.today()),
    }
  },

  async usage({ series, number, recordId }, ctx) {
    const { db, id } = ctx.museum()
    return usageOf(db, id, { series, number: tidyNumber(number), recordId })
  },

  report: async (_, ctx) => ({ job: await ctx.jobs.start('numbers.report', {}) }),
} satisfies Handlers<MuseumContract, Ctx>['numbers']
