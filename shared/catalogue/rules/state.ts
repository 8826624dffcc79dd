import { PRECIOUS } from '../../quality/rules.ts'
import { fail, numberOf, textOf, warn, type Rule } from './finding.ts'

const URGENT = '腐蚀损毁严重，急需修复'
const DAMAGED = new Set(['残缺', '严重残缺(含缺失部件)'])

/** V06: a printed book has its edition and the volumes that are there. */
export const book: Rule = (values, _, found) => {
  if (textOf(values, 'category') !== '古籍图书') return
  if (textOf(values, 'edition') === null) warn(found, 'edition', 'V06')
  if (textOf(values, 'volumes') === null) warn(found, 'volumes', 'V06')
}

/** V03: an object of one of the three grades has been appraised, and the record says by whom and how. */
export const appraised: Rule = (values, _, found) => {
  const grade = textOf(values, 'grade')
  if (grade !== null && PRECIOUS.includes(grade) && textOf(values, 'appraisal') === null)
    warn(found, 'appraisal', 'V03', { grade })
}

/** V12: every object has its place, save one that has left for good. */
export const placed: Rule = (values, _, found) => {
  if (textOf(values, 'deaccessionVoucher') !== null) return
  if (textOf(values, 'place') === null) warn(found, 'place', 'V12')
}

/** V07: what is whole needs no urgent repair; what is damaged says how. */
export const state: Rule = (values, _, found) => {
  const completeness = textOf(values, 'completeness')
  if (completeness === '完整' && textOf(values, 'condition') === URGENT) warn(found, 'condition', 'V07.whole')
  if (completeness !== null && DAMAGED.has(completeness) && textOf(values, 'damage') === null) {
    fail(found, 'damage', 'V07.damage', { completeness })
  }
}

/** V08: 单件 is one; 一套多件 is two or more and says which parts: in a part list, or in words. */
export const quantity: Rule = (values, { parts = 0 }, found) => {
  const kind = textOf(values, 'quantityKind')
  const count = numberOf(values, 'actualQuantity')
  if (count !== null && count < 1) fail(found, 'actualQuantity', 'V08.none')
  else if (kind === '单件' && count !== null && count !== 1)
    fail(found, 'actualQuantity', 'V08.single', { count })
  else if (kind === '一套多件' && count !== null && count < 2)
    fail(found, 'actualQuantity', 'V08.set', { count })
  if (parts > 0 && kind === '单件') warn(found, 'quantityKind', 'V08.singleParts', { parts })
  else if (parts > 0 && count !== null && count !== parts)
    warn(found, 'actualQuantity', 'V08.partsCount', { count, parts })
  if (parts > 0) return
  if (kind === '一套多件' && textOf(values, 'remarks') === null && textOf(values, 'description') === null) {
    fail(found, 'remarks', 'V08.parts')
  }
}
