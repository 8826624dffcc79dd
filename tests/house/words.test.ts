import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../shared/catalogue/fields.ts'
import { FAULTS } from '../../shared/contract/faults.ts'
import { KERNEL_WARNINGS } from '../../shared/kernel/warning.ts'
import { sources } from './sources.ts'

const WORDS = 'resources/words'
/** Spoken by main and the command line, in their own way; the page's words are all others. */
const ELSEWHERE = new Set(['shell.json', 'cli.json'])
type Nested = { readonly [key: string]: string | Nested }

function flat(words: Nested, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`)
  )
}

/** All sentences of a language, the page's or all others; plural forms under their common key. */
function wordsOf(language: string, elsewhere = false): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const name of readdirSync(join(WORDS, language)).filter((file) => file.endsWith('.json'))) {
    if (ELSEWHERE.has(name) !== elsewhere) continue
    for (const [key, text] of flat(JSON.parse(readFileSync(join(WORDS, language, name), 'utf8')) as Nested)) {
      const common = key.replace(/_(one|other)$/, '')
      words.set(common, [...(words.get(common) ?? []), text])
    }
  }
  return words
}

const chinese = wordsOf('zh-CN')
const english = wordsOf('en')
const placeholders = (texts: readonly string[] = []): string[] =>
  [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))),
  ].sort()

const page = sources(/^renderer\/.*\.tsx?$/)
const strings = new Set(
  page.flatMap(({ text }) => [...text.matchAll(/'((?:[a-z][\w-]*\.)+[\w.-]+)'/g)].map(([, key = '']) => key))
)
/** `frame.room.${room}` → a pattern for the keys it may become. */
const patterns = page
  .flatMap(({ text }) => [...text.matchAll(/`([a-z][\w.]*\.)\$\{[^`]*?\}((?:\.[\w.]+)?)`/g)])
  .map(([, before = '', after = '']) => ({ before, after }))
/** Groups whose keys come from the museum's own lists, checked below against those lists. */
const LISTED = /^(fault|warning|rule|note|about|certainty|stage|check|refusals)\./

describe('words', () => {
  it.each([
    ['the page', chinese, english],
    ['dialogs and the menu', wordsOf('zh-CN', true), wordsOf('en', true)],
  ])(
    'has the same keys and placeholders in both languages, none empty, no Chinese in English: %s',
    (_where, here, there) => {
      expect(here.size).toBeGreaterThan(20)
      expect([...there.keys()].sort()).toEqual([...here.keys()].sort())
      const uneven = [...here].filter(
        ([key, texts]) => placeholders(texts).join() !== placeholders(there.get(key)).join()
      )
      // the number itself may be left out of an English singular
      expect(uneven.map(([key]) => key)).toEqual([])
      expect([...here, ...there].filter(([, texts]) => texts.some((text) => text.trim() === ''))).toEqual([])
      const chineseInEnglish = [...there].filter(([, texts]) => texts.some((text) => /[㐀-鿿]/.test(text)))
      expect(chineseInEnglish.filter(([key]) => !isQuoting(key)).map(([key]) => key)).toEqual([])
    }
  )

  it('has words for every key the page uses', () => {
    const rooms = new Set([...chinese.keys()].map((key) => key.split('.')[0]))
    const used = [...strings].filter((key) => rooms.has(key.split('.')[0]) && isKeyUse(key))
    expect(used.filter((key) => !chinese.has(key))).toEqual([])
    const open = patterns.filter(({ before }) => rooms.has(before.split('.')[0]))
    const nothing = open.filter(
      ({ before, after }) => ![...chinese.keys()].some((key) => key.startsWith(before) && key.endsWith(after))
    )
    expect(nothing).toEqual([])
  })

  it('has no words that nobody says', () => {
    const said = (key: string): boolean =>
      LISTED.test(key) ||
      strings.has(key) ||
      patterns.some(({ before, after }) => key.startsWith(before) && key.endsWith(after))
    expect([...chinese.keys()].filter((key) => !said(key))).toEqual([])
  })

  it('has words for every fault, every warning of a parser and every field', () => {
    const missing = [
      ...FAULTS.map((code) => `fault.${code}`),
      ...KERNEL_WARNINGS.map((code) => `warning.${code}`),
      ...FIELDS.flatMap(({ id, group }) => [`field.${id}`, `group.${group}`]),
    ].filter((key) => !chinese.has(key))
    expect(missing).toEqual([])
  })

  it('has words for every finding of a rule', () => {
    const codes = sources(/^shared\/catalogue\/rules\/.*\.ts$/).flatMap(({ text }) =>
      [...text.matchAll(/\b(?:warn|fail)\(\s*found,\s*[^,]+,\s*'([\w.]+)'/g)].map(([, code = '']) => code)
    )
    expect(codes.length).toBeGreaterThan(20)
    expect([...new Set(codes)].filter((code) => !chinese.has(`rule.${code}`))).toEqual([])
  })

  it('can speak of a remark without its particulars, for counts over many rows', () => {
    const remarks = [...chinese].filter(([key]) => /^(warning|rule|note)\./.test(key))
    const particular = remarks.filter(([, texts]) => placeholders(texts).length > 0)
    const abouts = particular.map(([key]) => key.replace(/^\w+\./, 'about.'))
    expect(abouts.filter((key) => !chinese.has(key))).toEqual([])
    expect(abouts.filter((key) => placeholders(chinese.get(key)).length > 0)).toEqual([])
  })

  it('has words for every remark of an import and every problem a check can find', () => {
    const told = sources(/^(electron\/services|shared\/imports)\/.*\.ts$/).flatMap(({ text }) => [
      ...[...text.matchAll(/'(import\.[a-z]\w+)'/gi)].map(([, code = '']) => code),
      ...[...text.matchAll(/'(check\.\w+)'/g)].map(([, code = '']) => code),
    ])
    const faults: readonly string[] = FAULTS
    const wanted = [...new Set(told)]
      .filter((code) => !faults.includes(code))
      .map((code) => (code.startsWith('import.') ? `note.${code}` : code))
    // a kept file may be missing or altered: the code is put together
    const missing = wanted.filter((key) => !chinese.has(key) && !chinese.has(`${key}Missing`))
    expect(missing).toEqual([])
  })

  it('keeps Chinese out of the screens', () => {
    const withChinese = sources(/^renderer\/.*\.tsx$/).filter(({ text }) =>
      /[㐀-鿿]/.test(withoutComments(text))
    )
    expect(withChinese.map(({ path }) => path)).toEqual([])
  })
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
/** Names of rules and languages may be quoted in English. */
const isQuoting = (key: string): boolean =>
  /^(rule|warning|import)\.|\.language\.|frame\.language\.other/.test(key)
/** File names and ids of commands look like keys; a key of words is one of a room that has words. */
const isKeyUse = (key: string): boolean =>
  !/\.(tsx?|css|json|xlsx)$/.test(key) && !COMMAND_IDS.has(key) && !/^(catalogue\.(layout|folded))$/.test(key)
const COMMAND_IDS = new Set(
  [
    ...(page.find(({ path }) => path === 'renderer/frame/commands.ts')?.text ?? '').matchAll(
      /id: '([\w.]+)'/g
    ),
  ].map(([, id = '']) => id)
)
