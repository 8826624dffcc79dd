import { join } from 'node:path'
import type { Chosen } from '../../../shared/changes/contract.ts'
import { Fault } from '../../../shared/contract/faults.ts'
import type { SavedOut } from '../../../shared/media/contract.ts'
import { pictureNames } from '../../../shared/reports/pictures.ts'
import { copyOut, copyOutAnew } from '../../files/attachmentFile.ts'
import { attachmentById } from '../../store/attachments.ts'
import { chosenRecords, countChosen } from '../../store/changes.ts'
import { picturesOfObject } from '../../store/media.ts'
import type { JobCtx } from '../context.ts'
import { folderOf } from './intake.ts'

/** Copies of one name in a folder before it is given up: somebody saves there again and again. */
const MOST_COPIES = 1000

/**
 * Saves the pictures of the chosen objects into a folder under the names of I3, whole files as they were taken in. What is
 * there already stays: a copy gets another number. A picture whose file is lost or altered is told, the others go on.
 * Faults: file.noFolder, file.diskFull.
 */
export async function saveOut(
  { chosen, folder }: { readonly chosen: Chosen; readonly folder: string },
  ctx: JobCtx
): Promise<SavedOut> {
  const museum = ctx.museum()
  const kept = folderOf(museum)
  const result: SavedOut = { objects: 0, saved: 0, failed: [] }
  const total = await countChosen(museum.db, museum.id, chosen)
  let at = 0
  for await (const records of chosenRecords(museum.db, museum.id, chosen)) {
    for (const record of records) {
      await ctx.progress('saving', at++, total)
      const pictures = await picturesOfObject(museum.db, museum.id, record.id)
      const names = pictureNames(String(record.values.number ?? ''), pictures)
      if (pictures.length > 0) result.objects += 1
      for (const [index, { sha256 }] of pictures.entries()) {
        const name = names[index] ?? sha256
        try {
          await saveUnder(kept, sha256, folder, name)
          result.saved += 1
        } catch (error) {
          if (!(error instanceof Fault) || error.code === 'file.diskFull' || error.code === 'file.noFolder')
            throw error
          result.failed.push({ file: name, code: error.code })
        }
        await ctx.progress('saving', at - 1, total)
      }
    }
  }
  return result
}

/** `0008-正视-1.jpg`; where that is taken `0008-正视-1(2).jpg`, which is read as the same object and view. */
async function saveUnder(kept: string, sha256: string, folder: string, name: string): Promise<void> {
  const [, stem = name, ending = ''] = /^(.*)(\.[a-z]+)$/u.exec(name) ?? []
  for (let copy = 1; copy <= MOST_COPIES; copy++) {
    const free = copy === 1 ? name : `${stem}(${copy})${ending}`
    if (await copyOutAnew(kept, sha256, join(folder, free))) return
  }
  throw new Fault('file.locked', { file: name })
}

/** Saves one attachment, also an earlier version of one, under a name that was chosen. Bytes. */
export async function saveAttachment(
  { id, to }: { readonly id: string; readonly to: string },
  ctx: JobCtx
): Promise<{ bytes: number }> {
  const museum = ctx.museum()
  await ctx.progress('saving', 0, null)
  const row = await attachmentById(museum.db, museum.id, id)
  if (!row) throw new Fault('attachment.missing')
  try {
    return { bytes: await copyOut(folderOf(museum), row.sha256, to) }
  } catch (error) {
    throw error instanceof Fault ? new Fault(error.code, { ...error.detail, file: row.name }) : error
  }
}
