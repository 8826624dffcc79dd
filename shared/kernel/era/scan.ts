import { CHINESE_NUMERAL, chineseNumber } from '../number.ts'
import { warning, type KernelWarning } from '../warning.ts'
import { periodNamed, wordAt, type Word } from './lexicon.ts'
import { isWithin } from './tree.ts'
import { STATES } from './words.ts'
import { holds } from './years.ts'

export interface NumberToken {
  readonly kind: 'number'
  readonly value: number
  /** How many digits it was written with: `1505–21` ends in 1521. */
  readonly digits: number
  /** A month or day stands with it: 1958.3. */
  readonly exact: boolean
}

export type Token =
  | (Exclude<Word, { kind: 'noEra' }> & { readonly text: string })
  | NumberToken
  | { readonly kind: 'other'; readonly text: string }

const DATES = [
  /(\d{4})([./])(\d{1,2})(?:\2(\d{1,2}))?(?![\d.])/uy,
  /(\d{4})(-)(\d{1,2})-(\d{1,2})(?![\d-])/uy,
  /(\d{4})(-)(\d{1,2})(?![\d-])(?!\s*(?:年代|世纪|s\b|th\b))/uy,
]
const COMPACT = /(\d{4})(\d{2})(\d{2})(?!\d)/uy
const NUMBER = /\d+(?:\.\d+(?=[万亿]))?([万亿]?)/uy
const NUMERAL = new RegExp(CHINESE_NUMERAL.source, 'uy')
const LATIN = /[a-z]+\.?/uy

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9'

/** Splits folded text (signs.ts) into the words and numbers of the lexicon; what is neither becomes `other`. */
export function scan(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (text.charAt(at) === ' ') {
      at += 1
      continue
    }
    const [token, length] = isDigit(text.charAt(at)) ? digitsAt(text, at) : tokenAt(text, at, tokens)
    tokens.push(token)
    at += length
  }
  return tokens
}

function tokenAt(text: string, at: number, tokens: readonly Token[]): [Token, number] {
  const before = tokens.at(-1)
  const special = suffixAt(text, at, before) ?? minusAt(text, at, before)
  if (special) return special
  const word = wordAt(text, at)
  const state = stateAt(text, at, tokens)
  if (state.length >= (word?.[0].length ?? 1))
    return [{ kind: 'mark', mark: 'noise', text: state }, state.length]
  NUMERAL.lastIndex = at
  const run = NUMERAL.exec(text)?.[0] ?? ''
  if (run.length > (word?.[0].length ?? 0)) {
    const value = chineseNumber(run)
    if (value !== null) {
      // 一九五八 is written digit by digit, 六十 is not
      const digits = /[十百千万亿廿卅拾佰仟]/u.test(run) ? String(value).length : run.length
      return [{ kind: 'number', value, digits, exact: false }, run.length]
    }
  }
  if (word) {
    const [found, meaning] = splitWord(text, at, word, tokens.findLast(isTelling))
    if (meaning.kind === 'noEra') return [{ kind: 'other', text: found }, found.length]
    return [{ ...meaning, text: found }, found.length]
  }
  LATIN.lastIndex = at
  const letters = LATIN.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0)
  // a lone letter is an initial or a slip (S. 宋元), nothing to lose
  if (/^[a-z]\.?$/u.test(letters)) return [{ kind: 'mark', mark: 'noise', text: letters }, letters.length]
  return [{ kind: 'other', text: letters }, letters.length]
}

/** What follows a number at once: 1830s, 18th, 18th c. */
function suffixAt(text: string, at: number, before: Token | undefined): [Token, number] | undefined {
  const previous = text.charAt(at - 1)
  if (isDigit(previous)) {
    const plural = /^(?:'s|’s|s)(?![a-z])/u.exec(text.slice(at, at + 3))?.[0]
    if (plural) return [{ kind: 'mark', mark: 'decade', text: plural }, plural.length]
    const ordinal = /^(?:st|nd|rd|th)(?![a-z])/u.exec(text.slice(at, at + 3))?.[0]
    if (ordinal) return [{ kind: 'mark', mark: 'ordinal', text: ordinal }, ordinal.length]
  }
  if (before?.kind === 'mark' && before.mark === 'ordinal') {
    const century = /^c\.?(?![a-z])/u.exec(text.slice(at, at + 3))?.[0]
    if (century) return [{ kind: 'mark', mark: 'century', text: century }, century.length]
  }
  return undefined
}

/** -350 at the beginning or behind a range sign is a year BCE; `19--20` is not. */
function minusAt(text: string, at: number, before: Token | undefined): [Token, number] | undefined {
  if (text.charAt(at) !== '-' || !isDigit(text.charAt(at + 1)) || text.charAt(at - 1) === '-')
    return undefined
  const first = !before || (before.kind === 'mark' && (before.mark === 'range' || before.mark === 'open'))
  return first ? [{ kind: 'mark', mark: 'front', text: '-' }, 1] : undefined
}

const isTelling = (token: Token): boolean => token.kind !== 'mark' || token.mark !== 'noise'

const ZHOU = '303000'

/** 春秋晋, 战国·秦国: the state behind a period of the Zhou; empty where the word goes on to a dynasty (战国秦汉). */
function stateAt(text: string, at: number, tokens: readonly Token[]): string {
  const period = tokens.findLast((token) => isTelling(token) && token.kind !== 'part')
  const code = period?.kind === 'period' ? period.period.code : null
  // 周秦 are two dynasties
  if (code === null || code === ZHOU || !isWithin(code, ZHOU)) return ''
  STATES.lastIndex = at
  const state = STATES.exec(text)?.[0] ?? ''
  // 战国晚期秦 may be the dynasty that follows
  if (state === '秦' && tokens.at(-1)?.kind === 'part') return ''
  const next = wordAt(text.slice(at + state.length).replace(/^[\s·]+/u, ''), 0)?.[1].kind
  return next === 'period' || next === 'reign' || next === 'part' ? '' : state
}

/** A word that is two: 明|晚清|初 is 明晚 and 清初, 元初 is the beginning of the 元, 宋夏 means the 西夏. */
function splitWord(
  text: string,
  at: number,
  word: readonly [string, Word],
  before: Token | undefined
): readonly [string, Word] {
  const [found, meaning] = word
  if (meaning.kind === 'reign')
    return partBehind(text, at, word, before) ?? splitUntil(text, at, word, before)
  if (meaning.kind === 'noEra') {
    // 辽西夏 is 辽 and 西夏, not the country west of the Liao
    const rest = wordAt(text, at + 1)
    const dynasty = periodNamed(found.charAt(0))
    return dynasty && rest?.[1].kind === 'period' && rest[0].length >= found.length
      ? [found.charAt(0), dynasty]
      : word
  }
  if (meaning.kind !== 'period' || before?.kind !== 'period') return word
  const start = before.period.start ?? 0
  if (found === '夏' && start >= LIAO) return ['夏', periodNamed('西夏') ?? meaning]
  const part = wordAt(found.charAt(0), 0)
  const ahead = wordAt(text, at + found.length)?.[1].kind
  return found.length === 2 && part?.[1].kind === 'part' && ahead === 'part' ? part : word
}

const LIAO = 907

/** 元初: a reign of the 东汉 only behind its dynasty or with its year, else the beginning of the 元. */
function partBehind(
  text: string,
  at: number,
  [found, meaning]: readonly [string, Word],
  before: Token | undefined
): readonly [string, Word] | null {
  const sign = text.charAt(at)
  const dynasty = periodNamed(sign)
  const rest = dynasty && wordAt(text, at + 1)
  if (!dynasty || meaning.kind !== 'reign' || rest?.[1].kind !== 'part' || rest[0].length + 1 < found.length)
    return null
  if (YEAR_BEHIND.test(text.slice(at + found.length))) return null
  const own = before?.kind === 'period' && meaning.reigns.some((reign) => holds(before.period, reign))
  return own ? null : [sign, dynasty]
}

const YEAR_BEHIND = /^\s*(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})年/u

/** 宋至元 is a range although 至元 is a reign: 至 after a period that the reign does not belong to means "until". */
function splitUntil(
  text: string,
  at: number,
  word: readonly [string, Word],
  before: Token | undefined
): readonly [string, Word] {
  const [found, meaning] = word
  if (meaning.kind !== 'reign') return word
  if (!found.startsWith('至') || !before) return splitDynasty(text, at, word)
  const rest = wordAt(text, at + 1)
  if (!rest || (rest[1].kind !== 'period' && rest[1].kind !== 'reign')) return word
  const until: readonly [string, Word] = ['至', { kind: 'mark', mark: 'range' }]
  // 元至大元年 is no range up to 大元
  const firstYear = rest[0].endsWith('元') && text.charAt(at + 1 + rest[0].length) === '年'
  if (rest[0].length + 1 > found.length && !firstYear) return until
  if (before.kind === 'reign') return until
  if (before.kind !== 'period') return word
  const own = before.period
  return meaning.reigns.some((reign) => holds(own, reign)) ? word : until
}

/** 元延祐 is 元 and 延祐, not 元延 of the Han; 汉兴平 is 汉 and 兴平. */
function splitDynasty(text: string, at: number, word: readonly [string, Word]): readonly [string, Word] {
  const sign = text.charAt(at)
  const dynasty = periodNamed(sign)
  const rest = dynasty && wordAt(text, at + 1)
  if (!dynasty || rest?.[1].kind !== 'reign' || rest[0].length + 1 <= word[0].length) return word
  const belongs = rest[1].reigns.some((reign) => holds(dynasty.period, reign))
  return belongs ? [sign, dynasty] : word
}

function digitsAt(text: string, at: number): [Token, number] {
  for (const pattern of DATES) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const date = match && dateOf(match)
    if (date) return [date, match[0].length]
  }
  COMPACT.lastIndex = at
  const compact = COMPACT.exec(text)
  if (compact && isMonth(compact[2]) && isDayOfMonth(compact[3])) {
    return [{ kind: 'number', value: Number(compact[1]), digits: 4, exact: true }, compact[0].length]
  }
  NUMBER.lastIndex = at
  const [run = '', myriad = ''] = NUMBER.exec(text) ?? []
  const value = Number.parseFloat(run) * (myriad === '万' ? 1e4 : myriad === '亿' ? 1e8 : 1)
  const plain = myriad === '' ? run.length : String(value).length
  return [{ kind: 'number', value, digits: plain, exact: false }, Math.max(run.length, 1)]
}

function dateOf(match: RegExpExecArray): NumberToken | null {
  const [, year = '', sign = '', second = '', third] = match
  if (!isMonth(second) || (third !== undefined && !isDayOfMonth(third))) return null
  const value = Number(year)
  // 1801-10 runs to 1810; 1958-03 cannot run to 1903 and is March
  const range = sign === '-' && third === undefined && Number(year.slice(0, -second.length) + second) >= value
  return range ? null : { kind: 'number', value, digits: 4, exact: true }
}

const isMonth = (text: string | undefined): boolean => Number(text) >= 1 && Number(text) <= 12
const isDayOfMonth = (text: string | undefined): boolean => Number(text) >= 1 && Number(text) <= 31

/** `1905-06` with a hyphen and a zero: the range is taken, but June 1905 was perhaps meant. */
export function monthOrYear(text: string): readonly KernelWarning[] {
  const [, century, year, second] = /(?<!\d)(\d\d)(\d\d)-(0[1-9])(?![\d-])/u.exec(text) ?? []
  if (century === undefined || Number(second) < Number(year)) return []
  return [warning('era.monthOrYear', { text })]
}
