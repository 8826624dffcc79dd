import { LENGTH_UNIT } from '../units.ts'
import { cleanLabel, labelBehind, namesDimension, namesMeasure } from './labels.ts'
import { endsInMinus, NUMBER, valueOf } from './numbers.ts'

/** A number of a size text with what stands before and behind it, not yet worked out. */
export interface Measure {
  /** The number as it was written. */
  readonly written: string
  readonly value: number
  readonly to: number | null
  readonly label: string | null
  /** The label names a thing (support:, 总尺寸：) and holds for all factors of a group. */
  readonly ofThing: boolean
  readonly unit: string | null
  /** Factors joined by × share a group; semicolons part segments, stops and ends of lines part lines. */
  readonly group: number
  readonly segment: number
  readonly line: number
  /** No comma stands between it and its label. */
  readonly near: boolean
  /** Nothing stands between it and the measure before: 1米20厘米. */
  readonly adjacent: boolean
}

export interface Found {
  readonly measures: Measure[]
  /** Numbers that are no measure and nothing else that is understood (a weight, a year): to be warned about. */
  readonly left: string[]
}

const CROSS = /^\s*[×✕✖╳xX*]\s*([^\d\s×xX*,;:.]{0,6}?)\s*(?=\.?\d)/u
const TO = /^\s*(?:[-~～至到]|to)\s*(?=\.?\d)/u
const ROUGHLY = /^\s*(?:左右|上下|许)/u
const HARD = /[;；。\n\r]/u
const END_OF_LINE = /[。\n\r]/u
/** What a bare number may be followed by, other than the end of the clause: the next label. Else it counts something. */
const NEXT_LABEL =
  /^\s*(?:通|残|高|长|宽|厚|口|底|腹|足|最|直|孔|内|外|肩|颈|沿|边|纵|横|画|盖|座|连|钮|柄|刃|身|首|缘|周|进|深|面|流|耳|壁|胎|径|上|下|重|带|含|[hwdl]\b|diam)/iu
const NO_SIZE =
  /^\s*(?:kg|kgs|kilograms?|g|mg|t|克|千克|公斤|斤|两|吨|min|mins|sec|secs|hours?|分钟|秒|%|年|世纪)(?![a-z])/iu
/** 边3处磨损 */
const COUNTED = /^\s*[处个件块片道条层圈叶幅页册枚张]/u
const HEAVY = /(?:重|重量|净重|毛重|weight|weigh|duration|时长)\s*[:：]?\s*$/iu

/** More measures than this are no size but a list pasted into the wrong cell. */
const MOST = 60

/** Finds the measures in folded text, in order. */
export function measuresIn(text: string): Found {
  const measures: Measure[] = []
  const left: string[] = []
  const behind = labelBehind(text)
  let [group, segment, line, begins] = [0, 0, 0, 0]
  let joined: string | null = null
  let counts: string[] = []
  NUMBER.lastIndex = 0
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    if (measures.length >= MOST) {
      left.push(text.slice(match.index, match.index + 20))
      break
    }
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
    const written = text.slice(match.index, at)
    at += ROUGHLY.exec(text.slice(at, at + 8))?.[0].length ?? 0
    const near = !/[,，、]\s*$/u.test(between)
    // a count in the clause before (残片2块，) is no label of this one
    const own = counts.length > 0 && !near ? null : cleanLabel(joined ?? between)
    const after = own !== null && namesDimension(own) ? null : behind.exec(text.slice(at, at + 24))
    if (after) at += after[0].length
    const rest = text.slice(at, at + 24)
    const cross = CROSS.exec(rest)
    const value = valueOf(match)
    const named =
      after !== null ||
      (own !== null && (/^\s/u.test(rest) && near ? namesMeasure(own) : namesDimension(own)))
    const other =
      value === null ? '' : noSize(between, rest, unit, joined !== null || cross !== null || named)
    if (value === null || other !== null) {
      // what counts (36 parts) stays in the label of the next measure, what weighs or lasts does not
      if (other) begins = at + other.length
      else if (value === null) left.push(written)
      else counts.push(match[0])
      NUMBER.lastIndex = Math.max(at, match.index + match[0].length)
      joined = null
      continue
    }
    if (joined === null) group += 1
    if (HARD.test(between)) segment += 1
    if (END_OF_LINE.test(between)) line += 1
    left.push(...counts.filter((count) => own?.includes(count) !== true))
    counts = []
    if (to !== null && to < value) left.push(written)
    // 图像.135厘米 may also be 0.135
    if (/[\p{Script=Han})]\.$/u.test(between)) left.push(`.${written}`)
    const minus = joined === null ? endsInMinus(between, begins === 0) : /[-负]\s*$/u.test(joined)
    measures.push({
      ...{ written, value: minus ? -value : value, to, unit: unit?.trim() ?? null, group, segment, line },
      label: after?.[1] ?? own,
      ofThing: after === null && /[:：]\s*$/u.test(joined ?? between),
      near,
      adjacent: between === '' && begins > 0 && joined === null,
    })
    joined = cross ? (cross[1] ?? '') : null
    at += cross?.[0].length ?? 0
    begins = at
    NUMBER.lastIndex = at
  }
  return { measures, left: [...left, ...counts] }
}

function unitAt(text: string, at: number): string | null {
  const [whole] = LENGTH_UNIT.exec(text.slice(at, at + 16).toLowerCase()) ?? []
  return whole ?? null
}

/** 36 parts, 第1部分 (empty: a count), 57 kg, 20min, 1736年 (the word of another measure); null where it is a length. */
function noSize(between: string, rest: string, unit: string | null, named: boolean): string | null {
  if (unit !== null) return null
  const other = NO_SIZE.exec(rest)?.[0]
  if (other !== undefined) return other
  if (HEAVY.test(between)) return ' '
  if (COUNTED.test(rest)) return ''
  if (named || NEXT_LABEL.test(rest)) return null
  return /^\s*[\p{L}:：]/u.test(rest) ? '' : null
}

/**
 * Whether a number without a unit may be a size at all: a factor, a dimension, a thing's only measure, or quite bare.
 * 收藏赠品 2020.183 and 碗，960-1279 are not.
 */
export function maySize(measure: Measure, alone: boolean): boolean {
  if (measure.unit !== null || !alone || measure.label === null) return true
  return measure.ofThing || (measure.near ? namesMeasure(measure.label) : namesDimension(measure.label))
}
