import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { picturesOfObject } from '../store/media.ts'
import type { Ctx } from './context.ts'

export const media = {
  async ofObject({ objectId }, ctx) {
    const { db, id } = ctx.museum()
    return { pictures: await picturesOfObject(db, id, objectId) }
  },
} satisfies Handlers<MuseumContract, Ctx>['media']
