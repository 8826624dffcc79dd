import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { contentSecurityPolicy } from '../../electron/shell/policy.ts'
import { agreeNext, dropFile, isReady, launchMuseum, listen, type ScreenMuseum } from './kit.ts'

let museum: ScreenMuseum
test.beforeAll(async () => {
  museum = await launchMuseum()
})
test.afterAll(() => museum.close())

test('S4 the page sees window.museum with its three functions, and nothing of Node or Electron', async () => {
  const seen = await museum.page.evaluate(() => ({
    bridge: Object.keys(window.museum).sort(),
    kinds: Object.values(window.museum).map((value) => typeof value),
    foreign: [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in window),
    frozen: Object.getOwnPropertyDescriptor(window, 'museum')?.writable === false,
  }))
  expect(seen).toEqual({
    bridge: ['call', 'dropped', 'watch'],
    kinds: ['function', 'function', 'function'],
    foreign: [],
    frozen: true,
  })
})

test('S45 what the page hears is plain and holds no Electron event', async () => {
  const heard = await listen(museum.page, 'changed')
  await museum.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('museum:event', { kind: 'changed', rooms: [] })
  })
  expect(await heard()).toEqual([{ kind: 'changed', rooms: [] }])
})

test('S6 every page answer carries the policy with a nonce of its own', async () => {
  const [first, second] = await museum.page.evaluate(async () => {
    const answers = await Promise.all([fetch(location.href), fetch(location.href)])
    return Promise.all(
      answers.map(async (answer) => ({
        policy: answer.headers.get('content-security-policy'),
        page: await answer.text(),
      }))
    )
  })
  const nonceOf = (page: string | undefined) =>
    /property="csp-nonce" nonce="([^"]+)"/.exec(page ?? '')?.[1] ?? ''
  expect(first?.policy).toBe(contentSecurityPolicy(nonceOf(first?.page)))
  expect(nonceOf(first?.page).length).toBeGreaterThanOrEqual(22)
  expect(nonceOf(first?.page)).not.toBe(nonceOf(second?.page))
})

test('S6 an inline script, an event attribute, eval, a remote image and a frame are stopped', async () => {
  const outcome = await museum.page.evaluate(async () => {
    const broken: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(`${event.effectiveDirective} ${event.blockedURI}`)
    })
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.ranAttribute = true')
    image.src = 'https://example.com/a.png'
    document.body.append(image)
    const frame = document.createElement('iframe')
    frame.src = 'app://museum/index.html'
    document.body.append(frame)
    // straight from evaluate, eval has the debugger's privilege
    setTimeout(() => {
      try {
        ;(0, eval)('window.ranEval = true')
      } catch {
        // refused: the event says so
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    for (const element of [script, image, frame]) element.remove()
    return { broken, ran: ['ranInline', 'ranAttribute', 'ranEval'].filter((name) => name in window) }
  })
  expect(outcome.ran).toEqual([])
  const directives = outcome.broken.map((line) => line.split(' ')[0])
  for (const directive of ['script-src-elem', 'script-src-attr', 'script-src', 'img-src', 'frame-src']) {
    expect(directives, directive).toContain(directive)
  }
})

test('S5 nothing is fetched from outside, not even when the page asks', async () => {
  const answers = await museum.page.evaluate(() =>
    Promise.all(
      ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hostname', 'app://evil/index.html'].map(
        (address) =>
          fetch(address).then(
            () => 'answered',
            () => 'refused'
          )
      )
    )
  )
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('S7 the page is granted nothing but writing text to the clipboard', async () => {
  const states = await museum.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ]
    const asked = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state)
    )
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: unknown) => (error as DOMException).name
    )
    return { asked: [...new Set(asked)], notification: await Notification.requestPermission(), camera }
  })
  expect(states.asked).toEqual(['denied'])
  expect(states.notification).toBe('denied')
  expect(states.camera).not.toBe('granted')
})

test('S8 no second window; an https link outside is opened only after the user agrees', async () => {
  await museum.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  const open = (address: string) => museum.page.evaluate((url) => window.open(url) === null, address)
  const opened = () => museum.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)

  await agreeNext(museum.app, false)
  for (const address of [
    'app://museum/index.html',
    'about:blank',
    'file:///etc/passwd',
    'https://www.example.com/',
  ])
    expect(await open(address), address).toBe(true)
  expect(await opened()).toEqual([])

  await agreeNext(museum.app, true)
  for (const address of [
    'http://www.example.com/',
    'https://name:word@www.example.com/',
    'javascript:alert(1)',
  ])
    expect(await open(address), address).toBe(true)
  expect(await opened()).toEqual([])
  expect(await open('https://www.example.com/a?b#c')).toBe(true)
  await expect.poll(opened).toEqual(['https://www.example.com/a?b#c'])
  expect(museum.app.windows()).toHaveLength(1)
})

test('S9 the page cannot be taken elsewhere', async () => {
  const { page } = museum
  const here = page.url()
  const addresses = [
    'https://www.example.com/',
    'http://127.0.0.1:9/',
    'app://media/0000000000000000000000000000000000000000000000000000000000000000',
    'app://museum/../evil.html',
    'app://museum@evil/index.html',
    'data:text/html,<p>evil',
    'file:///etc/passwd',
  ]
  for (const address of addresses) {
    await page.evaluate((url) => {
      location.href = url
    }, address)
    await page.waitForTimeout(150)
    expect(page.url(), address).toBe(here)
  }
  // Chromium asks nobody about this one: the page comes back by itself, and meanwhile nobody listens to it
  await page.evaluate(() => {
    location.href = 'about:blank'
  })
  await expect.poll(() => page.url()).toBe(here)
  await isReady(page)
  expect(await page.evaluate(() => typeof window.museum.call)).toBe('function')
})

test('S12 a dropped file does not navigate and becomes a token, never a path', async () => {
  const { page } = museum
  const table = join(museum.userData, '总登记账.csv')
  writeFileSync(table, '总登记号,名称\n0001,铜鼎\n')
  const here = page.url()
  await dropFile(page, table)
  await page.waitForTimeout(300)
  expect(page.url()).toBe(here)

  await page.evaluate(() => {
    const reply = new Promise((resolve) => {
      window.addEventListener('dragover', (event) => event.preventDefault())
      window.addEventListener(
        'drop',
        (event) => {
          event.preventDefault()
          event.stopImmediatePropagation()
          const file = event.dataTransfer?.files[0]
          resolve(file ? window.museum.dropped(file) : null)
        },
        { capture: true, once: true }
      )
    })
    Object.assign(window, { reply })
  })
  await dropFile(page, table)
  const given = await page.evaluate(() => Reflect.get(window, 'reply') as Promise<unknown>)
  expect(given).toEqual({
    ok: true,
    value: { token: expect.stringMatching(/^[\w-]{32}$/), name: '总登记账.csv', size: 32, purpose: 'table' },
  })
  expect(JSON.stringify(given)).not.toContain(museum.userData)
})

test('S12 the page cannot make a token from a path it thought up', async () => {
  const replies = await museum.page.evaluate(
    (path) => {
      const bridge = window.museum
      const loose = bridge as unknown as { call(...words: unknown[]): Promise<unknown> }
      return Promise.all([
        bridge.call('dropped', path),
        bridge.call('shell.dropped', { path }),
        loose.call('dropped', path, path),
        loose.call(['dropped'], path),
        bridge.dropped(new File(['0001,铜鼎'], path)),
        // not a File at all: the preload throws
        Promise.resolve()
          .then(() => bridge.dropped({ path } as unknown as File))
          .catch(() => ({ ok: false })),
      ])
    },
    join(museum.userData, '总登记账.csv')
  )
  for (const reply of replies) expect(reply).toMatchObject({ ok: false })
})

test('S20 the page is app://museum, and another origin of our scheme cannot be read', async () => {
  const found = await museum.page.evaluate(async () => ({
    origin: location.origin,
    secure: window.isSecureContext,
    media: await fetch('app://media/').then(
      () => 'read',
      () => 'refused'
    ),
    workers:
      'serviceWorker' in navigator
        ? await navigator.serviceWorker.register('a.js').then(
            () => 1,
            () => 0
          )
        : 0,
  }))
  expect(found).toEqual({ origin: 'app://museum', secure: true, media: 'refused', workers: 0 })
})
