import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from '../../electron/files/csv-writer.ts'
import { writeSafely } from '../../electron/files/safe-file.ts'
import { writeWorkbook } from '../../electron/files/workbook.ts'
import { aFolder, refusal, textsIn } from './crafted.ts'

const file = aFolder()
const beside = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name.endsWith('.part'))

describe('S24 a file is written whole or not at all', () => {
  it('stands under another name until it is whole', async () => {
    const path = file('report.txt', 'old')
    await writeSafely(path, async (handle) => {
      await handle.write('new')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(beside(path)).toEqual(['report.txt.part'])
    })
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(beside(path)).toEqual([])
  })

  it('leaves the old file and nothing else when it fails half way', async () => {
    const path = file('kept.xlsx', 'old')
    await expect(
      writeWorkbook(path, async (book) => {
        const sheet = book.sheet('账')
        for (let i = 0; i < 5000; i++) await sheet.row(['瓶', i])
        throw new RangeError('a fault of the report')
      })
    ).rejects.toThrow('a fault of the report')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(beside(path)).toEqual([])
  })

  it('stops when asked to, and leaves nothing', async () => {
    const path = file('stopped.xlsx')
    const stop = new AbortController()
    const writing = writeWorkbook(
      path,
      async (book) => {
        const sheet = book.sheet('账')
        for (let i = 0; i < 100_000; i++) {
          if (i === 3000) stop.abort()
          await sheet.row(['瓶', i])
        }
      },
      stop.signal
    )
    expect((await refusal(writing)).code).toBe('call.cancelled')
    expect(existsSync(path)).toBe(false)
    expect(beside(path)).toEqual([])
    const csv = writeCsv(
      file('stopped.csv'),
      Array.from({ length: 100_000 }, () => ['瓶', '唐三彩']),
      stop.signal
    )
    expect((await refusal(csv)).code).toBe('call.cancelled')
    expect(beside(path)).toEqual([])
  })

  it('never writes over a folder, a database or its journal', async () => {
    mkdirSync(file('folder.xlsx'))
    const path = file('museum.db')
    const database = new Database(path)
    database.exec('create table object (number text)')
    const before = readFileSync(path)
    for (const name of ['folder.xlsx', 'museum.db']) {
      expect(await refusal(writeCsv(file(name), [['x']]))).toEqual({
        code: 'file.locked',
        detail: { file: name },
      })
    }
    expect((await refusal(writeCsv(file('museum.db-wal', 'x'), [['x']]))).code).toBe('file.locked')
    expect(readFileSync(path)).toEqual(before)
    database.close()
  })

  it('puts itself in the place of a link, not of what it leads to', async () => {
    const target = file('target.csv', 'precious')
    const link = file('link.csv')
    symlinkSync(target, link)
    await writeCsv(link, [['x']])
    expect(readFileSync(target, 'utf8')).toBe('precious')
    expect(await textsIn(link)).toEqual([['x']])
  })

  it('names a folder that is not there', async () => {
    const path = join(dirname(file('x')), 'nowhere', 'a.csv')
    expect(await refusal(writeCsv(path, [['x']]))).toEqual({
      code: 'file.noFolder',
      detail: { file: 'a.csv' },
    })
  })

  const canMount = process.platform === 'linux' && process.getuid?.() === 0
  describe.skipIf(!canMount)('on a full disk (needs root to make one)', () => {
    const disk = file('disk')
    let mounted = false
    beforeAll(() => {
      mkdirSync(disk)
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { stdio: 'ignore' })
        mounted = true
      } catch {
        mounted = false
      }
    })
    afterAll(() => {
      if (mounted) execFileSync('umount', [disk])
    })

    it('says so and leaves nothing, for workbooks and CSV', async (test) => {
      if (!mounted) test.skip('no right to mount a small disk here')
      const noise = (i: number): string => `${Math.sin(i)}${Math.cos(i)}`
      const book = writeWorkbook(join(disk, 'a.xlsx'), async (disked) => {
        const account = disked.sheet('账')
        for (let i = 0; i < 50_000; i++) await account.row([noise(i), noise(i + 0.5)])
      })
      expect(await refusal(book)).toEqual({ code: 'file.diskFull', detail: { file: 'a.xlsx' } })
      const csv = writeCsv(
        join(disk, 'a.csv'),
        Array.from({ length: 50_000 }, (_, i) => [noise(i)])
      )
      expect(await refusal(csv)).toEqual({ code: 'file.diskFull', detail: { file: 'a.csv' } })
      expect(readdirSync(disk)).toEqual([])
    })
  })
})
