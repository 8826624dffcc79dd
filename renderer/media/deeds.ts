import { Fault } from '../../shared/contract/faults.ts'
import { takeResult, type TakeResult } from '../../shared/media/contract.ts'
import type { PictureView } from '../../shared/media/rules.ts'
import type { ChosenFile } from '../../shared/shell/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { dropped, museum } from '../bridge/museum.ts'
import { edited } from '../catalogue/undo.ts'
import { saved } from '../frame/status.ts'
import { shared } from '../kit/store.ts'

/** The object that the pictures are of; `name` is what undo calls it. */
export interface Owner {
  readonly objectId: string
  readonly name: string
}

/** Taking in goes on when another record is opened. */
export const taking = longWork(takeResult)

/** Chosen or dropped files on their way in. */
interface Given {
  readonly files: readonly ChosenFile[]
  /** More were chosen than go in at once. */
  readonly left?: number
  readonly refused?: TakeResult['refused']
  /** As pictures; as attachments; or each as its bytes tell. */
  readonly as: 'pictures' | 'attachments' | 'byBytes'
  readonly replaces?: string
  readonly smallReason?: string
}

/** Whose files are or were taken in last, and how they were given. */
export const lastTaken = shared<(Given & { readonly objectId: string }) | null>(null)

/** Takes files in; what is refused is told beside them. */
export async function takeIn(owner: Owner, given: Given): Promise<void> {
  const { files, refused = [], as, replaces, smallReason } = given
  const { objectId } = owner
  if (files.length === 0 && refused.length === 0) return
  lastTaken.set({ ...given, objectId })
  taking.clear()
  if (files.length === 0) return
  const order = {
    objectId,
    files: files.map(({ token }) => token),
    ...(replaces === undefined ? {} : { replaces }),
  }
  const small = smallReason === undefined ? {} : { smallReason }
  const result = await taking.start(() =>
    as === 'attachments'
      ? museum.media.attach(order)
      : museum.media.take({ ...order, ...small, others: as === 'byBytes' })
  )
  if (result === null) return
  undoable(owner, result.entryId)
  const { added, attached } = result
  if (added > 0 && attached > 0) saved('media.added.both', { added, attached })
  else if (attached > 0) saved('media.added.attached', { count: attached })
  else if (added > 0) saved('media.added', { count: added })
}

/** Files dropped on the record, one after the other: a window may not ask for hundreds at once. */
export async function takeDropped(owner: Owner, files: readonly File[], left: number): Promise<void> {
  if (taking.get().state === 'running') throw new Fault('call.tooMany')
  const { given, refused } = await droppedFiles(files, 'any')
  await takeIn(owner, { files: given, left, refused, as: 'byBytes' })
}

/** Tokens for dropped files, and those that are none. */
export async function droppedFiles(
  files: readonly File[],
  wanted: 'picture' | 'any'
): Promise<{ given: ChosenFile[]; refused: TakeResult['refused'] }> {
  const given: ChosenFile[] = []
  const refused: TakeResult['refused'] = []
  for (const file of files) {
    try {
      given.push(await dropped(file, wanted))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      refused.push({ file: file.name, code: error.code })
    }
  }
  return { given, refused }
}

export async function described(
  owner: Owner,
  id: string,
  parts: {
    view?: PictureView
    caption?: string | null
    photographer?: string | null
    scaleCard?: boolean | null
  }
): Promise<void> {
  const { entryId } = await museum.media.describe({ id, ...parts })
  undoable(owner, entryId)
  if (entryId !== null) saved('media.saved')
}

export async function arranged(owner: Owner, ids: string[]): Promise<void> {
  const { entryId } = await museum.media.arrange({ objectId: owner.objectId, ids })
  undoable(owner, entryId)
  if (entryId !== null) saved('media.saved')
}

export async function removed(owner: Owner, id: string): Promise<void> {
  const { entryId } = await museum.media.remove({ id })
  undoable(owner, entryId)
  saved('media.removed')
}

/** What can be taken back with Ctrl+Z. */
export function undoable({ objectId, name }: Owner, entryId: string | null): void {
  if (entryId !== null) edited({ entryId, recordId: objectId, name })
}
