import { CHINESE_NUMERAL, chineseNumber } from '../number.ts'
import { LENGTH_UNIT } from '../units.ts'

/** A number of a size text with what stands before and behind it, not yet worked out. */
export interface Measure {
  readonly value: number
  readonly to: number | null
  readonly label: string | null
  /** The label names a thing (support:, 总尺寸：) and holds for all factors of a group. */
  readonly ofThing: boolean
  readonly unit: string | null
  /** Factors joined by × share a group; sentences, lines and semicolons share a segment. */
  readonly group: number
  readonly segment: number
}

const NUMERAL = CHINESE_NUMERAL.source
const NUMBER = new RegExp(
  String.raw`(\d+)\s+(\d+)\/(\d+)(?![\d/])|(\d+)\/(\d+)(?![\d/])|\d+(?:\.\d+){2,}|\d+(?:\.\d+)?|${NUMERAL}(?=\s*(?:厘米|毫米|米|公分|英寸|英尺|寸|尺|丈))`,
  'gu'
)
const CROSS = /^\s*[×✕✖╳xX*]\s*([^\d\s×xX*,;:]{0,6}?)\s*(?=\d)/u
const TO = /^\s*(?:[-~～至到]|to)\s*(?=\d)/u
const HARD = /[;；。\n\r]/u
/** What a bare number may be followed by, other than the end of the clause: the next label. Else it counts something. */
const NEXT_LABEL =
  /^\s*(?:通|残|高|长|宽|厚|口|底|腹|足|最|直|孔|内|外|肩|颈|沿|边|纵|横|画|盖|座|连|钮|柄|刃|身|首|缘|周|进|深|面|流|耳|壁|胎|径|上|下|重|带|含|[hwdl]\b|diam)/iu
const NO_SIZE =
  /^\s*(?:kg|kgs|kilograms?|g|mg|t|克|千克|公斤|斤|两|吨|min|mins|sec|secs|hours?|分钟|秒|%|年|世纪)(?![a-z])/iu
const HEAVY = /(?:重|重量|净重|毛重|weight|weigh|duration|时长)\s*[:：]?\s*$/iu

/** More measures than this are no size but a list pasted into the wrong cell. */
const MOST = 60

/** Finds the measures in folded text, in order. */
export function measuresIn(text: string): Measure[] {
  const found: Measure[] = []
  let group = 0
  let segment = 0
  let begins = 0
  let joined: string | null = null
  NUMBER.lastIndex = 0
  for (let match = NUMBER.exec(text); match && found.length < MOST; match = NUMBER.exec(text)) {
    const between = text.slice(begins, match.index)
    let at = match.index + match[0].length
    let to: number | null = null
    // 12.厘米
    if (text.charAt(at) === '.' && unitAt(text, at + 1) !== null) at += 1
    let unit = unitAt(text, at)
    at += unit?.length ?? 0
    const until = TO.exec(text.slice(at, at + 8))?.[0]
    if (until) {
      NUMBER.lastIndex = at + until.length
      const second = NUMBER.exec(text)
      if (second) {
        to = valueOf(second)
        at = second.index + second[0].length
        const last = unitAt(text, at)
        if (last) unit = last
        at += last?.length ?? 0
      }
    }
    const rest = text.slice(at, at + 24)
    const cross = CROSS.exec(rest)
    const value = valueOf(match)
    const other = value === null ? '' : noSize(between, rest, unit, joined !== null || cross !== null)
    if (value === null || other !== null) {
      // what counts (36 parts) stays in the label of the next measure, what weighs or lasts does not
      if (other) begins = at + other.length
      NUMBER.lastIndex = Math.max(at, match.index + match[0].length)
      joined = null
      continue
    }
    if (joined === null) group += 1
    if (HARD.test(between)) segment += 1
    const label = joined ?? between
    found.push({
      ...{ value, to, unit: unit?.trim() ?? null, group, segment },
      ...{ label: cleanLabel(label), ofThing: /[:：]\s*$/u.test(label) },
    })
    joined = cross ? (cross[1] ?? '') : null
    at += cross?.[0].length ?? 0
    begins = at
    NUMBER.lastIndex = at
  }
  return found
}

function unitAt(text: string, at: number): string | null {
  const [whole] = LENGTH_UNIT.exec(text.slice(at, at + 16).toLowerCase()) ?? []
  return whole ?? null
}

function valueOf(match: RegExpExecArray): number | null {
  const [whole, wholes, top, bottom, first, second] = match
  if (wholes !== undefined) return fraction(Number(top), Number(bottom), Number(wholes))
  if (first !== undefined) return fraction(Number(first), Number(second), 0)
  // 1915.334.1 is a registration number
  if (/\..*\./u.test(whole)) return null
  return /^\d/u.test(whole) ? Number(whole) : chineseNumber(whole)
}

const fraction = (top: number, bottom: number, wholes: number): number | null =>
  bottom === 0 ? null : wholes + top / bottom

/** 36 parts, 第1部分 (empty: a count), 57 kg, 20min, 1736年 (the word of another measure); null where it is a length. */
function noSize(between: string, rest: string, unit: string | null, inGroup: boolean): string | null {
  if (unit !== null) return null
  const other = NO_SIZE.exec(rest)?.[0]
  if (other !== undefined) return other
  if (HEAVY.test(between)) return ' '
  if (inGroup || NEXT_LABEL.test(rest)) return null
  return /^\s*[\p{L}:：]/u.test(rest) ? '' : null
}

/** Words of D4 (and of other museums) that name a dimension: 通高, 最大腹径, 边长, diam., H. */
const DIMENSION =
  /(?:[高长宽厚径深纵横围阔]|周长|边|height|width|depth|length|thickness|diam\w*|\b[hwdl])[^\p{L}]*$/iu

/**
 * Whether a number without a unit may be a size at all: a factor, a dimension, a thing's only measure, or quite bare.
 * 收藏赠品 2020.183 and 碗，960-1279 are not.
 */
export function maySize(measure: Measure, alone: boolean): boolean {
  if (measure.unit !== null || !alone || measure.label === null) return true
  return measure.ofThing || DIMENSION.test(measure.label)
}

/** The last words before a number: 高, 口径, support, image, each, frame (Half Royal). */
function cleanLabel(between: string): string | null {
  const last = between.split(/[;；。\n\r]|\.\s/u).at(-1) ?? ''
  const clauses = /\p{Script=Han}/u.test(last) ? last.split(/[,，、]/u) : [last]
  const label = (clauses.filter((clause) => clause.trim() !== '').at(-1) ?? '')
    .replace(/^[\s,，、:：)\]}）×*.+-]+|[\s,，、:：([{（×*~-]+$/gu, '')
    .replace(/(?:大约|大概|约|为|是|approx\.?|about|ca?\.)$/iu, '')
    .trim()
  const bare = /\p{Script=Han}/u.test(label) ? label.replace(/\s+/gu, '') : label
  return bare === '' || bare.length > 60 || !/\p{L}/u.test(bare) ? null : bare
}
