import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../electron/store/open.ts'
import { insertMuseum } from '../../electron/store/workspace.ts'

export const MUSEUM_ID = '0190a000-0000-7000-8000-000000000001'

/** A museum on disk, closed; `remove` takes the folder away. */
export async function aFolder(): Promise<{ folder: string; remove: () => void }> {
  const outer = mkdtempSync(join(tmpdir(), 'guancang-durability-'))
  const folder = join(outer, 'museum')
  const store = await openStore(folder, { create: true })
  const row = { id: MUSEUM_ID, name: '云河县博物馆', province: 'shanxi', code: null, is_sample: 0 }
  await insertMuseum(store.db, row, '2026-03-01T04:00:00.000Z')
  await store.close()
  return { folder, remove: () => rmSync(outer, { recursive: true, force: true }) }
}
