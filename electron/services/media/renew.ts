import { Fault } from '../../../shared/contract/faults.ts'
import { renewThumbs } from '../../files/pictureIntake.ts'
import { pictureFiles } from '../../store/media.ts'
import type { JobCtx } from '../context.ts'
import { ahead, folderOf } from './intake.ts'

/** Makes the small pictures anew that are missing. One that cannot be read any more is counted: `check` names it. */
export async function renewPictures(ctx: JobCtx): Promise<{ made: number; failed: number }> {
  const museum = ctx.museum()
  const folder = folderOf(museum)
  const files = await pictureFiles(museum.db, museum.id)
  const result = { made: 0, failed: 0 }
  const renew = async ({ sha256, type }: (typeof files)[number]): Promise<'made' | 'there' | 'failed'> => {
    try {
      return (await renewThumbs(folder, sha256, type, ctx.decode)) ? 'made' : 'there'
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'file.diskFull') throw error
      return 'failed'
    }
  }
  let at = 0
  for await (const [, became] of ahead(files, renew)) {
    await ctx.progress('pictures', ++at, files.length)
    if (became !== 'there') result[became] += 1
  }
  return result
}
