import { isNamed, type Point } from './point.ts'

/** What a range says once for both ends: 18-19世纪, 公元前475-221年, 1843–4, 10世纪早期至中期, 25–220 CE. */
export function share(left: Point, right: Point): void {
  shareToLeft(left, right)
  shareToRight(left, right)
}

/** No period over the turn of the eras is longer (高句丽 705 years): 前1600-1056 can only be BCE. */
const LONGEST_ERA = 750

const bare = (point: Point): boolean => point.number !== null && !isNamed(point)

function shareToLeft(left: Point, right: Point): void {
  if (isNamed(left) || isNamed(right)) return
  // 18-19世纪, early 18th to mid 19th century
  if (left.number !== null && left.unit === null && left.century === null && right.century !== null) {
    if (right.number === null && left.number.value <= 21) {
      left.century = left.number.value
      left.millennia = right.millennia
      left.number = null
    }
  }
  // 1100-1300年代, 20世纪二十-三十年代 (the century stands on the left)
  if (left.number !== null && left.unit === null && right.unit === 'decade' && left.number.value % 10 === 0) {
    if (left.number.value >= 100 || left.century !== null) left.unit = 'decade'
  }
  // no time runs from CE to BCE
  if (right.bce === true && left.bce === null) left.bce = true
  // 9-23 ce, 25-220: a short year beside one that is certain
  if (bare(left) && left.bce === null && right.number !== null && right.unit !== 'decade') {
    if (right.bce === false || right.number.value >= 100) left.bce = false
  }
  if (left.number !== null && left.number.value < 100 && right.unit === 'decade' && left.bce === null) {
    if ((right.number?.value ?? 0) >= 100 && left.century === null) left.bce = false
  }
}

function shareToRight(left: Point, right: Point): void {
  if (left.ago && right.number !== null) right.ago = true
  if (left.century !== null && right.century === null && right.unit === 'decade' && bare(right)) {
    if ((right.number?.digits ?? 0) <= 2) right.century = left.century
  }
  // 公元前475-221年: the smaller number behind is BCE too; 前206-220 ends in our era
  if (left.bce === true && right.bce === null && !isNamed(right)) {
    const before = left.century ?? left.number?.value ?? 0
    const after = right.century ?? right.number?.value ?? Infinity
    if (after < before) {
      right.bce = true
      right.perhapsOurEra = right.number !== null && before + after <= LONGEST_ERA
    } else if (right.number !== null) right.bce = false
  }
  // 1505–21, 1736–70s, 1831 or 2
  if (bare(left) && bare(right) && left.number && right.number && left.bce !== true && !left.ago) {
    const { digits } = right.number
    const start = left.number.value
    if (digits <= 2 && left.number.digits > digits && start >= 100 && right.bce !== true) {
      const scale = 10 ** digits
      right.number = {
        value: Math.floor(start / scale) * scale + right.number.value,
        digits: left.number.digits,
      }
    }
  }
  // 乾隆二十三年至三十年
  if (left.reigns !== null && left.reignYear !== null && bare(right) && (right.number?.value ?? 999) <= 70) {
    if (right.unit !== 'decade' && right.bce === null) {
      right.reigns = left.reigns
      right.reignYear = right.number?.value ?? null
      right.number = null
    }
  }
  // 民国十年至二十年
  const counted = left.periods.find((period) => period.counted)
  if (counted && left.reigns === null && left.reignYear !== null && bare(right)) {
    if ((right.number?.value ?? 999) <= 70 && right.unit !== 'decade' && right.bce === null) {
      right.periods.push(counted)
      right.reignYear = right.number?.value ?? null
      right.number = null
    }
  }
}
