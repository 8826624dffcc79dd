import notEra from '../../../resources/vocabularies/not-era.json' with { type: 'json' }
import { underTables } from '../../vocabulary/held.ts'
import { table } from '../../vocabulary/load.ts'
import type { Alias, VocabularyValue } from '../../vocabulary/record.ts'
import { warning, type KernelWarning } from '../warning.ts'
import type { Period, Reign } from './era.ts'
import { plainSigns } from './signs.ts'
import { spanOf } from './tree.ts'
import { MARKS, PARTS, type Mark } from './words.ts'
import { SEXAGENARY } from './years.ts'

/** A word of the lexicon, and what it means. `slips` are what a person should know of its spelling. */
export type Word =
  | { readonly kind: 'period'; readonly period: Period; readonly slips: readonly KernelWarning[] }
  | { readonly kind: 'reign'; readonly reigns: readonly Reign[]; readonly slips: readonly KernelWarning[] }
  | { readonly kind: 'cycle'; readonly place: number }
  | { readonly kind: 'part'; readonly from: number; readonly to: number }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'first' }
  | { readonly kind: 'noEra' }

type Words = Map<string, Word>

/** Earlier entries win: periods before reigns (大明 is the dynasty), both before small words. */
function put(words: Words, text: string, word: Word): void {
  const key = plainSigns(text)
  if (key !== '' && !words.has(key)) words.set(key, word)
}

const textOf = (alias: Alias): string => (typeof alias === 'string' ? alias : alias.text)

function slipsOf(alias: Alias, label: string): readonly KernelWarning[] {
  if (typeof alias === 'string') return []
  return [warning('typo' in alias ? 'era.typo' : 'era.ask', { text: alias.text, label })]
}

function periodOf(value: VocabularyValue, ownNode: boolean): Period {
  return {
    name: value.label,
    code: ownNode ? value.code : (value.parent ?? null),
    ...spanOf(value),
    approximate: value.approximate === true,
    reference: !ownNode && value.approximate === true,
    counted: value.counted === true,
  }
}

function putPeriods(words: Words, values: readonly VocabularyValue[], ownNode: boolean): void {
  for (const value of values) {
    const period = periodOf(value, ownNode)
    put(words, value.label, { kind: 'period', period, slips: [] })
    for (const alias of value.aliases) {
      put(words, textOf(alias), { kind: 'period', period, slips: slipsOf(alias, value.label) })
    }
  }
}

// the types themselves, 公历纪年 (bare years), 其他 and 年代不详 are no words inside a text
const CALENDAR = '400000'

function putReigns(words: Words): void {
  const titles = new Map<string, { reigns: Reign[]; slips: readonly KernelWarning[] }>()
  for (const value of table('reign').values) {
    const reign: Reign = {
      name: value.label,
      dynasty: value.dynasty ?? '',
      code: value.parent ?? null,
      start: value.start ?? 0,
      end: value.end ?? 0,
      minor: value.minor === true,
    }
    for (const alias of [value.label, ...value.aliases]) {
      const key = plainSigns(textOf(alias))
      const known = titles.get(key)
      if (known) {
        if (!known.reigns.includes(reign)) known.reigns.push(reign)
      } else titles.set(key, { reigns: [reign], slips: slipsOf(alias, value.label) })
    }
  }
  for (const [title, { reigns, slips }] of titles) put(words, title, { kind: 'reign', reigns, slips })
}

function putSmallWords(words: Words): void {
  SEXAGENARY.forEach((name, place) => {
    put(words, name, { kind: 'cycle', place })
  })
  for (const [from, to, names] of PARTS)
    for (const name of names) put(words, name, { kind: 'part', from, to })
  for (const [mark, names] of Object.entries(MARKS) as [Mark, readonly string[]][]) {
    for (const name of names) put(words, name, { kind: 'mark', mark })
  }
  put(words, '元年', { kind: 'first' })
  // 金丝, 明器: words that only begin like a dynasty
  for (const word of notEra.words) put(words, word, { kind: 'noEra' })
}

const lexicon = underTables(() => {
  const words: Words = new Map()
  const nodes = table('era').values.filter(
    ({ parent, mergedInto }) => parent !== undefined && parent !== CALENDAR && mergedInto === undefined
  )
  // a museum's own word outranks what the reference tables make of it
  putPeriods(words, nodes, true)
  putPeriods(words, table('period').values, false)
  putPeriods(words, table('culture').values, false)
  putPeriods(words, table('ruler').values, false)
  putReigns(words)
  putSmallWords(words)
  return { words, byFirst: byFirstSign(words) }
})

/** Words by their first character, longest first. */
function byFirstSign(words: Words): ReadonlyMap<string, readonly [string, Word][]> {
  const byFirst = new Map<string, [string, Word][]>()
  for (const entry of words) {
    const first = entry[0].charAt(0)
    const known = byFirst.get(first)
    if (known) known.push(entry)
    else byFirst.set(first, [entry])
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b[0].length - a[0].length)
  return byFirst
}

const isLetter = (sign: string): boolean => sign >= 'a' && sign <= 'z'

/** The longest word that starts at `at`; a Latin word must end where its letters end. */
export function wordAt(text: string, at: number): readonly [string, Word] | undefined {
  for (const entry of lexicon().byFirst.get(text.charAt(at)) ?? []) {
    const [word] = entry
    if (!text.startsWith(word, at)) continue
    if (isLetter(word.charAt(word.length - 1)) && isLetter(text.charAt(at + word.length))) continue
    return entry
  }
  return undefined
}

/** The period that goes by exactly that word. */
export function periodNamed(name: string): (Word & { readonly kind: 'period' }) | undefined {
  const word = lexicon().words.get(name)
  return word?.kind === 'period' ? word : undefined
}
