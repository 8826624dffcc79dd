import notEra from '../../../resources/vocabularies/not-era.json' with { type: 'json' }
import shape from '../../../resources/vocabularies/shape.json' with { type: 'json' }
import { wordAt } from '../../kernel/era/lexicon.ts'
import type { Span } from '../../kernel/era/years.ts'
import { fail, textOf, warn, type Rule } from './finding.ts'

/** ≤ 60 characters; the national approval form holds 30 (china-standards 2.1 N1). */
const LONGEST = 60
const FORM_LENGTH = 30

/** 公元前350年, 20世纪60年代, 1958年: years count as an era at the start of a name, as 公历纪年 does in 1.4. */
const YEARS = /^(?:公元前?|前)?\s?(?:\d{1,4}|[〇零一二三四五六七八九十]{1,4})(?:年|世纪)/u
/** What may follow the shape: （一对）, 2件, 残. */
const TAIL = /(?:[（(【[][^（(【[]*[）)】\]]|[\d一二两三四五六七八九十百]+[件套对双枚张幅块片]|残片?|\s)+$/u
const SHAPES = new Set(shape.one)
const LONG_SHAPES = new Set(shape.two)
/** Classes whose objects bear titles. */
const TITLED = new Set([
  '书法、绘画',
  '古籍图书',
  '碑帖拓本',
  '邮品',
  '文件、宣传品',
  '档案文书',
  '名人遗物',
  '音像制品',
  '票据',
])

/** N1–N6 of china-standards 2.1: a name says ① era or author ② features ③ shape or use, and is cleanly written. */
export const name: Rule = (values, { eraStart = null, eraEnd = null }, found) => {
  const text = textOf(values, 'name')?.trim()
  if (!text) return fail(found, 'name', 'N1.empty')
  if (text.length > LONGEST) fail(found, 'name', 'N1.tooLong', { length: text.length, most: LONGEST })
  else if (text.length > FORM_LENGTH)
    warn(found, 'name', 'N1.long', { length: text.length, most: FORM_LENGTH })
  if (/^\d+$/.test(text)) {
    // nothing more can be said of a bare number
    return warn(found, 'name', 'N5.digits')
  }
  if (/[\r\n]/.test(text)) warn(found, 'name', 'N5.lineBreak')
  if (text.startsWith('、')) warn(found, 'name', 'N5.leading')
  if (/["']/.test(text)) warn(found, 'name', 'N5.quotes')
  titles(text, textOf(values, 'category'), found)
  const author = textOf(values, 'author')
  // rule ①: the author may stand in the era's place
  if (!(author && text.startsWith(author))) opening(text, { start: eraStart, end: eraEnd }, found)
  // a title in 《》 ends a name by itself
  if (!text.endsWith('》') && !endsInShape(text))
    warn(found, 'name', 'N4', { ending: [...bare(text)].slice(-2).join('') })
}

function opening(text: string, era: Span, found: Parameters<Rule>[2]): void {
  const token = eraAtStart(text)
  if (token && overlap(token.spans, era)) return
  const mistaken = notEra.words.some((word) => text.startsWith(word))
  if (!token || mistaken) {
    if (!YEARS.test(text)) warn(found, 'name', 'N2')
  } else warn(found, 'name', 'N3', { token: token.text })
}

/** 清乾隆青花瓶 → 清乾隆, the years of that reign; 元青花瓶 → 元; a reign alone may mean several. */
function eraAtStart(text: string): { text: string; spans: readonly Span[] } | null {
  const lead = text.startsWith('约') ? 1 : 0
  const [word, meaning] = wordAt(text, lead) ?? []
  if (word === undefined) return null
  if (meaning?.kind === 'reign') return { text: word, spans: meaning.reigns }
  if (meaning?.kind !== 'period') return null
  const [title, next] = wordAt(text, lead + word.length) ?? []
  const reigns = next?.kind === 'reign' ? next.reigns.filter((reign) => overlap([reign], meaning.period)) : []
  if (title === undefined || reigns.length === 0) return { text: word, spans: [meaning.period] }
  return { text: word + title, spans: reigns }
}

/** Whether any of the spans shares a year with the era; an unknown era contradicts nothing. */
function overlap(spans: readonly Span[], era: Span): boolean {
  if (era.start === null && era.end === null) return true
  return spans.some(
    ({ start, end }) =>
      (start ?? -Infinity) <= (era.end ?? Infinity) && (era.start ?? -Infinity) <= (end ?? Infinity)
  )
}

function bare(text: string): string {
  const cut = text.replace(TAIL, '')
  return cut === '' ? text : cut
}

function endsInShape(text: string): boolean {
  const signs = [...bare(text).replace(/[」』”]$/u, '')]
  return SHAPES.has(signs.at(-1) ?? '') || LONG_SHAPES.has(signs.slice(-2).join(''))
}

function titles(text: string, category: string | null, found: Parameters<Rule>[2]): void {
  if (!/[《》]/.test(text)) return
  if (!/^[^《》]*(?:《[^《》]+》[^《》]*)+$/u.test(text)) return warn(found, 'name', 'N6.broken')
  if (/^《[^《》]+》$/u.test(text) && category !== null && !TITLED.has(category))
    warn(found, 'name', 'N6.noTitle')
}
