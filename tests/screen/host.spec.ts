import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT, agreeNext, chooseNext, launchMuseum, listen, type ScreenMuseum } from './kit.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-host-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const valueOf = async (channel: string, input: unknown = {}): Promise<Record<string, unknown>> => {
  const reply = await museum.call(channel, input)
  if (!reply.ok) throw new Error(`${channel}: ${reply.fault.code}`)
  return reply.value as Record<string, unknown>
}
/** Electron itself with these words, as a shell would start it; without a screen where `env` says so. */
function electron(words: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const program = readFileSync(join(ROOT, 'node_modules/electron/path.txt'), 'utf8')
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, ...words]
  return spawn(join(ROOT, 'node_modules/electron/dist', program), args, {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
const hostPid = () =>
  museum.app.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ serviceName, name }) => (name ?? serviceName)?.includes('host'))?.pid
  )

test('S23 a folder the user chose becomes a museum; the page never sees where it is', async () => {
  await chooseNext(museum.app, null)
  expect(await valueOf('shell.choose', { purpose: 'newMuseumFolder' })).toEqual({ file: null })

  await chooseNext(museum.app, join(folder, '云溪县博物馆'))
  const { file } = (await valueOf('shell.choose', { purpose: 'newMuseumFolder' })) as {
    file: { token: string }
  }
  const wrong = await museum.call('workspace.open', { folder: file.token })
  expect(wrong, 'a token is for one purpose').toMatchObject({ ok: false, fault: { code: 'file.token' } })
  const made = await museum.call('workspace.create', {
    folder: file.token,
    name: '云溪县博物馆',
    province: 'shanxi',
  })
  expect(made).toMatchObject({
    ok: true,
    value: { museum: { name: '云溪县博物馆', folder: '云溪县博物馆' } },
  })
  const state = await valueOf('workspace.state')
  expect(JSON.stringify([made, state])).not.toContain(folder)
})

test('S23 a save gets its extension, and a folder is not saved over', async () => {
  const save = () => museum.call('shell.choose', { purpose: 'saveWorkbook', suggested: '总登记账' })
  await chooseNext(museum.app, join(folder, '总登记账'))
  expect(await save()).toMatchObject({ ok: true, value: { file: { name: '总登记账.xlsx', size: null } } })
  await chooseNext(museum.app, join(folder, '云溪县博物馆', 'museum.db'))
  expect(await save()).toMatchObject({ ok: true, value: { file: { name: 'museum.db.xlsx' } } })

  mkdirSync(join(folder, '目录.xlsx'))
  for (const name of ['目录.xlsx', '目录']) {
    await chooseNext(museum.app, join(folder, name))
    expect(await save(), name).toMatchObject({
      ok: false,
      fault: { code: 'file.unsupported', detail: { name: '目录.xlsx' } },
    })
  }
  // the system asks about 旧账, and there is none: about 旧账.xlsx the program must ask itself
  writeFileSync(join(folder, '旧账.xlsx'), 'last year')
  await chooseNext(museum.app, join(folder, '旧账'))
  await agreeNext(museum.app, false)
  expect(await save()).toEqual({ ok: true, value: { file: null } })
  await agreeNext(museum.app, true)
  expect(await save()).toMatchObject({ ok: true, value: { file: { name: '旧账.xlsx' } } })
})

test('S22 a picture of the open museum is shown by its hash, with the type its bytes have', async () => {
  const media = join(folder, '云溪县博物馆', 'media')
  const keep = (bytes: Buffer): string => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    mkdirSync(join(media, hash.slice(0, 2)), { recursive: true })
    writeFileSync(join(media, hash.slice(0, 2), hash), bytes)
    return hash
  }
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = keep(Buffer.from(png, 'base64'))
  const drawing = keep(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))
  const shown = (address: string) =>
    museum.page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const image = new Image()
          image.onload = () => resolve(image.naturalWidth)
          image.onerror = () => resolve('refused')
          image.src = src
        }),
      address
    )
  expect(await shown(`app://media/${picture}`)).toBe(1)
  expect(await shown(`app://media/${picture}?w=320`)).toBe(1)
  for (const address of [
    drawing,
    `${picture}?w=1`,
    `${picture.slice(0, 2)}/${picture}`,
    '../museum.db',
    'a'.repeat(64),
  ])
    expect(await shown(`app://media/${address}`), address).toBe('refused')
})

test("S5 not even main's own session fetches from outside", async () => {
  let hits = 0
  const server = createServer((_, answer) => {
    hits += 1
    answer.end('hello')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    const outcome = await museum.app.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => 'answered',
          () => 'refused'
        ),
      address
    )
    expect(outcome).toBe('refused')
    expect(hits).toBe(0)
  } finally {
    server.close()
  }
})

test('a host that is killed is started again and opens the same museum; what was pending is told', async () => {
  const before = await hostPid()
  expect(before).toBeGreaterThan(0)
  const heard = await listen(museum.page, 'host')
  process.kill(before ?? 0, 'SIGKILL')
  expect(await heard()).toEqual([{ kind: 'host', state: 'restarted' }])
  expect(await hostPid()).not.toBe(before)
  expect(await valueOf('workspace.state')).toMatchObject({
    museum: { name: '云溪县博物馆', uncleanEnd: true },
  })
})

test('a second start brings the window forward and hands over its file', async () => {
  const table = join(folder, '名册.csv')
  writeFileSync(table, '总登记号,名称\n')
  const heard = await listen(museum.page, 'file')
  const second = electron([`--home=${museum.userData}`, table])
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(await heard()).toEqual([
    { kind: 'file', token: expect.stringMatching(/^[\w-]{32}$/), name: '名册.csv' },
  ])
})

test('a job works in a thread of its own, tells its progress, and answers', async () => {
  const table = join(folder, '名册.csv')
  writeFileSync(table, '总登记号,名称,级别\n0001,青铜鼎,一级\n0002,青花碗,三级\n')
  await chooseNext(museum.app, table)
  const { file } = (await valueOf('shell.choose', { purpose: 'table' })) as { file: { token: string } }
  const { job } = await valueOf('imports.inspect', { file: file.token })
  const now = async () =>
    (await valueOf('workspace.job', { id: job })).job as { status: string; result: unknown }
  await expect.poll(async () => (await now()).status).toBe('finished')
  expect(JSON.stringify((await now()).result)).toContain('名称')
  expect(JSON.stringify(await now()), 'no path comes out').not.toContain(folder)
})

test('S42 S46 too much at once is refused, and the program goes on', async () => {
  const codes = await museum.page.evaluate(async () => {
    const large = window.museum.call('workspace.state', { text: 'a'.repeat(9 * 1024 * 1024) })
    const flood = Array.from({ length: 500 }, () => window.museum.call('catalogue.facets', { find: {} }))
    const replies = (await Promise.all([large, ...flood])) as { ok: boolean; fault?: { code: string } }[]
    return replies.map(({ ok, fault }) => (ok ? 'ok' : (fault?.code ?? '')))
  })
  expect(codes[0]).toBe('call.tooLarge')
  expect([...new Set(codes.slice(1))].sort()).toEqual(['call.tooMany', 'ok'])
  expect(await museum.call('workspace.state')).toMatchObject({ ok: true })
})

test('what is closed is opened again where it was', async () => {
  await museum.close({ keep: true })
  museum = await launchMuseum({ userData: join(folder, 'home') })
  expect(await valueOf('workspace.state')).toMatchObject({
    museum: { name: '云溪县博物馆', uncleanEnd: false },
  })
  const size = await museum.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
  expect(size).toEqual([1366, 768])
})

test('without a window and without a screen it is the command line', async () => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const run = async (words: readonly string[], late = 0) => {
    const child = electron(['--headless', ...words, '--data', join(folder, '无窗'), '--json'], env)
    const said: Buffer[] = []
    child.stdout?.on('data', (piece: Buffer) => said.push(piece)).pause()
    setTimeout(() => child.stdout?.resume(), late)
    const [code] = (await once(child, 'close')) as [number]
    const whole = Buffer.concat(said)
    return { code, bytes: whole.length, said: JSON.parse(whole.toString()) as unknown }
  }
  expect(await run(['stats'])).toMatchObject({ code: 1, said: { fault: { code: 'museum.missing' } } })
  expect(await run(['init', '--museum', '无窗县博物馆'])).toMatchObject({
    code: 0,
    said: { museum: '无窗县博物馆' },
  })
  expect(await run(['stats'])).toMatchObject({ code: 0, said: { objects: 0 } })

  // more than a pipe holds (64 KiB) comes out whole, also to one who reads late
  const rows = Array.from(
    { length: 500 },
    (_, at) => `${String(at + 1).padStart(4, '0')},铜鼎,${'饕餮纹，三足，双耳。'.repeat(10)}\n`
  )
  const table = join(folder, '五百件.csv')
  writeFileSync(table, `总登记号,名称,备注\n${rows.join('')}`)
  expect(await run(['import', 'objects', table])).toMatchObject({ code: 0 })
  const found = await run(['find', '铜', '--limit', '500'], 3000)
  expect(found.code).toBe(0)
  expect(found.bytes).toBeGreaterThan(2 * 65_536)
  expect((found.said as { objects: unknown[] }).objects).toHaveLength(500)
})

test('S23 a token dies with the window, in main and in the host', async () => {
  await chooseNext(museum.app, join(folder, '再一个'))
  const choose = async () =>
    (await valueOf('shell.choose', { purpose: 'newMuseumFolder' })) as { file: { token: string } }
  const { file } = await choose()
  const made = { folder: file.token, name: '再一个', province: 'shanxi' }
  await museum.app.evaluate(({ shell, BrowserWindow }) => {
    shell.showItemInFolder = () => {}
    // what a closed window says, while there is still a page to ask with
    BrowserWindow.getAllWindows()[0]?.emit('closed')
  })
  const stale = { ok: false, fault: { code: 'file.token' } }
  expect(await museum.call('shell.reveal', { token: file.token })).toMatchObject(stale)
  expect(await museum.call('workspace.create', made)).toMatchObject(stale)
  const fresh = await choose()
  expect(await museum.call('shell.reveal', { token: fresh.file.token })).toMatchObject({ ok: true })
})
