import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { rehearsedChange } from './changes/commit.ts'
import type { Ctx } from './context.ts'

export const changes = {
  async rehearse(order, ctx) {
    ctx.museum()
    return { job: await ctx.jobs.start('changes.rehearse', order) }
  },

  async commit({ batch, name }, ctx) {
    const { db, id } = ctx.museum()
    await rehearsedChange(db, id, batch)
    return { job: await ctx.jobs.start('changes.commit', { batch, name }) }
  },
} satisfies Handlers<MuseumContract, Ctx>['changes']
