import { underTables } from '../vocabulary/held.ts'
import { table } from '../vocabulary/load.ts'
import { foldText } from './fold.ts'
import { CHINESE_NUMERAL, readNumber } from './number.ts'
import { warning, type KernelWarning } from './warning.ts'

export interface ReadQuantity {
  readonly text: string
  /** 实际数量: how many objects there are. */
  readonly items: number | null
  /** 件/套: how many registered things that is, where the text says so. */
  readonly sets: number | null
  /** The unit as written (件, 套, 对, 枚 …). */
  readonly unit: string | null
  readonly kind: '单件' | '一套多件' | null
  readonly warnings: readonly KernelWarning[]
}

/** How many pieces one of a unit is; null for a set. */
const pieces = underTables((): ReadonlyMap<string, number | null> => {
  const made = new Map<string, number | null>()
  for (const { label, aliases, pieces: count, mergedInto } of table('quantity-unit').values) {
    if (mergedInto !== undefined) continue
    for (const name of [label, ...aliases]) {
      made.set(foldText(typeof name === 'string' ? name : name.text), count ?? null)
    }
  }
  return made
})
/** Sets whose parts must be counted besides: 套, 组, 函, 串. */
const isSet = (unit: string): boolean => pieces().get(unit) === null
/** 对, 双: two by their meaning. */
const isPair = (unit: string): boolean => (pieces().get(unit) ?? 1) > 1
const isGroup = (unit: string): boolean => isSet(unit) || isPair(unit)
/** 件/套 counts registered numbers (1.8): how many pieces they are is another column. */
const REGISTERED: ReadonlySet<string> = new Set(['件(套)', '件/套'])
/** The two values of field 15 as they stand, without a number. */
const KINDS: Readonly<Record<string, Partial<ReadQuantity>>> = {
  单件: { items: 1, sets: 1, kind: '单件' },
  一套多件: { sets: 1, kind: '一套多件', warnings: [warning('quantity.setUncounted', { unit: '套' })] },
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|${CHINESE_NUMERAL.source}`
const patterns = underTables(() => {
  const unit = [...pieces().keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  return {
    one: new RegExp(`^(?:共|计|共计|合计|全|整)?\\s*(${NUMBER})?\\s*(${unit})?$`, 'u'),
    /** 一套5件, 1套（12件）, 1函6册, 1（3件）, 2套10件, 一组共6件, 3件（1套）, 12件/1套. */
    nested: new RegExp(
      `^(${NUMBER})\\s*(${unit})?\\s*[(,:;、/]?\\s*(?:共|计|共计|合计|含|内含|内有|计有|实际)?\\s*(${NUMBER})\\s*(${unit})?\\s*\\)?$`,
      'u'
    ),
  }
})
/** 三件套: one set of three. */
const SET_OF = new RegExp(`^(${NUMBER})\\s*件套$`, 'u')
const RATIO = /^(\d+)\s*\/\s*(\d+)$/u
/** Longer texts are descriptions. */
const LONGEST = 60
const ROUGH = /若干|数|余|多|约|几|左右|以上|不详|不明/u

/**
 * Reads a quantity: `1`, `40件`, `一套5件`, `1套（12件）`, `一对`, `壹件`, `3/1` (china-standards 1.8: the ledger counts 件/套 and
 * 实际数量 apart). Several pieces without a set (40枚) leave `sets` open with a warning: one number may or may not hold them
 * all.
 */
export function readQuantity(text: string): ReadQuantity {
  const nothing: ReadQuantity = { text, items: null, sets: null, unit: null, kind: null, warnings: [] }
  const folded = foldText(text)
  if (folded === '') return nothing
  if (folded.length > LONGEST) return { ...nothing, warnings: [unread(folded)] }
  const ratio = RATIO.exec(folded)
  if (ratio) return ofRatio(nothing, Number(ratio[1]), Number(ratio[2]))
  // 1件（残）: a remark without a number
  const bare = folded
    .replace(/^(?:共计|共|计|合计)\s*/u, '')
    .replace(/\s*\([^()\d]*\)$/u, (remark) =>
      CHINESE_NUMERAL.test(remark) || pieces().has(remark.replace(/[()\s]/gu, '')) ? remark : ''
    )
  const kind = KINDS[bare]
  if (kind) return { ...nothing, ...kind }
  const setOf = readNumber(SET_OF.exec(bare)?.[1] ?? '').value
  if (setOf !== null && setOf > 1) {
    const read = ofSet(nothing, 1, '套', setOf)
    // 3件套 in figures may also be a 3 under the heading 件套
    return /^\d/u.test(bare)
      ? { ...read, warnings: [warning('quantity.ratio', { items: setOf, sets: 1 })] }
      : read
  }
  const one = patterns().one.exec(bare)
  if (one && (one[1] !== undefined || one[2] !== undefined)) {
    return ofOne(
      nothing,
      one[1] === undefined ? 1 : readNumber(one[1]).value,
      one[2] ?? null,
      one[1] === undefined
    )
  }
  const nested = patterns().nested.exec(bare)
  if (nested && (nested[2] !== undefined || /\(/u.test(bare))) {
    const outer = { count: readNumber(nested[1] ?? '').value, unit: nested[2] ?? null }
    const inner = { count: readNumber(nested[3] ?? '').value, unit: nested[4] ?? null }
    // 12件（1套）: the set may stand behind
    const turned = inner.unit !== null && isGroup(inner.unit) && outer.unit !== null && !isGroup(outer.unit)
    const [set, items] = turned ? [inner, outer.count] : [outer, inner.count]
    return ofSet(nothing, set.count, set.unit, items)
  }
  return { ...nothing, warnings: [unread(folded)] }
}

function unread(folded: string): KernelWarning {
  return warning(ROUGH.test(folded) ? 'quantity.approximate' : 'quantity.unread', {
    text: folded.slice(0, 80),
  })
}

const isCount = (value: number | null): value is number =>
  value !== null && Number.isSafeInteger(value) && value >= 1

function notWhole(nothing: ReadQuantity): ReadQuantity {
  return { ...nothing, warnings: [warning('quantity.notWhole', { text: nothing.text.trim().slice(0, 80) })] }
}

function ofOne(
  nothing: ReadQuantity,
  count: number | null,
  unit: string | null,
  unspoken: boolean
): ReadQuantity {
  if (!isCount(count)) return notWhole(nothing)
  // 件 alone is a unit without a number
  if (unspoken) return { ...nothing, unit, warnings: [warning('quantity.unread', { text: nothing.text })] }
  if (unit !== null && isPair(unit)) {
    return { ...nothing, items: count * (pieces().get(unit) ?? 1), sets: count, unit, kind: '一套多件' }
  }
  if (unit !== null && isSet(unit)) {
    return {
      ...nothing,
      sets: count,
      unit,
      kind: '一套多件',
      warnings: [warning('quantity.setUncounted', { unit })],
    }
  }
  if (unit !== null && REGISTERED.has(unit) && count > 1) {
    return { ...nothing, sets: count, unit, warnings: [warning('quantity.setUncounted', { unit })] }
  }
  if (count === 1) return { ...nothing, items: 1, sets: 1, unit, kind: '单件' }
  return {
    ...nothing,
    items: count,
    unit,
    kind: '一套多件',
    warnings: [warning('quantity.several', { items: count })],
  }
}

function ofSet(
  nothing: ReadQuantity,
  sets: number | null,
  unit: string | null,
  items: number | null
): ReadQuantity {
  if (!isCount(sets) || !isCount(items)) return notWhole(nothing)
  if (items < sets)
    return { ...nothing, warnings: [warning('quantity.unread', { text: nothing.text.trim() })] }
  return { ...nothing, items, sets, unit, kind: items === 1 ? '单件' : '一套多件' }
}

/** 3/1 or 1/3: pieces and sets, the larger are the pieces; worth a look. */
function ofRatio(nothing: ReadQuantity, a: number, b: number): ReadQuantity {
  if (!isCount(a) || !isCount(b)) return notWhole(nothing)
  const [items, sets] = [Math.max(a, b), Math.min(a, b)]
  const kind = items === 1 ? '单件' : '一套多件'
  return { ...nothing, items, sets, kind, warnings: [warning('quantity.ratio', { items, sets })] }
}
