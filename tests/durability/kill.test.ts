import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { openStore } from '../../electron/store/open.ts'
import { readSetting } from '../../electron/store/workspace.ts'
import { aFolder, MUSEUM_ID } from './folder.ts'

const KILLS = 12

it('a program killed while it writes loses nothing it has acknowledged, and leaves nothing half', async () => {
  const { folder, remove } = await aFolder()
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const last = await writeUntilKilled(folder, Math.random() * 300)
    expect(last).toBeGreaterThan(acknowledged)
    acknowledged = last
    const store = await openStore(folder)
    expect(store.file.pragma('integrity_check', { simple: true })).toBe('ok')
    const { n } = store.file.prepare('select count(*) as n from object').get() as { n: number }
    const { s } = store.file.prepare('select count(*) as s from object_search').get() as { s: number }
    expect(n).toBeGreaterThanOrEqual(acknowledged)
    // the tally and the search index were written in the same transaction as the object
    expect(Number(await readSetting(store.db, MUSEUM_ID, 'tally'))).toBe(n)
    expect(s).toBe(n)
    await store.close()
  }
  remove()
}, 120_000)

/** The last number that the writer printed before it was shot, some time after it had printed its first. */
async function writeUntilKilled(folder: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ['--no-warnings', 'tests/durability/writer.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const closed = new Promise((resolve) => child.on('close', resolve))
  child.stdout.on('data', (chunk: Buffer) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), after)
    printed += chunk.toString()
  })
  await closed
  return Number(printed.slice(0, printed.lastIndexOf('\n')).split('\n').at(-1) ?? 0)
}
