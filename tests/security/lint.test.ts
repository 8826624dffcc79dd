import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const lint = new ESLint()

/** Which rules the text breaks when it stands in that file. */
async function broken(path: string, text: string): Promise<string[]> {
  const [found] = await lint.lintText(text, { filePath: path })
  return (found?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse')
}

const PAGE = 'renderer/bridge/museum.ts'
const SERVICE = 'electron/services/house.ts'
const SHELL = 'electron/shell/guard.ts'

describe('what lint forbids', () => {
  it.each([
    "document.body.innerHTML = '<b>'",
    "document.body['innerHTML'] = '<b>'",
    'document.body[`outerHTML`] = "<b>"',
    "Object.assign(document.body, { innerHTML: '<b>' })",
    "Reflect.set(document.body, 'innerHTML', '<b>')",
    "const name = 'innerHTML'\ndocument.body[name] = '<b>'",
    "document.body.insertAdjacentHTML('beforeend', '<b>')",
    "document.body['insertAdjacentHTML']('beforeend', '<b>')",
    "document.createElement('iframe').srcdoc = '<b>'",
    'export const shown = { dangerouslySetInnerHTML: { __html: String(Date.now()) } }',
    "export const shown = { ['dangerouslySetInnerHTML']: { __html: String(Date.now()) } }",
  ])('S13 %s', async (text) => expect(await broken(PAGE, text)).toContain('no-restricted-syntax'))

  it.each([
    "import { shell } from 'electron'\nvoid shell.openExternal('https://example.com')",
    "import { shell } from 'electron'\nvoid shell['openExternal']('https://example.com')",
    "import { shell } from 'electron'\nconst { openExternal } = shell\nvoid openExternal('https://example.com')",
    "import { shell } from 'electron'\nvoid shell.openPath('/a.exe')",
  ])('S11 %s', async (text) => expect(await broken(SHELL, text)).toContain('no-restricted-syntax'))

  const hear = "('museum:data', () => {})"
  it.each([
    `import { ipcMain } from 'electron'\nipcMain.on${hear}`,
    `import { ipcMain } from 'electron'\nipcMain.handle${hear}`,
    `import { ipcMain as door } from 'electron'\ndoor.on${hear}`,
    `import * as e from 'electron'\ne.ipcMain.on${hear}`,
    `import e from 'electron'\ne.ipcMain.on${hear}`,
    `const e = await import('electron')\ne['ipcMain'].on${hear}`,
    `const e = require('electron')\ne.app.on${hear}`,
    "import type { WebContents } from 'electron'\nexport const f = (page: WebContents) => page.on('ipc-message', () => {})",
    `import type { WebContents } from 'electron'\nexport const f = (page: WebContents) => page.ipc.on${hear}`,
    `import type { WebFrameMain } from 'electron'\nexport const f = (frame: WebFrameMain) => frame['ipc'].handle${hear}`,
    "import { MessageChannelMain } from 'electron'\nexport const two = new MessageChannelMain()",
  ])('S41 %s', async (text) => expect(await broken(SHELL, text)).toContain('no-restricted-syntax'))

  it.each([
    `ipcMain.on${hear}`,
    `ipcMain['on']${hear}`,
    `ipcMain['handle']${hear}`,
    `const door = ipcMain\ndoor.on${hear}`,
    `const { on } = ipcMain\non${hear}`,
  ])('S41 not even in the door: %s', async (text) => {
    const door = `import { ipcMain } from 'electron'\n${text}`
    expect(await broken('electron/shell/door.ts', door)).toContain('no-restricted-syntax')
  })

  it.each([
    "sql.raw('drop table object')",
    "sql.lit('x')",
    "sql['raw']('x')",
    "(() => {\n  const q = sql\n  return q.raw('x')\n})()",
    '(() => {\n  const { raw } = sql\n  return raw\n})()',
    'sql[process.title as "raw"]("x")',
    "CompiledQuery.raw('select 1')",
    "CompiledQuery['raw']('select 1')",
  ])('S50 %s', async (text) => {
    const whole = `import { CompiledQuery, sql } from 'kysely'\nexport const used = [CompiledQuery, sql]\nexport const a = ${text}`
    expect(await broken(SERVICE, whole)).toContain('museum/raw-sql')
    expect(await broken('electron/store/open.ts', whole)).toContain('museum/raw-sql')
  })

  it.each([
    'db.exec(`delete from ${t}`)',
    "db.exec('delete from ' + t)",
    'db.exec(t)',
    "db['exec'](t)",
    'db.prepare(`select * from ${t}`)',
    'db.pragma(`journal_mode = ${t}`)',
    "db[t as 'exec'](t)",
  ])('S50 %s', async (text) => {
    const whole = `import type SQLite from 'better-sqlite3'\nexport const f = (db: SQLite.Database, t: string) => ${text}`
    expect(await broken(SERVICE, whole)).toContain('museum/written-sql')
  })

  it('S50 but not what stands written, nor a regular expression', async () => {
    const whole =
      "import type SQLite from 'better-sqlite3'\nimport { sql } from 'kysely'\n" +
      "export const f = (db: SQLite.Database, t: string) => [db.prepare('select ?').all(t), db.exec(`vacuum`), /a/.exec(t)]\n" +
      'export const g = (t: string) => [sql`select ${t}`, sql.ref(t), String.raw`a`]'
    expect(await broken(SERVICE, whole)).toEqual([])
  })

  it.each([
    [
      'electron/services/house.ts',
      "import { app } from 'electron'\nexport const a = app",
      'no-restricted-imports',
    ],
    [
      'electron/services/house.ts',
      "import exceljs from 'exceljs'\nexport const a = exceljs",
      'no-restricted-imports',
    ],
    ['electron/services/house.ts', 'export const a: any = 1', '@typescript-eslint/no-explicit-any'],
    ['electron/services/house.ts', '// @ts-ignore\nexport const a = 1', '@typescript-eslint/ban-ts-comment'],
    ['electron/services/house.ts', "console.log('x')", 'no-console'],
  ])('%s: %s', async (path, text, rule) => {
    expect(await broken(path, text)).toContain(rule)
  })

  it('and cannot be talked out of it by a comment', async () => {
    const text = "// eslint-disable-next-line\ndocument.body.innerHTML = '<b>'"
    expect(await broken('renderer/bridge/museum.ts', text)).toContain('no-restricted-syntax')
  })

  it('lets the one door to the outside be', async () => {
    const text =
      "import { shell } from 'electron'\nexport const open = () => shell.openExternal('https://example.com')"
    expect(await broken('electron/shell/links.ts', text)).toEqual([])
  })
})
