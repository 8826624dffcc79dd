import { find } from '../../shared/catalogue/record.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { Ctx } from './context.ts'
import type { ReportOrder } from './reports/make.ts'

export const reports = {
  async make({ report, file, find: wish }, ctx) {
    // both are asked for now, so that a stale token or a closed museum is told at once
    const path = ctx.files.path(file, 'saveWorkbook')
    ctx.museum()
    const order: ReportOrder = { report, path, find: wish ?? find.parse({}) }
    return { job: await ctx.jobs.start('reports.make', order) }
  },
} satisfies Handlers<MuseumContract, Ctx>['reports']
