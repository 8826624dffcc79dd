import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { guardPages, guardSession } from '../../electron/shell/guard.ts'

type Listener = (...told: unknown[]) => unknown

/** Stands where a session, an app or a page of Electron's would: keeps what is registered, so that it can be asked. */
function registry() {
  const handlers = new Map<string, Listener>()
  const on = (name: string, listener: Listener) => void handlers.set(name, listener)
  const keeping = (name: string) => (listener: Listener) => void handlers.set(name, listener)
  const thing = new Proxy(
    { on, webRequest: { onBeforeRequest: keeping('onBeforeRequest') } },
    { get: (known, name) => (name in known ? Reflect.get(known, name) : keeping(String(name))) as unknown }
  )
  const ask = (name: string, ...told: unknown[]): unknown => {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`nobody answers ${name}`)
    return handler(...told)
  }
  return { thing, ask, names: () => [...handlers.keys()].sort() }
}

/** What was answered through the callback, and whether Electron's own way was stopped. */
function asked(ask: (event: { preventDefault(): void }, answer: Listener) => unknown) {
  let prevented = false
  const answers: unknown[][] = []
  ask({ preventDefault: () => (prevented = true) }, (...told) => answers.push(told))
  return { prevented, answers }
}

function aSession(packaged = true) {
  const { thing, ask, names } = registry()
  guardSession(thing as unknown as Session, packaged)
  return { ask, names }
}

describe('S7 what a page may ask of the machine', () => {
  const { ask, names } = aSession()

  it('is answered by us, every kind of it', () => {
    expect(names()).toEqual([
      'onBeforeRequest',
      'select-hid-device',
      'select-serial-port',
      'select-usb-device',
      'setBluetoothPairingHandler',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setPermissionCheckHandler',
      'setPermissionRequestHandler',
      'will-download',
    ])
  })

  it('permissions: text to the clipboard, and no other', () => {
    const request = (permission: string) =>
      asked((_event, answer) => ask('setPermissionRequestHandler', {}, permission, answer)).answers
    const check = (permission: string) => ask('setPermissionCheckHandler', {}, permission, 'app://museum')
    expect([request('clipboard-sanitized-write'), check('clipboard-sanitized-write')]).toEqual([
      [[true]],
      true,
    ])
    for (const other of ['media', 'geolocation', 'hid', 'usb', 'serial', 'fileSystem', 'openExternal'])
      expect([request(other), check(other)], other).toEqual([[[false]], false])
  })

  it('devices: none, neither remembered nor chosen', () => {
    expect(ask('setDevicePermissionHandler', { deviceType: 'usb', origin: 'app://museum' })).toBe(false)
    const device = { deviceId: '7', portId: '7', name: 'scanner' }
    const chooser = (name: string, ...told: unknown[]) =>
      asked((event, answer) => ask(name, event, ...told, answer))
    expect(chooser('select-hid-device', { deviceList: [device] })).toEqual({
      prevented: true,
      answers: [[null]],
    })
    expect(chooser('select-usb-device', { deviceList: [device] })).toEqual({ prevented: true, answers: [[]] })
    expect(chooser('select-serial-port', [device], {})).toEqual({ prevented: true, answers: [['']] })
  })

  it('the screen and bluetooth: not shown, not paired', () => {
    const display = asked((_event, answer) => ask('setDisplayMediaRequestHandler', {}, answer))
    expect(display.answers).toEqual([[{}]])
    const pairing = asked((_event, answer) => ask('setBluetoothPairingHandler', { pin: '1' }, answer))
    expect(pairing.answers).toEqual([[{ confirmed: false }]])
  })
})

describe('S5 what leaves or comes in', () => {
  const cancelled = (packaged: boolean, url: string) =>
    asked((_event, answer) => aSession(packaged).ask('onBeforeRequest', { url }, answer)).answers

  it('a request that is not our own is cancelled', () => {
    for (const url of ['https://example.com/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'app://evil/'])
      expect(cancelled(true, url), url).toEqual([[{ cancel: true }]])
    expect(cancelled(true, 'app://museum/index.html')).toEqual([[{ cancel: false }]])
  })

  it('developer tools load only where the program is not packaged', () => {
    const tools = 'devtools://devtools/bundled/inspector.html'
    expect([cancelled(true, tools), cancelled(false, tools)]).toEqual([
      [[{ cancel: true }]],
      [[{ cancel: false }]],
    ])
  })

  it('nothing is downloaded', () => {
    expect(asked((event) => aSession().ask('will-download', event)).prevented).toBe(true)
  })
})

describe('S8 S9 S10 every page', () => {
  const opened: string[] = []
  const app = registry()
  guardPages(app.thing as unknown as App, (url) => opened.push(url.href))
  const page = registry()
  app.ask('web-contents-created', {}, page.thing)

  it('opens no window; a link outside is handed on to be asked about', () => {
    for (const url of ['app://museum/index.html', 'http://example.com/', 'https://example.com/'])
      expect(page.ask('setWindowOpenHandler', { url }), url).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://example.com/'])
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s: only to itself', (name) => {
    const going = (url: string) => {
      let prevented = false
      page.ask(name, { url, preventDefault: () => (prevented = true) })
      return prevented
    }
    expect(going('https://example.com/')).toBe(true)
    expect(going('app://museum/index.html#/loans')).toBe(false)
  })

  it('holds no webview and finds no bluetooth device', () => {
    expect(asked((event) => page.ask('will-attach-webview', event)).prevented).toBe(true)
    const device = [{ deviceId: '7', deviceName: 'scanner' }]
    expect(asked((event, answer) => page.ask('select-bluetooth-device', event, device, answer))).toEqual({
      prevented: true,
      answers: [['']],
    })
  })
})
