import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from './kit.ts'

// What was built, read as text: no window is opened here.
const built = (folder: string, kind: RegExp): { name: string; text: string }[] =>
  readdirSync(join(ROOT, 'out', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => ({ name, text: readFileSync(join(ROOT, 'out', folder, name), 'utf8') }))

test('S3 the preload is one small CommonJS file that needs nothing but Electron', () => {
  expect(readdirSync(join(ROOT, 'out/preload'))).toEqual(['preload.cjs'])
  expect(statSync(join(ROOT, 'out/preload/preload.cjs')).size).toBeLessThan(4096)
  const [preload] = built('preload', /\.cjs$/)
  expect(preload?.text.match(/\brequire\(.*?\)/g)).toEqual(['require("electron")'])
  const taken = [...(preload?.text.matchAll(/\belectron\.(\w+)/g) ?? [])].map(([, name]) => name)
  expect([...new Set(taken)].sort()).toEqual(['contextBridge', 'ipcRenderer', 'webUtils'])
})

test('S5 the built page loads nothing from outside', () => {
  const [page] = built('renderer', /^index\.html$/)
  expect(page?.text).not.toMatch(/https?:|\/\/\w/)
  expect(page?.text).toContain('nonce="__CSP_NONCE__"')
  for (const { name, text } of built('renderer', /\.css$/)) {
    expect(text.match(/url\(\s*["']?(?:https?:)?\/\//g), name).toBeNull()
    expect(text.match(/@import/g), name).toBeNull()
  }
  for (const { name, text } of built('renderer', /\.js$/)) {
    // addresses in messages and XML names are words; these would be loaded
    const loads =
      /(?:\bimport\(|\bfetch\(|importScripts\(|new Worker\(|\.(?:src|href)\s*=|\b(?:src|href):)\s*["'`]https?:[^"'`]*/g
    expect(text.match(loads), name).toBeNull()
    const hosts = text.match(
      /(?:unpkg|jsdelivr|cdnjs|bootcdn|staticfile|alicdn|iconfont|googleapis|gstatic)\.\w+/g
    )
    // AG Grid can fetch fonts from Google for those who ask it to: nobody here does
    expect(hosts?.filter((host) => host !== 'googleapis.com') ?? [], name).toEqual([])
    expect(text.match(/loadThemeGoogleFonts\s*[:=]\s*(?:true|!0)/g), name).toBeNull()
  }
})
