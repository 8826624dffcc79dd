import { CHINESE_NUMERAL, chineseNumber } from '../number.ts'

/** What may stand between a fraction and the inches it belongs to: 7/16 x 3 1/8 in. */
const INCHES = String.raw`[\d\s./×✕✖╳xX*]*(?:英寸|吋|inch|in(?![a-z])|["″”])`
const SPELLED = String.raw`${CHINESE_NUMERAL.source}(?:点[〇零○一二三四五六七八九]+)?`

/** What a number without its 0 may stand behind; elsewhere the point ends a sentence (图像.135 x 57 厘米) or a word (No.5). */
const BEFORE_POINT = String.raw`\s:：×✕✖╳xX*~,，、;；(约高长宽厚径深纵横围阔口底腹足穿孔盖身座边轴-`

/**
 * A number of a size text. a/b is a fraction of an inch, or else two sizes (高32/28厘米); `a b/c` always is one. Its 0
 * may be left out (厚.15厘米). Numerals count before a unit or behind a dimension.
 */
export const NUMBER = new RegExp(
  [
    String.raw`(\d+)\s+(\d+)\/(\d+)(?![\d/])`,
    String.raw`(\d+)\/(\d+)(?![\d/])(?=${INCHES})`,
    String.raw`\d+(?:\.\d+){2,}`,
    String.raw`\d+(?:\.\d+)?|(?<=^|[${BEFORE_POINT}])\.\d+(?!\d|\.\d)`,
    String.raw`${SPELLED}(?=\s*(?:厘米|毫米|米|公分|英寸|英尺|寸|尺|丈))`,
    String.raw`(?<=[高长宽厚径深纵横])${SPELLED}(?=\s*(?:[,，、;；。×xX*]|$))`,
  ].join('|'),
  'gu'
)

/** Null for what has the look of a number and is none: 1915.334.1 is a registration number, 12.5.3 a slip. */
export function valueOf(match: RegExpExecArray): number | null {
  const [whole, wholes, top, bottom, first, second] = match
  if (wholes !== undefined) return fraction(Number(top), Number(bottom), Number(wholes))
  if (first !== undefined) return fraction(Number(first), Number(second), 0)
  if (/\..*\./u.test(whole)) return null
  return /^[\d.]/u.test(whole) ? Number(whole) : chineseNumber(whole)
}

const fraction = (top: number, bottom: number, wholes: number): number | null =>
  bottom === 0 ? null : wholes + top / bottom

/**
 * Whether what stands before a number ends in a minus (高-5厘米, 负5), which no size may have and which must not be lost.
 * A dash between spaces, a double one, and one right behind another number only part words.
 */
export function endsInMinus(between: string, first: boolean): boolean {
  if (/负\s*$/u.test(between)) return true
  const [whole, before = ''] = /^(.*)-(?:\s*)$/su.exec(between) ?? []
  if (whole === undefined || before.endsWith('-')) return false
  if (/\s$/u.test(whole) && (before === '' || /\s$/u.test(before))) return false
  return before.trim() !== '' || first
}
