import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageFile } from '../../electron/shell/pageFile.ts'
import { droppedFile, isTableFile, mayBeSaved, withExtension } from '../../electron/shell/fileNames.ts'
import { MOST_GRANTS, grantBook, type Grant } from '../../electron/shell/grants.ts'
import { launchOf } from '../../electron/shell/launch.ts'
import { pictureFile, pictureType } from '../../electron/shell/picture.ts'
import { plainName } from '../../shared/kernel/plain-name.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { FILE_PURPOSES } from '../../shared/shell/contract.ts'

let folder = ''
let root = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-files-'))
  root = join(folder, 'renderer')
  for (const made of ['renderer/assets', 'renderer-evil']) mkdirSync(join(folder, made), { recursive: true })
  for (const [name, text] of [
    ['renderer/index.html', '<!doctype html>'],
    ['renderer/assets/字体.woff2', 'font'],
    ['renderer/assets/a.js', '1'],
    ['renderer-evil/secret.js', 'secret'],
    ['secret.txt', 'secret'],
    ['table.xlsx', 'table'],
    ['表.ET', 'table'],
    ['program.exe', 'program'],
  ] as const)
    writeFileSync(join(folder, name), text)
  symlinkSync(join(folder, 'secret.txt'), join(root, 'assets', 'link.js'))
  symlinkSync(folder, join(root, 'up'))
  // beside the root, and its name begins with the root's
  symlinkSync(join(folder, 'renderer-evil', 'secret.js'), join(root, 'assets', 'beside.js'))
  symlinkSync(join(folder, 'renderer-evil'), join(root, 'beside'))
  symlinkSync(join(root, 'assets', 'a.js'), join(root, 'inner.js'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("S21 the page's own files", () => {
  it.each([
    ['app://museum/index.html', 'index.html'],
    ['app://museum/index.html#/loans', 'index.html'],
    ['app://museum/assets/a.js?v=1', 'assets/a.js'],
    ['app://museum/assets/%E5%AD%97%E4%BD%93.woff2', 'assets/字体.woff2'],
    ['app://museum/inner.js', 'assets/a.js'],
  ])('%s is found', async (address, file) => {
    expect(await pageFile(root, address)).toBe(join(root, file))
  })

  it.each([
    'app://museum/../secret.txt',
    'app://museum/../../../../etc/passwd',
    'app://museum/%2e%2e/secret.txt',
    'app://museum/%2e%2e%2fsecret.txt',
    'app://museum/..%2fsecret.txt',
    'app://museum/%2e%2e%5csecret.txt',
    'app://museum/..\\secret.txt',
    'app://museum/..%5c..%5csecret.txt',
    'app://museum/%252e%252e%252fsecret.txt',
    'app://museum/assets/..%2f..%2fsecret.txt',
    'app://museum/..%c0%afsecret.txt',
    'app://museum/%ff',
    'app://museum/%',
    'app://museum/../renderer-evil/secret.js',
    'app://museum/..%2frenderer-evil%2fsecret.js',
    'app://museum/assets/link.js',
    'app://museum/assets/beside.js',
    'app://museum/beside/secret.js',
    'app://museum/up/secret.txt',
    'app://museum/index.html%00.js',
    'app://museum/index.html%0a',
    'app://museum//etc/passwd',
    'app://museum/%2fetc%2fpasswd',
    'app://museum/C:/Windows/win.ini',
    'app://museum/C%3a%5cWindows%5cwin.ini',
    'app://museum/index.html::$DATA',
    'app://museum/index.html%3a%3a$DATA',
    'app://museum/con',
    'app://museum/NUL.js',
    'app://museum/assets/com1.js',
    'app://museum/index.html.',
    'app://museum/index.html%20',
    'app://museum/...',
    'app://museum/',
    'app://museum/assets',
    'app://museum/assets/',
    'app://museum/missing.js',
    'app://museum.evil/index.html',
    'app://museum@evil/index.html',
    'app://media/index.html',
    'file:///etc/passwd',
    'https://museum/index.html',
    'index.html',
    '',
  ])('%s is not', async (address) => {
    expect(await pageFile(root, address)).toBeNull()
  })
})

describe('S22 pictures', () => {
  const hash = 'ab' + '0123456789abcdef'.repeat(4).slice(2)
  it('lie under the first two letters of their hash, at whatever width', () => {
    const file = join('/museum/media', 'ab', hash)
    expect(pictureFile('/museum/media', `app://media/${hash}`)).toBe(file)
    expect(pictureFile('/museum/media', `app://media/${hash}?w=320`)).toBe(file)
  })

  it.each([
    `app://media/${hash.toUpperCase()}`,
    `app://media/${hash.slice(1)}`,
    `app://media/${hash}0`,
    `app://media/${hash}/`,
    `app://media/${hash}/..`,
    `app://media/../${hash}`,
    `app://media/${hash}%00`,
    `app://media/${hash}\n`,
    `app://media/${hash}#x`,
    `app://media/${hash}?w=321`,
    `app://media/${hash}?w=320&w=1`,
    `app://media/${hash}?W=320`,
    `app://media//${hash}`,
    `app://media/ab/${hash.slice(2)}`,
    `app://museum/${hash}`,
    `app://media@museum/${hash}`,
    `APP://media/${hash}`,
    `https://media/${hash}`,
    'app://media/..%2f..%2fmuseum.db',
    'app://media/museum.db',
    'app://media/',
    '',
  ])('have no other address: %j', (address) => expect(pictureFile('/museum/media', address)).toBeNull())

  it('are what their first bytes say, and only kinds that carry no script', () => {
    const bytes = (...values: (number | string)[]) =>
      Buffer.concat(
        values.map((value) =>
          typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from([value])
        )
      )
    expect(pictureType(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
    expect(pictureType(bytes(0x89, 'PNG\r\n\x1a\n', 0))).toBe('image/png')
    expect(pictureType(bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '))).toBe('image/webp')
    for (const other of [
      '<svg xmlns="http://www.w3.org/2000/svg">',
      '<html>',
      'GIF89a',
      'II*\0',
      '%PDF-1.7',
      'RIFF1234WAVE',
      'PK\x03\x04',
      '',
    ])
      expect(pictureType(bytes(other)), other).toBeNull()
    expect(pictureType(bytes(0xff, 0xd8)), 'cut off').toBeNull()
  })
})

describe('S23 files the user chose', () => {
  const refusedBy = (deed: () => unknown): string => {
    try {
      deed()
    } catch (error) {
      if (error instanceof Fault) return error.code
      throw error
    }
    return 'granted'
  }

  it('are tokens: no path, no guessing, one purpose', () => {
    const sent: Grant[] = []
    const book = grantBook((grant) => sent.push(grant))
    const path = join(folder, 'table.xlsx')
    const chosen = book.give(path, 'table')
    expect(chosen).toEqual({
      token: expect.stringMatching(/^[\w-]{32}$/) as string,
      name: 'table.xlsx',
      size: 5,
    })
    expect(sent).toEqual([{ token: chosen.token, purpose: 'table', path }])
    expect(book.give(path, 'table').token).not.toBe(chosen.token)
    expect(book.path(chosen.token, 'table')).toBe(path)
    for (const purpose of FILE_PURPOSES.filter((one) => one !== 'table'))
      expect(
        refusedBy(() => book.path(chosen.token, purpose)),
        purpose
      ).toBe('file.token')
    for (const guess of [
      '',
      path,
      'table.xlsx',
      chosen.token.slice(1),
      `${chosen.token} `,
      '__proto__',
      'constructor',
    ])
      expect(
        refusedBy(() => book.path(guess, 'table')),
        guess
      ).toBe('file.token')
  })

  it('show no size for a folder or a file not there yet', () => {
    const book = grantBook()
    expect(book.give(folder, 'museumFolder').size).toBeNull()
    expect(book.give(join(folder, 'new.xlsx'), 'saveWorkbook').size).toBeNull()
  })

  it('are forgotten with the window', () => {
    const book = grantBook()
    const { token } = book.give(join(folder, 'table.xlsx'), 'table')
    book.forgetAll()
    expect(refusedBy(() => book.path(token, 'table'))).toBe('file.token')
    expect(book.all()).toEqual([])
  })

  it('are kept to a number, the oldest out first, in main and in the host alike', () => {
    const host = grantBook()
    const main = grantBook((grant) => host.accept(grant))
    const given = Array.from({ length: MOST_GRANTS + 2 }, (_, at) => main.give(`/a/${at}.csv`, 'table'))
    const kept = given.slice(2).map(({ token }) => token)
    for (const book of [main, host]) expect(book.all().map(({ token }) => token)).toEqual(kept)
    expect(refusedBy(() => host.path(given[1]?.token ?? '', 'table'))).toBe('file.token')
    expect(host.path(given.at(-1)?.token ?? '', 'table')).toBe(`/a/${MOST_GRANTS + 1}.csv`)
  })

  it('get the extension of what is saved, so that no save can name a database', () => {
    expect(withExtension('/a/总登记账', '.xlsx')).toBe('/a/总登记账.xlsx')
    expect(withExtension('/a/总登记账.XLSX', '.xlsx')).toBe('/a/总登记账.XLSX')
    for (const file of ['museum.db', 'museum.db-wal', 'a.xlsx.exe', 'a.xls', 'a.', '.xlsx'])
      expect(withExtension(`/a/${file}`, '.xlsx')).toBe(`/a/${file}.xlsx`)
  })

  it('are not saved over a folder', () => {
    expect(refusedBy(() => mayBeSaved(folder))).toBe('file.unsupported')
    expect(mayBeSaved(join(folder, 'new.xlsx'))).toEqual({ exists: false })
    expect(mayBeSaved(join(folder, 'table.xlsx'))).toEqual({ exists: true })
    expect(mayBeSaved(join(folder, `${'长'.repeat(300)}.xlsx`)), 'the writer will refuse it').toEqual({
      exists: false,
    })
  })

  it('are suggested by name only', () => {
    expect(plainName('云河县 总登记账 2026')).toBe('云河县 总登记账 2026')
    expect(plainName('../../etc/passwd')).toBe('etc passwd')
    expect(plainName('C:\\Windows\\a.xlsx')).toBe('C Windows a.xlsx')
    expect(plainName('a\0b\n.xlsx')).toBe('a b .xlsx')
    expect(plainName('...')).toBe('')
    expect(plainName('长'.repeat(500))).toHaveLength(120)
  })

  it("S12 count as dropped only when they are plain files of a table's kind", () => {
    expect(droppedFile(join(folder, 'table.xlsx'))).toEqual({
      path: join(folder, 'table.xlsx'),
      purpose: 'table',
    })
    expect(isTableFile(join(folder, '表.ET'))).toBe(true)
    const long = `${'长'.repeat(300)}.csv`
    for (const other of ['secret.txt/..', 'missing.csv', '', 'renderer', long, 'table.xlsx/a.csv'])
      expect(
        refusedBy(() => droppedFile(join(folder, other))),
        other
      ).toBe('file.unsupported')
    expect(launchOf([long, 'table.xlsx'], folder).files).toEqual([join(folder, 'table.xlsx')])
    // what getPathForFile says of a File the page made, and things no path can be
    const odds: unknown[] = [
      '',
      'table.xlsx',
      './table.xlsx',
      `${folder}/table.xlsx\0.png`,
      null,
      undefined,
      5,
      {},
    ]
    for (const odd of [...odds, ['/a.xlsx']])
      expect(
        refusedBy(() => droppedFile(odd)),
        JSON.stringify(odd)
      ).toBe('file.unsupported')
  })
})
