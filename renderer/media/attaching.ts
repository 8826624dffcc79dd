import type { Attachment } from '../../shared/media/attachments.ts'
import { savedCopy } from '../../shared/media/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { saved } from '../frame/status.ts'
import { takeIn, undoable, type Owner } from './deeds.ts'

/** A copy of a large file may take a while. */
export const copying = longWork(savedCopy)

/** Opens a copy in the system's program, after main has asked. */
export async function opened({ sha256, name }: Attachment): Promise<void> {
  await museum.shell.openAttachment({ sha256, name })
}

export async function copied(id: string, name: string): Promise<void> {
  const { file } = await museum.shell.choose({ purpose: 'saveAttachment', suggested: name.slice(-200) })
  if (!file) return
  copying.clear()
  const done = await copying.start(() => museum.media.saveAttachment({ id, to: file.token }))
  if (done) saved('media.attachments.copied', { name: file.name })
}

export async function exchanged(owner: Owner, id: string): Promise<void> {
  const { file } = await museum.shell.choose({ purpose: 'attachment' })
  if (file) await takeIn(owner, { files: [file], as: 'attachments', replaces: id })
}

export async function told(
  owner: Owner,
  id: string,
  parts: { kind?: string; title?: string; day?: string | null }
): Promise<void> {
  const { entryId } = await museum.media.describeAttachment({ id, ...parts })
  undoable(owner, entryId)
  if (entryId !== null) saved('media.attachments.saved')
}

export async function unattached(owner: Owner, id: string): Promise<void> {
  const { entryId } = await museum.media.removeAttachment({ id })
  undoable(owner, entryId)
  saved('media.attachments.removed')
}
