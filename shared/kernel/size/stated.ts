import { lengthUnit, UNIT_NAMES } from '../units.ts'

const STATED = new RegExp(
  String.raw`[\s,，;；、。(]*单位\s*[:：为]?\s*\(?\s*(${UNIT_NAMES})\s*\)*|(?<=[^\d\s.]\s*)\(\s*(?:单位\s*[:：]?\s*)?(${UNIT_NAMES})\s*\)`,
  'giu'
)

/** 尺寸（cm）：高32.5, 高32.5（单位：厘米）: the text without the remark, and the unit it gives to bare numbers. */
export function statedUnit(text: string): { readonly text: string; readonly unit: string | null } {
  const units = new Set<string>()
  const rest = text.replace(STATED, (_, said: string | undefined, bracketed: string | undefined) => {
    units.add((said ?? bracketed ?? '').toLowerCase())
    return ' '
  })
  const [only = ''] = units
  // several units (高(cm)12 厚(mm)8): which holds for what is not told here
  return { text: rest, unit: units.size === 1 && lengthUnit(only) ? only : null }
}

const ITEM = /(^|[;；。,，、\s]|(?=\())\(?(\d{1,2})(?:[.、．]|\))\s*(?=[\p{Script=Han}a-z])/giu
const CIRCLED = /[\u2460-\u2473]/gu

/** `1.高32厘米；2.高20厘米`: the numbers of a list, as long as they count from one, part its items and are no sizes. */
export function withoutItemNumbers(text: string): string {
  const listed = text.replace(CIRCLED, '\n')
  if (!/^\s*\(?1(?:[.、．]|\))/u.test(listed)) return listed
  let next = 1
  return listed.replace(ITEM, (whole: string, before: string, number: string, at: number) => {
    const behind = listed.slice(at + whole.length).toLowerCase()
    if (Number(number) !== next || UNIT_FIRST.test(behind)) return whole
    next += 1
    return at === 0 && before === '' ? '' : '\n'
  })
}

const UNIT_FIRST = new RegExp(String.raw`^(?:${UNIT_NAMES})`, 'u')
