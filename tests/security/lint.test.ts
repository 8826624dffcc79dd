import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const lint = new ESLint()

/** Which rules the text breaks when it stands in that file. */
async function broken(path: string, text: string): Promise<string[]> {
  const [found] = await lint.lintText(text, { filePath: path })
  return (found?.messages ?? []).map(({ ruleId }) => ruleId ?? 'parse')
}

describe('S11, S13, S41, S50 what lint forbids', () => {
  it.each([
    ['renderer/bridge/museum.ts', "document.body.innerHTML = '<b>'"],
    ['renderer/bridge/museum.ts', "document.body.insertAdjacentHTML('beforeend', '<b>')"],
    [
      'renderer/bridge/museum.ts',
      'export const shown = { dangerouslySetInnerHTML: { __html: String(Date.now()) } }',
    ],
    ['electron/main.ts', "import { shell } from 'electron'\nvoid shell.openExternal('https://example.com')"],
    ['electron/main.ts', "import { shell } from 'electron'\nvoid shell.openPath('/a.exe')"],
    ['electron/main.ts', "import { ipcMain } from 'electron'\nipcMain.on('x', () => {})"],
    [
      'electron/services/house.ts',
      "import { sql } from 'kysely'\nexport const a = sql.raw('drop table object')",
    ],
    ['electron/services/house.ts', "import { sql } from 'kysely'\nexport const a = sql.lit('x')"],
    [
      'electron/store/open.ts',
      "import { CompiledQuery } from 'kysely'\nexport const a = CompiledQuery.raw('select 1')",
    ],
  ])('%s: %s', async (path, text) => {
    expect(await broken(path, text)).toContain('no-restricted-syntax')
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
