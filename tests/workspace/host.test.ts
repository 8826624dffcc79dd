import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forkedDecoder } from '../../electron/files/decoder.ts'
import { hostLine, type HostEnd } from '../../electron/shell/hostLine.ts'
import { launchOf } from '../../electron/shell/launch.ts'
import { openLog } from '../../electron/shell/log.ts'
import type { FromHost, ToHost } from '../../electron/shell/messages.ts'
import { SMALLEST_SIZE, USUAL_SIZE, fitted, keepPlace, lastPlace } from '../../electron/shell/windowPlace.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-host-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A host that does as it is told: answers, events and deaths come when the test says so. */
class TestHost implements HostEnd {
  readonly heard: ToHost[] = []
  killed = false
  say: (message: FromHost) => void = () => {}
  die: () => void = () => {}
  send(message: ToHost): void {
    this.heard.push(message)
  }
  kill(): void {
    this.killed = true
    this.die()
  }
  hear(listener: (message: FromHost) => void): void {
    this.say = listener
  }
  ended(listener: () => void): void {
    this.die = listener
  }
}

function aLine() {
  const hosts: { host: TestHost; again: boolean }[] = []
  const told: unknown[] = []
  const media: (string | null)[] = []
  let now = 0
  const line = hostLine({
    start(again) {
      const host = new TestHost()
      hosts.push({ host, again })
      return host
    },
    tell: (event) => told.push(event),
    decoder: forkedDecoder(),
    mediaFolder: (at) => media.push(at),
    press: () => Promise.resolve(null),
    briefing: () => [{ kind: 'grant', token: 't', purpose: 'table', path: '/a.csv' }],
    clock: () => now,
  })
  const host = () => {
    const last = hosts.at(-1)
    if (!last) throw new Error('no host')
    return last.host
  }
  return { line, hosts, told, media, host, pass: (ms: number) => void (now += ms) }
}

const gone = { ok: false, fault: { code: 'host.gone', detail: {} } }
const call = (id: number, channel = 'workspace.state'): ToHost => ({ kind: 'call', id, channel, input: {} })

describe('the line to the host', () => {
  it('keeps calls until the host is ready, after it has been told of the grants', async () => {
    const { line, host, told } = aLine()
    const asked = line.call('workspace.state', {})
    line.send({ kind: 'grant', token: 't', purpose: 'table', path: '/a.csv' })
    expect(host().heard).toEqual([])
    host().say({ kind: 'ready' })
    expect(host().heard).toEqual([{ kind: 'grant', token: 't', purpose: 'table', path: '/a.csv' }, call(1)])
    host().say({ kind: 'reply', id: 1, reply: { ok: true, value: 'state' } })
    expect(await asked).toEqual({ ok: true, value: 'state' })
    expect(told).toEqual([{ kind: 'host', state: 'started' }])
  })

  it('answers every call once, each with its own answer', async () => {
    const { line, host } = aLine()
    host().say({ kind: 'ready' })
    const [a, b] = [line.call('a.a', {}), line.call('b.b', {})]
    host().say({ kind: 'reply', id: 2, reply: { ok: true, value: 'b' } })
    host().say({ kind: 'reply', id: 2, reply: { ok: true, value: 'again' } })
    host().say({ kind: 'reply', id: 99, reply: { ok: true, value: 'nobody asked' } })
    host().say({ kind: 'reply', id: 1, reply: { ok: true, value: 'a' } })
    expect(await Promise.all([a, b])).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ])
  })

  it('starts another when the host dies, answers what was pending and says so', async () => {
    const { line, hosts, host, told, media } = aLine()
    host().say({ kind: 'ready' })
    host().say({ kind: 'mediaFolder', folder: '/museum/media' })
    const pending = line.call('catalogue.amend', {})
    host().die()
    expect(await pending).toEqual(gone)
    expect(media).toEqual(['/museum/media', null])
    expect(hosts.map(({ again }) => again)).toEqual([false, true])

    const next = line.call('workspace.state', {})
    host().say({ kind: 'ready' })
    host().say({ kind: 'reply', id: 2, reply: { ok: true, value: 1 } })
    expect(await next).toEqual({ ok: true, value: 1 })
    expect(told).toEqual([
      { kind: 'host', state: 'started' },
      { kind: 'host', state: 'restarted' },
    ])
  })

  it('gives up after three deaths in a minute', async () => {
    const { line, hosts, host, told, pass } = aLine()
    for (let death = 0; death < 3; death += 1) {
      host().say({ kind: 'ready' })
      pass(19_000)
      host().die()
    }
    expect(hosts).toHaveLength(3)
    expect(told.at(-1)).toEqual({ kind: 'host', state: 'gone' })
    expect(await line.call('workspace.state', {})).toEqual(gone)
    await line.stop()
  })

  it('but not after three in an hour', () => {
    const { hosts, host, told, pass } = aLine()
    for (let death = 0; death < 10; death += 1) {
      host().say({ kind: 'ready' })
      pass(31_000)
      host().die()
    }
    expect(hosts).toHaveLength(11)
    expect(told).not.toContainEqual({ kind: 'host', state: 'gone' })
  })

  it('a host that has died says nothing any more', () => {
    const { hosts, host, media } = aLine()
    host().say({ kind: 'ready' })
    host().die()
    hosts[0]?.host.die()
    expect(hosts).toHaveLength(2)
    expect(media).toEqual([null])
  })

  it('ends it neatly, and starts none after that', async () => {
    const { line, hosts, host } = aLine()
    host().say({ kind: 'ready' })
    const stopped = line.stop()
    expect(host().heard.at(-1)).toEqual({ kind: 'stop' })
    host().die()
    await stopped
    expect(hosts).toHaveLength(1)
    expect(host().killed).toBe(false)
  })
})

describe('how the program is started', () => {
  it('goes on where it was, unless told otherwise', () => {
    const plain = launchOf(['--no-sandbox', '/app', '--inspect=0', '--remote-debugging-port=0'], '/work')
    expect(plain).toEqual({
      headless: null,
      begin: { kind: 'last' },
      home: null,
      language: 'zh-CN',
      files: [],
    })
    expect(launchOf(['--demo'], '/').begin).toEqual({ kind: 'sample' })
    expect(launchOf(['--data', '县博'], '/work').begin).toEqual({ kind: 'folder', path: '/work/县博' })
    expect(launchOf(['--data=/a/b'], '/work').begin).toEqual({ kind: 'folder', path: '/a/b' })
    expect(launchOf(['--home=h', '--lang=en-GB'], '/work')).toMatchObject({ home: '/work/h', language: 'en' })
    expect(launchOf(['--lang', 'fr'], '/').language).toBe('zh-CN')
  })

  it('leaves all that follows --headless to the command line', () => {
    const { headless, begin } = launchOf(['--headless', 'find', '鼎', '--data', 'x', '--demo'], '/work')
    expect(headless).toEqual(['find', '鼎', '--data', 'x', '--demo'])
    expect(begin).toEqual({ kind: 'last' })
  })

  it('takes tables that exist, and nothing else', () => {
    for (const name of ['名册.xlsx', '名册.exe']) writeFileSync(join(folder, name), 'x')
    const given = ['名册.xlsx', '名册.exe', 'missing.csv', '.', '--not=a.csv', join(folder, '名册.xlsx')]
    expect(launchOf(given, folder).files).toEqual([join(folder, '名册.xlsx'), join(folder, '名册.xlsx')])
  })
})

describe('where the window was', () => {
  const screen = { x: 0, y: 0, width: 1366, height: 728 }
  const kept = { corner: { x: 40, y: 30 }, width: 1200, height: 700, maximized: true }

  it('is remembered, never too small, never on a screen that is gone', () => {
    expect(fitted(kept, [screen])).toEqual(kept)
    expect(fitted({ ...kept, width: 10, height: 10 }, [screen])).toMatchObject(SMALLEST_SIZE)
    expect(fitted({ ...kept, corner: { x: 2000, y: 30 } }, [screen]).corner).toBeNull()
    expect(fitted({ ...kept, corner: { x: 2000, y: 30 } }, [screen, { ...screen, x: 1366 }]).corner).toEqual({
      x: 2000,
      y: 30,
    })
    expect(
      fitted({ ...kept, corner: { x: 1300, y: 30 } }, [screen]).corner,
      'only its edge would show'
    ).toBeNull()
  })

  it('survives the file, and any nonsense in it', () => {
    const file = join(folder, 'window.json')
    const usual = { ...USUAL_SIZE, corner: null, maximized: false }
    expect(lastPlace(file, [screen])).toEqual(usual)
    keepPlace(file, kept)
    expect(lastPlace(file, [screen])).toEqual(kept)
    for (const nonsense of [
      '',
      '{',
      '[]',
      'null',
      '{"width":"wide"}',
      '{"corner":{},"width":1e999,"height":1}',
    ]) {
      writeFileSync(file, nonsense)
      expect(lastPlace(file, [screen]), nonsense).toEqual(usual)
    }
  })
})

describe('the log', () => {
  it('is kept to a size, one older file beside it', () => {
    const log = openLog(folder, 'host', () => '2026-03-01T08:00:00.000Z')
    log('catalogue.amend', new RangeError('too far'))
    const file = join(folder, 'logs', 'host.log')
    expect(readFileSync(file, 'utf8')).toMatch(
      /^2026-03-01T08:00:00.000Z catalogue.amend RangeError: too far\n {4}at /
    )
    writeFileSync(file, 'x'.repeat(1024 * 1024 + 1))
    log('again', new Error('y'))
    expect(readFileSync(file, 'utf8').length).toBeLessThan(5000)
    expect(readFileSync(`${file}.old`, 'utf8')).toHaveLength(1024 * 1024 + 1)
  })

  it('that cannot be written stops nothing', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
    openLog(folder, 'host', () => 'now')('where', new Error('x'))
    expect(readFileSync(join(folder, 'logs'), 'utf8')).toBe('a file where the folder should be')
  })
})
