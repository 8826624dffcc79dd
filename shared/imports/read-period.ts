import { eraByCode, readEra } from '../kernel/era/index.ts'
import { tidyText } from '../kernel/fold.ts'
import { literalOf, NONE, one, reading, type Reading } from './reading.ts'

const MOST = 2000

/**
 * 年代: a value of the census tree. What says more than the tree can (清乾隆, 公元前350年—前250年, 宋-元, 近代) also goes to
 * 具体年代 as it was written, so that its years count. What is no date at all (纺织品) stays a literal.
 */
export function readEraCell(text: string): Reading {
  const era = readEra(text)
  const node = era.code === null ? undefined : eraByCode(era.code)
  const dated = era.start !== null || era.end !== null
  const saysMore = dated && (!node || (node.start ?? null) !== era.start || (node.end ?? null) !== era.end)
  const derived = saysMore ? one('eraText', tidyText(text).slice(0, MOST)) : NONE
  return reading(one('era', era.code), literalOf(text, era.label), era.warnings, derived)
}

/** 具体年代: kept as written; it also gives the census value where no column of its own does. */
export function readEraTextCell(text: string): Reading {
  const era = readEra(text)
  const tidy = tidyText(text).slice(0, MOST)
  return reading(one('eraText', tidy), literalOf(text, tidy), era.warnings, one('era', era.code))
}
