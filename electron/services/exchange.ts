import { find } from '../../shared/catalogue/record.ts'
import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import type { Ctx } from './context.ts'
import type { ExchangeOrder } from './exchange/make.ts'

export const exchange = {
  async make({ exchange: wanted, file, find: wish }, ctx) {
    // both are asked for now, so that a stale token or a closed museum is told at once
    const path = ctx.files.path(file, 'saveExchange')
    ctx.museum()
    const order: ExchangeOrder = { exchange: wanted, path, find: wish ?? find.parse({}) }
    return { job: await ctx.jobs.start('exchange.make', order) }
  },

  async makeWhole({ folder }, ctx) {
    const into = ctx.files.path(folder, 'exportFolder')
    ctx.museum()
    return { job: await ctx.jobs.start('exchange.makeWhole', { into }) }
  },
} satisfies Handlers<MuseumContract, Ctx>['exchange']
