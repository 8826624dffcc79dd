import { Fault, type FaultCode } from '../../shared/contract/faults.ts'
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

/** Whose pictures are or were taken in last, what was refused before it began, and how many were too many. */
export const lastTaken = shared<{
  readonly objectId: string
  readonly refused: TakeResult['refused']
  readonly left: number
} | null>(null)

/** Takes chosen files in as pictures, with `replaces` as a new version of one. */
export async function takeIn(
  owner: Owner,
  files: readonly ChosenFile[],
  left = 0,
  replaces?: string,
  refused: TakeResult['refused'] = []
): Promise<void> {
  if (files.length === 0 && refused.length === 0) return
  lastTaken.set({ objectId: owner.objectId, refused, left })
  taking.clear()
  if (files.length === 0) return
  const tokens = files.map(({ token }) => token)
  const result = await taking.start(() =>
    museum.media.take({
      objectId: owner.objectId,
      files: tokens,
      ...(replaces === undefined ? {} : { replaces }),
    })
  )
  if (result === null) return
  undoable(owner, result.entryId)
  if (result.added > 0) saved('media.added', { count: result.added })
}

/** Files dropped on the record, one after the other: a window may not ask for hundreds at once. */
export async function takeDropped(owner: Owner, files: readonly File[], left: number): Promise<void> {
  if (taking.get().state === 'running') throw new Fault('call.tooMany')
  const given: ChosenFile[] = []
  const refused: { file: string; code: FaultCode }[] = []
  for (const file of files) {
    try {
      given.push(await dropped(file, 'picture'))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      refused.push({
        file: file.name,
        code: error.code === 'file.unsupported' ? 'picture.notPicture' : error.code,
      })
    }
  }
  await takeIn(owner, given, left, undefined, refused)
}

export async function described(
  owner: Owner,
  id: string,
  parts: { view?: PictureView; caption?: string | null }
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

function undoable({ objectId, name }: Owner, entryId: string | null): void {
  if (entryId !== null) edited({ entryId, recordId: objectId, name })
}
