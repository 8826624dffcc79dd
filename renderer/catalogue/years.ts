import { RED_HINTS, type RedHint } from '../../shared/catalogue/red.ts'
import type { Find } from '../../shared/catalogue/record.ts'
import type { Say } from '../kit/words.ts'

/** -350 → 公元前350年; an open side is said by the caller. */
export const yearWords = (say: Say, year: number): string =>
  year < 0 ? say('catalogue.year.bce', { year: -year }) : say('catalogue.year.ce', { year })

/** Years from and to, either of which may be open: 1840年以后. */
export function spanWords(say: Say, from: number | null, to: number | null): string {
  if (from === null && to === null) return say('catalogue.years.any')
  if (to === null) return say('catalogue.years.since', { year: yearWords(say, from ?? 0) })
  if (from === null) return say('catalogue.years.until', { year: yearWords(say, to) })
  return say('catalogue.era.interval', { start: yearWords(say, from), end: yearWords(say, to) })
}

/** What the list is narrowed to, of its years. */
export function yearsChip(say: Say, { from, to, how }: NonNullable<Find['years']>): string {
  if (how === 'unknown') return say('catalogue.years.unknown')
  const years = spanWords(say, from, to)
  return how === 'within' ? say('catalogue.years.within', { years }) : say('catalogue.years.touch', { years })
}

/** Why an object may be 革命文物: said as a hint, to whoever fills the field in. */
export function redWords(say: Say, { isOfTime, words }: RedHint): string {
  const { from, to } = RED_HINTS
  const why = [
    ...(isOfTime ? [say('catalogue.red.years', { from, to })] : []),
    ...(words.length > 0 ? [say('catalogue.red.words', { words })] : []),
  ]
  return say('catalogue.red.hint', { why })
}
