import { underTables } from '../../vocabulary/held.ts'
import { table } from '../../vocabulary/load.ts'
import type { VocabularyValue } from '../../vocabulary/record.ts'
import { holds, type Span } from './years.ts'

export type EraNode = VocabularyValue

const nodes = underTables(
  (): ReadonlyMap<string, EraNode> => new Map(table('era').values.map((node) => [node.code, node]))
)
const CALENDAR = '400000'
/** 公历纪年: the centuries, and what lies before them. */
const centuries = underTables(() => table('era').values.filter((node) => node.parent === CALENDAR))

/** A node of the 年代 tree by its code: the census's, or the museum's own. */
export function eraByCode(code: string): EraNode | undefined {
  return nodes().get(code)
}

/** From the 年代类型 down to the node itself; empty for an unknown code. */
export function eraPath(code: string): readonly EraNode[] {
  const path: EraNode[] = []
  for (
    let node = nodes().get(code);
    node;
    node = node.parent === undefined ? undefined : nodes().get(node.parent)
  ) {
    path.unshift(node)
  }
  return path
}

export function spanOf(node: {
  readonly start?: number | undefined
  readonly end?: number | undefined
}): Span {
  return { start: node.start ?? null, end: node.end ?? null }
}

/** Whether `code` is `above` itself or lies below it. */
export function isWithin(code: string, above: string): boolean {
  return eraPath(code).some((node) => node.code === above)
}

const dynasties = underTables(() =>
  [...nodes().values()].filter(
    (node) => eraPath(node.code)[0]?.code === '300000' && node.start !== undefined && node.end !== undefined
  )
)

/**
 * Whether one of two stretches may be a part of the other. A period without a node holds whatever lies in it (六朝 holds
 * 北齐); a dynasty holds a period without a node only if that is none of other dynasties (清 holds 太平天国, 辽 not 五代).
 */
export function akin(a: Span & { code: string | null }, b: Span & { code: string | null }): boolean {
  if (a.code !== null && b.code !== null) return isWithin(a.code, b.code) || isWithin(b.code, a.code)
  const [loose, node] = a.code === null ? [a, b] : [b, a]
  const above = node.code
  if (above === null || holds(loose, node)) return true
  return dynasties().every((each) => !holds(loose, spanOf(each)) || isWithin(each.code, above))
}

/** The lowest node that holds both and is a period, not a mere type (周 for 西周 and 战国); null where there is none. */
export function commonNode(a: string, b: string): string | null {
  if (a === b) return a
  const above = new Set(eraPath(b).map((node) => node.code))
  const shared = eraPath(a).filter((node) => above.has(node.code) && node.parent !== undefined)
  return shared.at(-1)?.code ?? null
}

/** The value of 公历纪年 that holds the whole span; null where it runs over more than one. */
export function centuryCode(span: Span): string | null {
  if (span.start === null && span.end === null) return null
  const within = centuries().find((node) => {
    const { start, end } = spanOf(node)
    if (start === null) return span.end !== null && span.start !== null && holds({ start, end }, span)
    return holds({ start, end }, span)
  })
  return within?.code ?? null
}
