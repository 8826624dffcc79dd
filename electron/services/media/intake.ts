import { Fault, type FaultCode } from '../../../shared/contract/faults.ts'
import { takeAttachment } from '../../files/attachmentFile.ts'
import { DECODED_AT_ONCE } from '../../files/decoder.ts'
import { sweepParts, type KeptFile } from '../../files/keptFile.ts'
import { dropPicture, takePicture, type TakenPicture } from '../../files/pictureIntake.ts'
import { jobsAtWork } from '../../store/jobs.ts'
import { isFileKept } from '../../store/media.ts'
import type { JobCtx, OpenMuseum } from '../context.ts'

export interface GivenFile {
  readonly path: string
  readonly name: string
}

/** What became of a file: a picture, an attachment, or a reason why neither. */
export type Came =
  { readonly picture: TakenPicture } | { readonly attachment: KeptFile } | { readonly refused: FaultCode }

/** What files are taken in as: by their bytes those that are no pictures become attachments. */
export type Manner = 'pictures' | 'attachments' | 'byBytes'

interface Wish {
  readonly as: Manner
  /** False only looks. */
  readonly keep: boolean
  /** Pictures too small for the standard come in all the same. */
  readonly small: boolean
}

type Come = <F extends GivenFile>(files: readonly F[]) => AsyncGenerator<readonly [F, Came]>

/** The folder of an open museum; pictures are kept in files, so a store without one takes none. */
export function folderOf(museum: OpenMuseum): string {
  if (museum.folder === null) throw new Fault('museum.none')
  return museum.folder
}

/**
 * Works with a `come` that takes files in, in their order and some of them at once, and remembers which are new: whatever
 * ends the work without entering them takes them away again.
 */
export async function intake<T>(ctx: JobCtx, wish: Wish, deed: (come: Come) => Promise<T>): Promise<T> {
  const museum = ctx.museum()
  const folder = folderOf(museum)
  if (wish.keep && (await jobsAtWork(museum.db, museum.id, 'media.')) <= 1) await sweepParts(folder)
  const fresh = new Set<string>()
  const note = <K extends KeptFile>(file: K): K => {
    if (file.fresh) fresh.add(file.sha256)
    return file
  }
  const take = async ({ path }: GivenFile): Promise<Came> => {
    try {
      if (wish.as === 'attachments') return { attachment: note(await takeAttachment(folder, path)) }
      return { picture: note(await takePicture(folder, path, { ...wish, decode: ctx.decode })) }
    } catch (error) {
      // a full disk ends it all; what is wrong with one file is told of that file
      if (!(error instanceof Fault) || error.code === 'file.diskFull') throw error
      if (error.code === 'picture.notPicture' && wish.as === 'byBytes') return attach(path)
      return { refused: error.code }
    }
  }
  const attach = async (path: string): Promise<Came> => {
    try {
      return { attachment: note(await takeAttachment(folder, path)) }
    } catch (error) {
      if (!(error instanceof Fault) || error.code === 'file.diskFull') throw error
      return { refused: error.code }
    }
  }
  try {
    return await deed((files) => ahead(files, take))
  } catch (error) {
    for (const sha256 of fresh)
      if (!(await isFileKept(museum.db, museum.id, sha256))) await dropPicture(folder, sha256)
    throw error
  }
}

/** Files on their way at once: while some are decoded others are copied. */
const ON_THEIR_WAY = DECODED_AT_ONCE * 2

/** Answers come in the order of the things, though several are at work; none is at work any more when this ends. */
export async function* ahead<F, R>(
  things: readonly F[],
  deed: (thing: F) => Promise<R>
): AsyncGenerator<readonly [F, R]> {
  const coming: { readonly thing: F; readonly result: Promise<R> }[] = []
  let next = 0
  try {
    for (;;) {
      for (const thing of things.slice(next, next + ON_THEIR_WAY - coming.length)) {
        const result = deed(thing)
        // it is awaited when its turn comes
        result.catch(() => undefined)
        coming.push({ thing, result })
        next += 1
      }
      const first = coming.shift()
      if (!first) return
      yield [first.thing, await first.result]
    }
  } finally {
    await Promise.allSettled(coming.map(({ result }) => result))
  }
}
