import type { Chosen } from '../../shared/changes/contract.ts'
import { savedOut } from '../../shared/media/contract.ts'
import { longWork } from '../bridge/longWork.ts'
import { museum } from '../bridge/museum.ts'
import { shared } from '../kit/store.ts'

/** Saving goes on when its dialog is closed. */
export const savingOut = longWork(savedOut)

/** The folder that is being saved to, as it is called; null while nobody looks. */
export const saveOutFolder = shared<string | null>(null)

/** Saves the pictures of those objects into a folder that the user chooses. */
export async function saveOut(chosen: Chosen): Promise<void> {
  if (savingOut.get().state === 'running') return saveOutFolder.set((now) => now ?? '')
  const { file } = await museum.shell.choose({ purpose: 'saveFolder' })
  if (!file) return
  savingOut.clear()
  saveOutFolder.set(file.name)
  await savingOut.start(() => museum.media.saveOut({ chosen, folder: file.token }))
}
