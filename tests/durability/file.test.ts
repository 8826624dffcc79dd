import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID } from '../../electron/store/health.ts'
import { MIGRATIONS } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open.ts'
import { setPragmas } from '../../electron/store/pragmas.ts'
import { aFolder } from './folder.ts'

describe('the file of a museum', () => {
  it('sets what keeps the file safe, on the first opening and on the next', async () => {
    const { folder, remove } = await aFolder()
    for (let opening = 0; opening < 2; opening++) {
      const store = await openStore(folder)
      const wanted = {
        journal_mode: 'wal',
        synchronous: 2,
        foreign_keys: 1,
        busy_timeout: 5000,
        trusted_schema: 0,
        cell_size_check: 1,
        checkpoint_fullfsync: 1,
        wal_autocheckpoint: 1000,
        journal_size_limit: 64 * 1024 * 1024,
        application_id: APPLICATION_ID,
      }
      const read = Object.keys(wanted).map((name) => [name, store.file.pragma(name, { simple: true })])
      expect(Object.fromEntries(read)).toEqual(wanted)
      await store.close()
    }
    remove()
  })

  it('refuses a setting that does not take', () => {
    const file = new SQLite(':memory:')
    // in memory there is neither a log nor a journal on the disk
    expect(() => setPragmas(file)).toThrow('journal_mode')
    file.close()
  })

  it('where the disk cannot share memory keeps the slower journal, flushed to the last', async () => {
    const { folder, remove } = await aFolder()
    const file = new SQLite(join(folder, 'museum.db'))
    const onSuchADisk: Pick<SQLite.Database, 'pragma'> = {
      pragma: (text: string, options?: SQLite.PragmaOptions) =>
        file.pragma(text === 'journal_mode = wal' ? 'journal_mode = delete' : text, options),
    }
    expect(setPragmas(onSuchADisk)).toBe('delete')
    expect(file.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(file.pragma('synchronous', { simple: true })).toBe(3)
    file.close()
    remove()
  })

  // without it another program that looks at the file takes the log away, and what is in the log is lost
  it.skipIf(process.platform !== 'linux')(
    "leaves SQLite's hold on the file alone when a job opens it (Linux only: /proc/locks tells)",
    async () => {
      const { folder, remove } = await aFolder()
      const store = await openStore(folder)
      const { ino } = statSync(join(folder, 'museum.db'))
      const held = () => readFileSync('/proc/locks', 'utf8').match(new RegExp(`READ .*:${ino} .*`, 'g'))
      expect(held()).toHaveLength(1)
      const job = await openStore(folder, { role: 'job' })
      expect(held()).toHaveLength(1)
      await job.close()
      expect(held()).toHaveLength(1)
      await expect(openStore(folder)).rejects.toMatchObject({ code: 'museum.locked' })
      expect(held(), 'after a second program has been refused').toHaveLength(1)
      await store.close()
      remove()
    }
  )

  it('waits for its turn before it reads what it will write over', async () => {
    const { folder, remove } = await aFolder()
    const store = await openStore(folder)
    const other = await openStore(folder, { role: 'job' })
    other.file.pragma('busy_timeout = 0')
    let inside = false
    await store.db.transaction().execute(async () => {
      const second = other.db.transaction().execute(async () => {
        inside = true
      })
      await expect(second).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    })
    expect(inside).toBe(false)
    await other.close()
    await store.close()
    remove()
  })

  it('before it brings a file up to date keeps a whole copy of it as it was, the last three', async () => {
    const { folder, remove } = await aFolder()
    rmSync(join(folder, 'backups'), { recursive: true })
    const later = (count: number) => ({
      ...MIGRATIONS,
      ...Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `09${String(at).padStart(2, '0')}_later`,
          {
            up: (db: Kysely<unknown>) =>
              db.schema.createTable(`later_${at}`).addColumn('a', 'text').execute(),
          },
        ])
      ),
    })
    for (const count of [1, 2, 3, 4]) {
      await (await openStore(folder, { migrations: later(count) })).close()
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies.map((name) => name.slice(0, 17)).sort()).toEqual([
      'before-0901_later',
      'before-0902_later',
      'before-0903_later',
    ])
    const copy = new SQLite(join(folder, 'backups', copies.sort()[0] ?? ''), { readonly: true })
    const tables = copy.prepare("select name from sqlite_master where name like 'later%'").pluck().all()
    expect(tables).toEqual(['later_0'])
    copy.close()
    remove()
  })
})
