import { foldKey } from './fold.ts'
import { recent } from './recent.ts'

/**
 * How text is cut for searching, the same for both engines: every CJK character is a token of its own, every run of
 * letters or digits is one; anything else separates. A query becomes a phrase of such tokens.
 */
const TOKEN = /(?=\p{Script=Han})[\p{L}\p{N}]|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Stands between two fields, so that no phrase is found across them. It never comes out of a text. */
export const BREAK = 'ⱺ'

/** Tokens of a text in order: lower case, half width. `青花 Jar-12` → 青, 花, jar, 12. */
export function tokens(text: string): string[] {
  const folded = foldKey(text.replace(/\s+/gu, '-')).replaceAll(BREAK, '')
  const found = folded.match(TOKEN) ?? []
  return RARE.test(folded) ? found.map(spelled) : found
}

const RARE = /[\u{10000}-\u{10ffff}]/u

/** FTS5 knows the letters of Unicode 6.1: a rarer character is spelled out, so that it is found like any other. */
function spelled(token: string): string {
  return token.replace(/[\u{10000}-\u{10ffff}]/gu, (rare) => `u${(rare.codePointAt(0) ?? 0).toString(16)}`)
}

/** 类别, 质地, 来源 and 库位 say the same of thousands of objects: their tokens are worked out once. */
const shortLine = recent(cut)
const lineOf = (text: string): string => (text.length > 40 ? cut(text) : shortLine(text))

/** Common Han, ASCII and signs that separate, in both widths: what such a text is cut into needs no folding. */
const COMMON = /^[ -~\u3001\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]*$/

function cut(text: string): string {
  return COMMON.test(text) ? cutCommon(text) : tokens(text).join(' ')
}

/** Common Han characters with the space before them, as they are met. */
const spaced = new Array<string | undefined>(0x5200)

/** The same tokens in one walk: an import cuts the descriptions of a whole museum. */
function cutCommon(text: string): string {
  let line = ''
  let open = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const upper = code >= 0x41 && code <= 0x5a
    if (upper || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      if (!open && line !== '') line += ' '
      line += String.fromCharCode(upper ? code + 0x20 : code)
      open = true
    } else {
      open = false
      if (code < 0x4e00 || code > 0x9fff) continue
      line += line === '' ? text.charAt(at) : (spaced[code - 0x4e00] ??= ` ${text.charAt(at)}`)
    }
  }
  return line
}

/** What is indexed of several texts of one record: tokens joined by spaces, texts kept apart. */
export function indexed(texts: readonly (string | null)[], most = 4000): string {
  let words = ''
  for (const text of texts) {
    if (text === null || text === '') continue
    const line = lineOf(text.length > most ? text.slice(0, most) : text)
    if (line !== '') words = words === '' ? line : `${words} ${BREAK} ${line}`
  }
  return words
}

/** One word of a query: the phrase to be found, and the initials it might be instead. */
export interface Wanted {
  readonly phrase: readonly string[]
  /** The last token may go on: it is a run of letters or digits. */
  readonly open: boolean
  readonly initials: readonly string[] | null
}

const MOST_WORDS = 12

/** A query's words, each of which must be found. `青铜 qt` → the phrase 青铜, and qt as text or as initials. */
export function wanted(query: string): Wanted[] {
  return query
    .split(/\s+/u)
    .slice(0, MOST_WORDS)
    .map((word) => {
      const phrase = tokens(word)
      const last = phrase.at(-1) ?? ''
      const only = phrase.length === 1 && /^[a-z]{1,12}$/.test(last)
      return {
        phrase,
        open: /^[\p{Script=Latin}\p{N}]+$/u.test(last),
        initials: only ? Array.from(last) : null,
      }
    })
    .filter(({ phrase }) => phrase.length > 0)
}
