import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/contract/faults.ts'
import { insertObjects } from '../../electron/store/catalogue.ts'
import { asFault } from '../../electron/store/health.ts'
import { openStore } from '../../electron/store/open.ts'
import { aWrittenObject } from '../kit/builders.ts'
import { aFolder, MUSEUM_ID } from './folder.ts'

describe('opening a museum', () => {
  it('refuses a second writer while the first one lives, and lets it in after the first was killed', async () => {
    const { folder, remove } = await aFolder()
    const first = spawn(process.execPath, ['--no-warnings', 'tests/durability/writer.ts', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => first.stdout.once('data', resolve))
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.locked' })
    const closed = new Promise((resolve) => first.on('close', resolve))
    first.kill('SIGKILL')
    await closed
    const store = await openStore(folder)
    await store.close()
    remove()
  })

  it('refuses to make a museum where one is, and to open one where none is', async () => {
    const { folder, remove } = await aFolder()
    await expect(openStore(folder, { create: true })).rejects.toMatchObject({ code: 'museum.exists' })
    await expect(openStore(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'museum.missing' })
    remove()
  })

  it("refuses another program's SQLite file and a file that is none, and leaves both as they were", async () => {
    const { folder, remove } = await aFolder()
    const path = join(folder, 'museum.db')
    rmSync(path)
    const foreign = new SQLite(path)
    foreign.exec('create table theirs (a)')
    foreign.close()
    const before = readFileSync(path)
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.notMuseum' })
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'museum.lock'))).toBe(false)
    writeFileSync(path, 'Dear museum, '.repeat(200))
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.notMuseum' })
    remove()
  })

  it('refuses a file from the future with its own words', async () => {
    const { folder, remove } = await aFolder()
    const file = new SQLite(join(folder, 'museum.db'))
    file.exec("insert into kysely_migration values ('0999_later', '2030-01-01')")
    file.close()
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.fromFuture' })
    remove()
  })

  it('opens a torn file or says that it is damaged: never a crash, never another error', async () => {
    const { folder, remove } = await aFolder()
    const store = await openStore(folder)
    await insertObjects(
      store.db,
      Array.from({ length: 300 }, (_, at) => aWrittenObject(MUSEUM_ID, String(at + 1)))
    )
    await store.close()
    const path = join(folder, 'museum.db')
    const good = `${path}.good`
    copyFileSync(path, good)
    const size = statSync(good).size
    const outcomes = new Map<string, number>()
    for (let tear = 0; tear < 50; tear++) {
      copyFileSync(good, path)
      rmSync(`${path}-wal`, { force: true })
      const at = Math.floor((size * tear) / 50)
      if (tear % 2 === 0) truncateSync(path, at)
      else flip(path, at)
      const outcome = await outcomeOf(folder)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect(
      [...outcomes.keys()].filter((one) => !['opened', 'museum.damaged', 'museum.notMuseum'].includes(one))
    ).toEqual([])
    expect(outcomes.get('museum.damaged') ?? 0).toBeGreaterThan(10)
    remove()
  }, 60_000)

  it('on a full disk refuses with words, leaves nothing half, and works again when there is room', async () => {
    const { folder, remove } = await aFolder()
    const store = await openStore(folder)
    const pages = Number(store.file.pragma('page_count', { simple: true }))
    store.file.pragma(`max_page_count = ${pages + 20}`)
    const many = Array.from({ length: 2000 }, (_, at) => aWrittenObject(MUSEUM_ID, String(at + 1)))
    const failure = await store.db
      .transaction()
      .execute((tx) => insertObjects(tx, many))
      .catch((error: unknown) => asFault(error))
    expect(failure).toMatchObject({ code: 'museum.diskFull' })
    expect(store.file.inTransaction).toBe(false)
    expect(store.file.prepare('select count(*) as n from object').get()).toEqual({ n: 0 })
    store.file.pragma('max_page_count = 1000000')
    await store.db.transaction().execute((tx) => insertObjects(tx, many))
    expect(store.file.prepare('select count(*) as n from object').get()).toEqual({ n: 2000 })
    await store.close()
    remove()
  })
})

const tmpfs = canMount()

describe('a folder nobody may write to', () => {
  it.skipIf(!tmpfs)('is refused with words (needs leave to mount a read-only file system)', async () => {
    const { folder, remove } = await aFolder()
    const place = `${folder}-readonly`
    mkdirSync(place)
    execFileSync('mount', ['--bind', folder, place])
    try {
      execFileSync('mount', ['-o', 'remount,ro,bind', place])
      await expect(openStore(place)).rejects.toMatchObject({ code: 'museum.readOnly' })
      await expect(openStore(join(place, 'new'), { create: true })).rejects.toMatchObject({
        code: 'museum.readOnly',
      })
    } finally {
      execFileSync('umount', [place])
    }
    remove()
  })

  it.skipIf(!tmpfs)(
    'a disk of 4 MiB that fills keeps all that was acknowledged (needs leave to mount)',
    async () => {
      const { folder, remove } = await aFolder()
      const place = `${folder}-small`
      mkdirSync(place)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place])
      try {
        copyFileSync(join(folder, 'museum.db'), join(place, 'museum.db'))
        const store = await openStore(place)
        let acknowledged = 0
        const failure = await fill(async () => {
          const object = aWrittenObject(MUSEUM_ID, String(acknowledged + 1), { remarks: '页'.repeat(3000) })
          await store.db.transaction().execute((tx) => insertObjects(tx, [object]))
          acknowledged += 1
        })
        expect(failure).toMatchObject({ code: 'museum.diskFull' })
        expect(acknowledged).toBeGreaterThan(10)
        await store.close()
        const again = await openStore(place).catch((error: unknown) => error)
        // a full disk may leave no room even for the lock; the file itself must be whole
        const file = new SQLite(join(place, 'museum.db'))
        expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(file.prepare('select count(*) as n from object').get()).toEqual({ n: acknowledged })
        file.close()
        if (!(again instanceof Error)) await (again as { close(): Promise<void> }).close()
      } finally {
        execFileSync('umount', [place])
      }
      remove()
    }
  )
})

async function fill(deed: () => Promise<void>): Promise<unknown> {
  try {
    for (;;) await deed()
  } catch (error) {
    return asFault(error)
  }
}

async function outcomeOf(folder: string): Promise<string> {
  try {
    const store = await openStore(folder)
    try {
      return store.file.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'opened' : 'museum.damaged'
    } finally {
      await store.close()
    }
  } catch (error) {
    const fault = asFault(error)
    return fault instanceof Fault ? fault.code : String(fault)
  }
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  for (let byte = at; byte < Math.min(at + 64, bytes.length); byte++) bytes[byte] = 0xff - (bytes[byte] ?? 0)
  writeFileSync(path, bytes)
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    const place = `/tmp/guancang-mount-${process.pid}`
    mkdirSync(place)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    rmSync(place, { recursive: true })
    return true
  } catch {
    return false
  }
}
