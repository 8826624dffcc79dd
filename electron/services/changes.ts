import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { rehearsedChange } from './changes/commit.ts'
import { planOf } from './changes/plan.ts'
import type { Ctx } from './context.ts'
import { refuseOthers } from './vocabulary/deeds.ts'

export const changes = {
  async rehearse(order, ctx) {
    ctx.museum()
    return { job: await ctx.jobs.start('changes.rehearse', order) }
  },

  async commit({ batch, name }, ctx) {
    const { db, id } = ctx.museum()
    refuseOthers(planOf(await rehearsedChange(db, id, batch)).deed, ctx)
    return { job: await ctx.jobs.start('changes.commit', { batch, name }) }
  },
} satisfies Handlers<MuseumContract, Ctx>['changes']
