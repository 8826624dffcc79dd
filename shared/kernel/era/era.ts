import type { KernelWarning } from '../warning.ts'
import type { Span } from './years.ts'

/**
 * How sure the reading is: `exact` to the month or day, `year` to the year, `interval` a stated period or range,
 * `circa` about (约, thirds of a period, 参考), `uncertain` doubted (?, 疑为, 或) or ambiguous, `unknown` no years.
 */
export type Certainty = 'exact' | 'year' | 'interval' | 'circa' | 'uncertain' | 'unknown'

export interface Era {
  /** What was written, untouched. */
  readonly text: string
  /** First and last historic year, BCE negative, no year 0. Null: open on that side; both null: nothing is said. */
  readonly start: number | null
  readonly end: number | null
  readonly certainty: Certainty
  /** Value of the census tree 年代, and its label as exported; null where it would be a guess. */
  readonly code: string | null
  readonly label: string | null
  readonly warnings: readonly KernelWarning[]
}

/** A named stretch of time: node of the census tree, period outside it, culture, ruler. */
export interface Period extends Span {
  readonly name: string
  /** Node of the tree it belongs to; null for periods that have none (晋, 五代). */
  readonly code: string | null
  readonly approximate: boolean
  /** Not a node of the tree by itself and only roughly dated: 参考. */
  readonly reference: boolean
  readonly counted: boolean
}

export interface Reign extends Span {
  readonly name: string
  readonly dynasty: string
  readonly code: string | null
  readonly start: number
  readonly end: number
  readonly minor: boolean
}

/** What a stretch of text says, before a census value is chosen for bare years. */
export interface Reading extends Span {
  readonly code: string | null
  /** A period or reign was named; bare years get their century at the end. */
  readonly named: boolean
  readonly grain: 'exact' | 'year' | 'interval'
  readonly circa: boolean
  readonly doubt: boolean
  /** Several periods that lie side by side: none of them is the narrower one. */
  readonly joint?: boolean
  /** The words of a reign mark, where nothing more is said: it dates a thing only if nothing else does. */
  readonly mark?: string
  /** The end in our era that was perhaps meant: 前206—25. */
  readonly turn?: number
  readonly warnings: readonly KernelWarning[]
}
