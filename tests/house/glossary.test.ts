import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { bannedIn, readGlossary } from '../../scripts/lint/glossary.mjs'

const { not, coded, otherwise, owed, banned } = readGlossary(
  readFileSync('resources/words/glossary.md', 'utf8')
)
const lint = new ESLint()

async function refused(text: string, path = 'electron/services/house.ts'): Promise<string[]> {
  const [found] = await lint.lintText(text, { filePath: path })
  return (found?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'museum/names')
    .map(({ message }) => /“(.+?)”/.exec(message)?.[1] ?? '')
}

describe('one word per concept', () => {
  it('the glossary says which words are not used, and why some may be', () => {
    expect(banned).toEqual(
      expect.arrayContaining(['artefact', 'asset', 'manager', 'helper', 'util', 'data', 'process'])
    )
    expect(banned.length).toBeGreaterThan(25)
    for (const word of [...otherwise, ...owed.map((one) => one.word)]) expect(not, word).toContain(word)
    expect(coded.filter((word) => banned.includes(word))).toEqual([])
    expect(new Set([...otherwise, ...owed]).size).toBe(otherwise.length + owed.length)
  })

  it('a word still to be renamed is still there: once it is gone, lint takes it on', () => {
    for (const { word, where } of owed)
      for (const path of where.match(/[\w/-]+\.ts/g) ?? [])
        expect(
          readFileSync(path, 'utf8')
            .replace(/([a-z])([A-Z])/g, '$1 $2')
            .toLowerCase(),
          path
        ).toContain(word)
  })

  it('a word counts whole, anywhere in a name, one or many', () => {
    for (const name of [
      'manager',
      'grantManager',
      'ManagerOfGrants',
      'GRANT_MANAGERS',
      'dataOf',
      'process',
      'mediaFile',
    ])
      expect(bannedIn(name), name).toBeDefined()
    for (const name of ['metadata', 'database', 'processor', 'utility', 'managed', 'register', 'report'])
      expect(bannedIn(name), name).toBeUndefined()
  })

  it.each([
    ['export const artefact = 1', 'artefact'],
    ['export const [artefact] = [1]', 'artefact'],
    ['export const { a: artefact } = { a: 1 }', 'artefact'],
    ['export function artefactOf() {}', 'artefact'],
    ['export const f = (artefact: number) => artefact', 'artefact'],
    ['export const f = ({ a: artefact = 1, ...b }) => [artefact, b]', 'artefact'],
    ['export class ArtefactShelf {}', 'artefact'],
    ['export class Shelf {\n  artefact = 1\n}', 'artefact'],
    ['export class Shelf {\n  helper() {\n    return 1\n  }\n}', 'helper'],
    ['export interface Artefact {\n  a: 1\n}', 'artefact'],
    ['export interface Shelf {\n  artefactId: string\n}', 'artefact'],
    ['export type Shelf = { readonly "artefact": string }', 'artefact'],
    ['export type Artefacts = string[]', 'artefact'],
    ["import * as data from 'node:os'\nexport const a = data.EOL", 'data'],
    ["import { EOL as process } from 'node:os'\nexport const a = process", 'process'],
    ["import { z } from 'zod'\nexport const shelf = z.strictObject({ artefact: z.string() })", 'artefact'],
  ])('%s', async (text, word) => expect(await refused(text)).toEqual([word]))

  it('what others have named is called by its name', async () => {
    const text = `import { z } from 'zod'
export const f = (event: MessageEvent<string>, asked: { data: string }) => {
  const { data } = event
  process.exitCode = 1
  return [data, asked.data, event.data, z.string().parse(data), Object.assign(f, { data, manager: 1 })]
}`
    expect(await refused(text)).toEqual(['data'])
    expect(await refused(text.replace(', asked: { data: string }', '').replace('asked.data, ', ''))).toEqual(
      []
    )
  })
})
