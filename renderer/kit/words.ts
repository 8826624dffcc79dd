import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type audit from '../../resources/words/zh-CN/audit.json'
import type catalogue from '../../resources/words/zh-CN/catalogue.json'
import type changes from '../../resources/words/zh-CN/changes.json'
import type common from '../../resources/words/zh-CN/common.json'
import type exchange from '../../resources/words/zh-CN/exchange.json'
import type fields from '../../resources/words/zh-CN/fields.json'
import type frame from '../../resources/words/zh-CN/frame.json'
import type imports from '../../resources/words/zh-CN/imports.json'
import type media from '../../resources/words/zh-CN/media.json'
import type paper from '../../resources/words/zh-CN/paper.json'
import type people from '../../resources/words/zh-CN/people.json'
import type numbers from '../../resources/words/zh-CN/numbers.json'
import type own from '../../resources/words/zh-CN/own.json'
import type quality from '../../resources/words/zh-CN/quality.json'
import type relations from '../../resources/words/zh-CN/relations.json'
import type reports from '../../resources/words/zh-CN/reports.json'
import type sets from '../../resources/words/zh-CN/sets.json'
import type views from '../../resources/words/zh-CN/views.json'
import type vocabulary from '../../resources/words/zh-CN/vocabulary.json'
import type timeline from '../../resources/words/zh-CN/timeline.json'
import type workspace from '../../resources/words/zh-CN/workspace.json'
import type { FaultCode } from '../../shared/contract/faults.ts'
import { isOwnId } from '../../shared/fields/record.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Keys as they stand in the Chinese files, which come first: `catalogue.search.placeholder`. */
export type WordKey =
  | keyof typeof common
  | keyof typeof frame
  | keyof typeof workspace
  | keyof typeof catalogue
  | keyof typeof exchange
  | keyof typeof changes
  | keyof typeof fields
  | keyof typeof imports
  | keyof typeof audit
  | keyof typeof media
  | keyof typeof paper
  | keyof typeof people
  | keyof typeof numbers
  | keyof typeof own
  | keyof typeof quality
  | keyof typeof reports
  | keyof typeof views
  | keyof typeof sets
  | keyof typeof vocabulary
  | keyof typeof relations
  | keyof typeof timeline

/** What fills the placeholders of a sentence. `count` also chooses the plural in English. */
export type Filling = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

interface Nested {
  readonly [key: string]: string | Nested
}
/** All but the words of the system's own dialogs and menu, which main speaks. */
const files = import.meta.glob<Nested>(['../../resources/words/*/*.json', '!**/shell.json'], {
  eager: true,
  import: 'default',
})

/** A file may nest its keys; here they are whole: `fault.museum.none`. */
function flat(words: Nested, before = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([key, value]) =>
      typeof value === 'string' ? { [before + key]: value } : flat(value, `${before}${key}.`)
    )
  ) as Record<string, string>
}

function wordsOf(language: Language): Record<string, string> {
  const mine = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.assign({}, ...mine.map(([, words]) => flat(words))) as Record<string, string>
}

/** Keys are whole (`fault.museum.none`), without nesting, so that a search over the project finds them. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    defaultNS: 'words',
    resources: { 'zh-CN': { words: wordsOf('zh-CN') }, en: { words: wordsOf('en') } },
    interpolation: { escapeValue: false },
    // names that a museum gives its own fields come later
    react: { bindI18nStore: 'added' },
    // a refusal that comes without its particulars is still a sentence
    missingInterpolationHandler: () => '',
  })
  document.documentElement.lang = language
}

/** Words for the fields that a museum has added, where those of all others are: `field.<id>`. */
export function nameOwnFields(
  fields: readonly { readonly id: string; readonly name: string; readonly english: string | null }[]
): void {
  const named = (language: Language) =>
    Object.fromEntries(
      fields.map(({ id, name, english }) => [`${FIELD}${id}`, language === 'en' ? (english ?? name) : name])
    )
  for (const language of LANGUAGES) i18next.addResources(language, 'words', named(language))
}
const FIELD = 'field.'
/** A museum's own words are no sentence of ours: nothing in them stands for anything. */
const isOwnName = (key: string): boolean => key.startsWith(FIELD) && isOwnId(key.slice(FIELD.length))

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export function languageNow(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}

export interface Say {
  /** A sentence known when the code was written. */
  (key: WordKey, filling?: Filling): string
  /** A sentence whose key comes from a record, a rule or a job; `otherwise` is said where there is none. */
  open(key: string, filling?: Filling, otherwise?: string): string
  fault(code: FaultCode, detail?: Filling): string
}

function sayer(): Say {
  const exact = (key: string, filling: Filling = {}): string =>
    i18next.t(key, { ...listed(filling), ...(isOwnName(key) ? { skipInterpolation: true } : {}) })
  const open = (key: string, filling?: Filling, otherwise = key): string =>
    i18next.exists(key) ? exact(key, filling) : otherwise
  return Object.assign((key: WordKey, filling?: Filling) => exact(key, filling), {
    open,
    fault: (code: FaultCode, detail?: Filling) => exact(`fault.${code}`, detail),
  })
}

/** Lists in placeholders are read out with the language's own comma. */
function listed(filling: Filling): Record<string, unknown> {
  const join = languageNow() === 'en' ? ', ' : '、'
  return Object.fromEntries(
    Object.entries(filling).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(join) : (value ?? ''),
    ])
  )
}

/** One per language, so that what is remembered with it is made anew when the language changes, and only then. */
const sayers: Readonly<Record<Language, Say>> = { 'zh-CN': sayer(), en: sayer() }

/** Words for a component: it is drawn anew when the language changes. */
export function useWords(): Say {
  useTranslation()
  return sayers[languageNow()]
}

/** Words outside a component. */
export const say: Say = sayer()
