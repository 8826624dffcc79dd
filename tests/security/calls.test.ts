import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { MOST_BYTES, intake, tooLarge } from '../../electron/shell/intake.ts'
import { described } from '../../electron/shell/log.ts'
import { isTrustedSender } from '../../electron/shell/sender.ts'
import {
  callOf,
  channels,
  dispatcher,
  type Contract,
  type Handlers,
  type Reply,
} from '../../shared/contract/define.ts'
import { Fault } from '../../shared/contract/faults.ts'
import { contract as rooms } from '../../shared/contract/index.ts'
import { ROLES, type Role } from '../../shared/contract/roles.ts'
import { shell } from '../../shared/shell/contract.ts'
import { sources } from '../house/sources.ts'

const contract: Contract = { ...rooms, shell }
const everyChannel = channels(contract)
const callAt = (channel: string) => {
  const call = callOf(contract, channel)
  if (!call) throw new Error(channel)
  return call
}

/** The same calls and roles with inputs of any shape, so that every handler can be reached; all do the same. */
function everyHandler(deed: (channel: string) => Promise<unknown>) {
  const reached: string[] = []
  const logged: [string, unknown][] = []
  const open: Record<string, Record<string, Contract[string][string]>> = {}
  const handlers: Record<string, Record<string, () => Promise<unknown>>> = {}
  for (const channel of everyChannel) {
    const [room = '', name = ''] = channel.split('.')
    ;(open[room] ??= {})[name] = { ...callAt(channel), input: z.unknown() }
    ;(handlers[room] ??= {})[name] = () => {
      reached.push(channel)
      return deed(channel)
    }
  }
  const dispatch = dispatcher(
    open,
    handlers as Handlers<Contract, { roles: readonly Role[] }>,
    (channel, error) => logged.push([channel, error])
  )
  return { dispatch, reached, logged }
}

describe('S40 who may knock', () => {
  it('only the top frame of our own page', () => {
    expect(isTrustedSender({ parent: null, url: 'app://museum/index.html' })).toBe(true)
    expect(isTrustedSender({ parent: null, url: 'app://museum/index.html#/loans' })).toBe(true)
  })

  it.each([
    null,
    { parent: {}, url: 'app://museum/index.html' },
    { parent: undefined, url: 'app://museum/index.html' },
    ...[
      'about:blank',
      'about:srcdoc',
      '',
      'app://media/a',
      'app://museum.evil/index.html',
      'app://museum@evil/',
      'app://x@museum/',
      'http://museum/',
      'https://example.com/?app://museum',
      'file:///app://museum/index.html',
      'data:text/html,app://museum',
      'blob:app://museum/6f1c',
      'http://localhost:5173/',
      'devtools://devtools/bundled/inspector.html',
    ].map((url) => ({ parent: null, url })),
  ])('not %j', (frame) => expect(isTrustedSender(frame)).toBe(false))
})

it('S41 there is one way in', () => {
  const all = sources(/^electron\/.*\.ts$/)
  const uses = all.flatMap(({ path, text }) =>
    (text.match(/\bipcMain\.\w+/g) ?? []).map((use) => `${path} ${use}`)
  )
  expect(uses).toEqual(['electron/shell/door.ts ipcMain.handle'])
  const others = all.filter(({ text }) =>
    /\b(MessageChannelMain|ipc\.(on|handle)|postMessageToThread)\b/.test(text)
  )
  expect(others).toEqual([])
  expect(readFileSync('electron/shell/door.ts', 'utf8')).toMatch(/isTrustedSender\(event\.senderFrame\) \?/)
})

describe('S42 what the dispatcher takes', () => {
  it.each([
    '',
    '.',
    'workspace',
    'workspace.',
    '.state',
    'workspace.state.more',
    'workspace..state',
    'workspace.constructor',
    'workspace.toString',
    'workspace.hasOwnProperty',
    'workspace.__proto__',
    '__proto__.toString',
    'constructor.name',
    'toString.call',
    'prototype.x',
    'Workspace.state',
    ' workspace.state',
    'workspace.state ',
    'workspace/state',
    'shell.dropped',
    'museum:call',
    'x'.repeat(10_000),
  ])('no call is named %s', async (channel) => {
    const { dispatch, reached } = everyHandler(() => Promise.resolve({}))
    const reply = await dispatch(channel, {}, { roles: ROLES })
    expect(reply).toMatchObject({ ok: false, fault: { code: 'call.unknown' } })
    expect(JSON.stringify(reply).length, 'a long name is not sent back whole').toBeLessThan(300)
    expect(reached).toEqual([])
  })

  it.each(everyChannel)('%s refuses what it does not know', (channel) => {
    const { input } = callAt(channel)
    for (const odd of [null, undefined, 0, '', [], [{}], 'x', { stray: 1 }, { __proto__: null, stray: 1 }])
      expect(input.safeParse(odd).success, JSON.stringify(odd)).toBe(false)
    const parsed = input.safeParse({ stray: 1 })
    expect(
      parsed.error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0)
    ).toBe(true)
  })

  it('takes eight mebibytes and no more', async () => {
    expect(tooLarge({ text: 'a'.repeat(MOST_BYTES - 100) })).toBe(false)
    expect(tooLarge({ text: 'a'.repeat(MOST_BYTES) })).toBe(true)
    expect(tooLarge({ text: '鼎'.repeat(MOST_BYTES / 2) }), 'two bytes each').toBe(true)
    expect(tooLarge(new Uint8Array(MOST_BYTES + 1))).toBe(true)
    expect(
      tooLarge(() => 1),
      'cannot be written out'
    ).toBe(true)
    const take = intake()
    const never = () => Promise.reject<Reply>(new Error('reached'))
    expect(await take({}, 'workspace.state', { text: 'a'.repeat(MOST_BYTES) }, never)).toEqual({
      ok: false,
      fault: { code: 'call.tooLarge', detail: { bytes: MOST_BYTES } },
    })
    for (const channel of [
      undefined,
      null,
      5,
      ['workspace.state'],
      { toString: () => 'workspace.state' },
      'a'.repeat(101),
    ])
      expect(await take({}, channel, {}, never)).toMatchObject({ fault: { code: 'call.unknown' } })
  })
})

describe('S43 what a reply tells', () => {
  const secret = [
    'insert into "object"',
    '/home/museum/museum.db',
    'C:\\museum\\museum.db',
    '青铜鼎',
    'at Object.<anonymous>',
  ]
  const failure = (): Error =>
    Object.assign(new Error(`SQLITE_CONSTRAINT: ${secret.join(' ')}`), {
      code: 'SQLITE_CONSTRAINT',
      sql: secret[0],
    })

  it.each(everyChannel)('%s: nothing of an error but that there was one', async (channel) => {
    for (const thrown of [failure(), new TypeError(secret.join()), new Fault('museum.damaged')]) {
      const { dispatch, reached, logged } = everyHandler(() => Promise.reject(thrown))
      const reply = await dispatch(channel, {}, { roles: ROLES })
      expect(reached).toEqual([channel])
      const known = thrown instanceof Fault
      expect(reply).toEqual({ ok: false, fault: { code: known ? thrown.code : 'call.internal', detail: {} } })
      expect(logged, 'the log has the rest').toEqual(known ? [] : [[channel, thrown]])
    }
  })

  it('a bad input is answered with where and what kind, not with its contents', async () => {
    const no = () => Promise.reject(new Error('reached'))
    const files = { choose: no, chooseMany: no, reveal: no, spool: no, openPdf: no, openAttachment: no }
    const deeds = { shell: { ...files, openLink: no, about: no } }
    const reply = await dispatcher({ shell }, deeds, () => {})(
      'shell.choose',
      { purpose: '青铜鼎', suggested: 5 },
      { roles: ROLES }
    )
    expect(reply).toMatchObject({ ok: false, fault: { code: 'call.badInput' } })
    expect(JSON.stringify(reply)).not.toContain('青铜鼎')
  })

  it('an answer that is not what was promised does not leave', async () => {
    const { dispatch, logged } = everyHandler(() => Promise.resolve({ stray: secret }))
    const reply = await dispatch('workspace.state', {}, { roles: ROLES })
    expect(reply).toEqual({ ok: false, fault: { code: 'call.internal', detail: {} } })
    expect(logged).toHaveLength(1)
  })

  it('and the log has where it happened without what was in the record', () => {
    const line = described(failure())
    expect(line).toMatch(/^Error \[SQLITE_CONSTRAINT\]: SQLITE_CONSTRAINT: insert into …/)
    expect(line).toContain('calls.test.ts')
    expect(described(new SyntaxError(`Unexpected token, "青铜鼎" is not valid JSON`))).not.toContain('青铜鼎')
    expect(described(new Error("bad value '青铜鼎' in “名称” and `库位` and \"cut o"))).not.toMatch(
      /青铜鼎|名称|库位|cut o/
    )
    expect(described('青铜鼎')).toBe('string')
    expect(described({ name: '青铜鼎' })).toBe('object')
  })
})

describe('S44 who may do what', () => {
  it.each(everyChannel)('%s: those it lists and nobody else', async (channel) => {
    const { dispatch, reached } = everyHandler(() => Promise.reject(new Fault('record.missing')))
    const { roles, kind } = callAt(channel)
    expect(roles.length).toBeGreaterThan(0)
    const nobody = await dispatch(channel, {}, { roles: [] })
    expect(nobody).toEqual({ ok: false, fault: { code: 'call.notAllowed', detail: { channel } } })
    for (const role of ROLES.filter((one) => !roles.includes(one)))
      expect(await dispatch(channel, {}, { roles: [role] }), `${kind} by ${role}`).toEqual(nobody)
    expect(reached).toEqual([])
    for (const role of roles) await dispatch(channel, {}, { roles: [role] })
    expect(reached).toHaveLength(roles.length)
  })

  it('somebody who only looks changes no record', () => {
    const writes = [
      'catalogue.register',
      'catalogue.amend',
      'catalogue.keepDraft',
      'imports.commit',
      'imports.undo',
    ]
    for (const channel of writes) expect(callAt(channel).roles, channel).not.toContain('viewer')
  })
})

it('S45 the preload hands on what was told, never the event it came with', () => {
  const preload = readFileSync('electron/preload.ts', 'utf8')
  expect(preload).toContain('const hear = (_event: IpcRendererEvent, told: unknown) => listener(told)')
  expect(preload.match(/ipcRenderer\.\w+/g)).toEqual([
    'ipcRenderer.invoke',
    'ipcRenderer.invoke',
    'ipcRenderer.on',
    'ipcRenderer.off',
  ])
})
