import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeSafely } from '../../electron/files/safe-file.ts'

let folder = ''
let target = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-exports-'))
  target = join(folder, '总登记账.xlsx')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const here = (): string[] => readdirSync(folder).sort()
const write = (text: string) => (file: FileHandle) => file.writeFile(text)

describe('S24 a file that is saved', () => {
  it('is written beside the old one, flushed, and only then takes its name', async () => {
    writeFileSync(target, 'last year')
    const flushed: string[] = []
    await writeSafely(target, async (file) => {
      const sync = file.sync.bind(file)
      file.sync = async () => {
        flushed.push(readFileSync(target, 'utf8'))
        await sync()
      }
      await file.writeFile('this year')
      expect(here()).toEqual(['总登记账.xlsx', '总登记账.xlsx.part'])
      expect(readFileSync(target, 'utf8')).toBe('last year')
    })
    expect(flushed, 'flushed once, while the old file still had the name').toEqual(['last year'])
    expect(here()).toEqual(['总登记账.xlsx'])
    expect(readFileSync(target, 'utf8')).toBe('this year')
  })

  it.skipIf(process.platform === 'win32')(
    'has its name flushed as well: the folder, after it was taken',
    async () => {
      const handle = await open(folder, 'r')
      const { ino } = await handle.stat()
      await handle.close()
      // the class of all open files is not exported: it is taken from one of them
      const files = Object.getPrototypeOf(handle) as { sync: (this: FileHandle) => Promise<void> }
      const { sync } = files
      const flushed: { folder: boolean; here: string[] }[] = []
      files.sync = async function () {
        flushed.push({ folder: (await this.stat()).ino === ino, here: here() })
        await sync.call(this)
      }
      try {
        await writeSafely(target, write('this year'))
      } finally {
        files.sync = sync
      }
      expect(flushed).toEqual([
        { folder: false, here: ['总登记账.xlsx.part'] },
        { folder: true, here: ['总登记账.xlsx'] },
      ])
    }
  )

  it('leaves the old one and nothing else when writing fails', async () => {
    writeFileSync(target, 'last year')
    const failing = writeSafely(target, async (file) => {
      await file.writeFile('half')
      throw new Error('row 500')
    })
    await expect(failing).rejects.toThrow('row 500')
    expect(here()).toEqual(['总登记账.xlsx'])
    expect(readFileSync(target, 'utf8')).toBe('last year')
  })

  it('leaves the old one whole when the program is killed in the middle, and what is left does not stop the next', async () => {
    writeFileSync(target, 'last year')
    const script = `
      import { writeSafely } from ${JSON.stringify(resolve('electron/files/safe-file.ts'))}
      await writeSafely(${JSON.stringify(target)}, async (file) => {
        await file.writeFile('half')
        process.stdout.write('half')
        await new Promise((resolve) => setTimeout(resolve, 60000))
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readFileSync(target, 'utf8')).toBe('last year')
    expect(existsSync(`${target}.part`)).toBe(true)
    await writeSafely(target, write('this year'))
    expect(readFileSync(target, 'utf8')).toBe('this year')
    expect(here()).toEqual(['总登记账.xlsx'])
  })

  it('never replaces an open database, its side files, or a folder', async () => {
    const path = join(folder, 'museum.db')
    const database = new SQLite(path)
    database.pragma('journal_mode = wal')
    database.exec('create table object (number text)')
    const before = readFileSync(path)
    try {
      mkdirSync(join(folder, 'folder.xlsx'))
      for (const name of ['museum.db', 'museum.db-wal', 'museum.db-shm', 'folder.xlsx'])
        await expect(writeSafely(join(folder, name), write('x')), name).rejects.toMatchObject({
          code: 'file.locked',
        })
      expect(readFileSync(path)).toEqual(before)
      expect(here().filter((name) => name.endsWith('.part'))).toEqual([])
    } finally {
      database.close()
    }
  })
})
