import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sheetPreferences, windowPreferences } from '../../electron/shell/preferences.ts'
import {
  SCHEME,
  contentSecurityPolicy,
  externalLink,
  navigationAllowed,
  originOf,
  paperSecurityPolicy,
  permissionGranted,
  requestAllowed,
} from '../../electron/shell/policy.ts'
import { sources } from '../house/sources.ts'

const electronSources = sources(/^electron\/.*\.ts$/)
const textOf = (path: string) => readFileSync(path, 'utf8')
/** Files of the program whose text matches, with how often. */
const wherever = (pattern: RegExp) =>
  electronSources.flatMap(({ path, text }) => (text.match(pattern) ?? []).map(() => path))

describe('S1 the window', () => {
  it.each([false, true])('is a sandboxed page and nothing more (packaged: %s)', (packaged) => {
    expect(windowPreferences('/app/preload.cjs', packaged)).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !packaged,
    })
  })

  it('has a printer beside it that can do less: no script, no preload', () => {
    const { preload, devTools, ...page } = windowPreferences('/app/preload.cjs', true)
    expect([preload, devTools]).toEqual(['/app/preload.cjs', false])
    expect(sheetPreferences()).toEqual({ ...page, devTools: false, javascript: false })
  })

  it('is made in one place, and the printer in another, with these preferences', () => {
    const places = ['electron/shell/press.ts', 'electron/shell/window.ts']
    expect(wherever(/\bwebPreferences\b/g)).toEqual(places)
    expect(wherever(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/g)).toEqual(places)
    expect(textOf('electron/shell/press.ts')).toContain('webPreferences: sheetPreferences()')
    expect(textOf('electron/shell/window.ts')).toContain(
      'webPreferences: windowPreferences(preload, packaged)'
    )
  })
})

it('S2 the sandbox is switched on before the app is ready, for every page there will ever be', () => {
  const main = textOf('electron/main.ts')
  const enabled = main.search(/^if \(!app\.commandLine\.hasSwitch\('no-sandbox'\)\) app\.enableSandbox\(\)$/m)
  expect(enabled).toBeGreaterThan(0)
  expect(enabled).toBeLessThan(main.indexOf('app.whenReady()'))
  expect(main.match(/^await /m), 'nothing is waited for before it').toBeNull()
})

it('S3 the preload knows three things of Electron, and no package', () => {
  const imports = textOf('electron/preload.ts').match(/^import .*$/gm)
  expect(imports).toEqual([
    "import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'",
    "import type { MuseumBridge } from '../shared/shell/events.ts'",
  ])
})

describe('S5 what may be fetched', () => {
  it.each([
    'app://museum/index.html',
    'app://museum/assets/index-1a2b.js',
    `app://media/${'a'.repeat(64)}`,
    'app://paper/6f1c2a7e-0000-4000-8000-000000000000',
    'data:image/png;base64,iVBORw0KGgo=',
    'blob:app://museum/6f1c2a7e-0000-4000-8000-000000000000',
  ])('our own: %s', (address) => expect(requestAllowed(address, true)).toBe(true))

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://127.0.0.1:9/',
    'wss://example.com/',
    'ftp://example.com/a',
    'file:///etc/passwd',
    'chrome://gpu',
    'chrome-extension://abc/x.js',
    'about:blank',
    'blob:https://example.com/6f1c',
    'blob:null/6f1c',
    'filesystem:app://museum/temporary/x',
    'app://evil/index.html',
    'app://museum.evil/index.html',
    'app://museum@evil/index.html',
    'app://museum:80/index.html',
    'app:/museum/index.html',
    'appx://museum/index.html',
    'https://example.com/?app://museum',
    'app://museum\\@evil/',
    '',
    'museum',
  ])('not: %s', (address) => expect(requestAllowed(address, true)).toBe(false))

  it('developer tools load their own pages only while the program is not packaged', () => {
    expect(requestAllowed('devtools://devtools/bundled/inspector.html', false)).toBe(true)
    expect(requestAllowed('devtools://devtools/bundled/inspector.html', true)).toBe(false)
  })
})

it('S6 the policy, word for word', () => {
  expect(contentSecurityPolicy('bm9uY2U=')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-bm9uY2U='; " +
      "img-src 'self' app://media data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'"
  )
})

it('S6 the policy of a sheet that is printed', () => {
  expect(paperSecurityPolicy('bm9uY2U=')).toBe(
    "default-src 'none'; style-src 'nonce-bm9uY2U='; img-src data:; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  )
})

it('S7 of all permissions Electron knows, only writing text to the clipboard is given', () => {
  const types = textOf('node_modules/electron/electron.d.ts')
  const listed = [
    ...types.matchAll(
      /setPermission(?:Request|Check)Handler\(handler: \(\(.*?permission: ((?:'[\w-]+'(?: \| )?)+)/g
    ),
  ]
  const names = new Set(listed.flatMap(([, list = '']) => list.split(' | ').map((name) => name.slice(1, -1))))
  expect(names.size).toBeGreaterThan(30)
  expect([...names].filter(permissionGranted)).toEqual(['clipboard-sanitized-write'])
  expect(['', 'clipboard-read', 'Clipboard-Sanitized-Write', 'tomorrow'].some(permissionGranted)).toBe(false)
})

it('S7 S8 the guard stands before there is a page', () => {
  const main = textOf('electron/main.ts')
  const window = main.indexOf('openWindow(join(')
  for (const guard of ['guardSession(session.defaultSession, app.isPackaged)', 'guardPages(app, (url) =>']) {
    expect(main.indexOf(guard), guard).toBeGreaterThan(0)
    expect(main.indexOf(guard), guard).toBeLessThan(window)
  }
  expect(
    electronSources.filter(({ text }) => /action: 'allow'|\bpartition:|fromPartition/.test(text))
  ).toEqual([])
})

describe('S9 where the page may go', () => {
  it.each(['app://museum/index.html', 'app://museum/index.html#/catalogue', 'APP://museum/index.html'])(
    'to itself: %s',
    (address) => expect(navigationAllowed(address)).toBe(true)
  )
  it.each([
    'https://x/?app://museum',
    'https://x/#app://museum/index.html',
    'https://app://museum/index.html',
    'app://museum.evil',
    'app://museum.evil/index.html',
    'app://evil.museum/index.html',
    'APP://museum@evil',
    'app://museum@evil/index.html',
    'app://museum:museum@evil/index.html',
    'app://user@museum/index.html',
    'app://museum:8080/index.html',
    'app://MUSEUM/index.html',
    'app://museum%2eevil/index.html',
    'app://museum/',
    'app://museum',
    'app://museum/index.html/../evil.html',
    'app://museum/assets/index.js',
    'app://museum/index.html?q=1',
    'app://media/index.html',
    'app:museum/index.html',
    'app:///museum/index.html',
    'javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:app://museum/6f1c',
    'file:///etc/passwd',
    'file://museum/index.html',
    'about:blank',
    'about:srcdoc',
    'view-source:app://museum/index.html',
    'http://museum/index.html',
    '//museum/index.html',
    'index.html',
    '',
    ' ',
  ])('nowhere else: %s', (address) => expect(navigationAllowed(address)).toBe(false))

  it('compares origins whole', () => {
    expect(originOf('app://museum/x')).toBe('app://museum')
    expect(originOf('app://museum.evil/x')).toBe('app://museum.evil')
    expect(originOf('app://a@museum/x')).toBeNull()
    expect(originOf('nonsense')).toBeNull()
  })
})

describe('S11 links to the outside', () => {
  it.each([
    'https://www.ncha.gov.cn/art/2021.html',
    'https://例子.中国/馆藏',
    'mailto:registrar@example.com',
  ])('may be shown for opening: %s', (address) =>
    expect(externalLink(address)?.href).toBe(new URL(address).href)
  )
  it.each([
    'http://example.com/',
    'https://name@example.com/',
    'https://name:word@example.com/',
    'https://good.com@evil.com/',
    'https:example.com',
    'https:///example.com',
    'https://',
    'file:///C:/Windows/System32/calc.exe',
    '\\\\server\\share\\a.exe',
    'ms-settings:',
    'smb://server/share',
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'app://museum/index.html',
    'https://example.com/\0.exe',
    'https://example.com/\n',
    ' https://example.com/',
    'https://example.com/a b',
    'https://example.com\\@evil.com/',
    'https://example.com/\u202egnp.exe',
    'https://exa\u200bmple.com/',
    'mailto:',
    'mailto:nobody',
    'mailto:a@b\r\nbcc:c@d',
    `https://example.com/${'a'.repeat(2000)}`,
    '',
  ])('are refused: %j', (address) => expect(externalLink(address)).toBeNull())

  it('show a host that is not plain letters for what it is', () => {
    expect(externalLink('https://аpple.com/')?.host).toBe('xn--pple-43d.com')
  })

  it('go through one door', () => {
    expect(wherever(/\.openExternal\(/g)).toEqual(['electron/shell/links.ts'])
    // of PDFs that we have written, and of kept files that are harmless by ending and bytes, as a copy
    expect(wherever(/\.openPath\(/g)).toEqual(['electron/shell/links.ts', 'electron/shell/openKept.ts'])
  })
})

it('S20 our scheme may be fetched with the rules of origins, and is given nothing dangerous', () => {
  expect(SCHEME).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
    corsEnabled: true,
    codeCache: true,
  })
  // a sheet has an address of its own for as long as it is being printed
  expect(
    wherever(/\b(loadFile|interceptFileProtocol|registerFileProtocol)\b|loadURL\((?!PAGE_URL\))/g)
  ).toEqual(['electron/shell/press.ts'])
})
