import { Fault } from '../../../shared/contract/faults.ts'
import { renewThumbs } from '../../files/pictureIntake.ts'
import { pictureFiles } from '../../store/media.ts'
import type { JobCtx } from '../context.ts'
import { folderOf } from './take.ts'

/** Makes the small pictures anew that are missing. One that cannot be read any more is counted: `check` names it. */
export async function renewPictures(ctx: JobCtx): Promise<{ made: number; failed: number }> {
  const museum = ctx.museum()
  const folder = folderOf(museum)
  const files = await pictureFiles(museum.db, museum.id)
  const result = { made: 0, failed: 0 }
  for (const [at, { sha256, type }] of files.entries()) {
    await ctx.progress('pictures', at, files.length)
    try {
      if (await renewThumbs(folder, sha256, type)) result.made += 1
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'file.diskFull') throw error
      result.failed += 1
    }
  }
  return result
}
