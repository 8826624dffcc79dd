import type { Mark, MarkPlace, MarkShape } from '../../shared/media/marks.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'
import { undoable, type Owner } from './deeds.ts'

/** Marks can be switched off to see what is under them; that holds for all pictures until it is switched on again. */
export const marksShown = shared(true)

/** Points as they are sent: the contract's are changeable. */
const sent = (points: readonly MarkPlace[]): MarkPlace[] => points.map(([x, y]) => [x, y])

export async function drawn(
  owner: Owner,
  pictureId: string,
  shape: MarkShape,
  points: readonly MarkPlace[]
): Promise<string> {
  const id = crypto.randomUUID()
  const { entryId } = await museum.media.mark({ id, pictureId, shape, points: sent(points), words: null })
  undoable(owner, entryId)
  saved('media.marks.saved')
  return id
}

export async function amended(
  owner: Owner,
  id: string,
  parts: { readonly points?: readonly MarkPlace[]; readonly words?: string }
): Promise<void> {
  const { points, words } = parts
  const { entryId } = await museum.media.amendMark({
    id,
    ...(points === undefined ? {} : { points: sent(points) }),
    ...(words === undefined ? {} : { words }),
  })
  undoable(owner, entryId)
  if (entryId !== null) saved('media.marks.saved')
}

export async function unmarked(owner: Owner, { id }: Mark): Promise<void> {
  const { entryId } = await museum.media.removeMark({ id })
  undoable(owner, entryId)
  saved('media.marks.removed')
}
