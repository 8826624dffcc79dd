import type { Handlers } from '../../shared/contract/define.ts'
import type { MuseumContract } from '../../shared/contract/index.ts'
import { dynasties, spansOf } from '../../shared/timeline/axis.ts'
import { countWithin, spread } from '../../shared/timeline/spread.ts'
import { table } from '../../shared/vocabulary/tables.ts'
import { yearsCounted, type YearsCounted } from '../store/facets.ts'
import type { Ctx } from './context.ts'

/** So many values have a colour of their own; more could not be told apart. */
const MOST_COLOURS = 6

export const timeline = {
  async draw({ find: { years: _, ...find }, axis, by }, ctx) {
    const { db, id } = ctx.museum()
    const counted = await yearsCounted(db, id, find, by)
    const values = coloursOf(counted, by)
    const hasRest = counted.some(({ value }) => !values.includes(value))
    const rows = counted.map(({ value, ...row }) => {
      const at = values.indexOf(value)
      return { ...row, colour: at < 0 ? values.length : at }
    })
    const colours = [
      ...values.map((value) => ({ value, isRest: false })),
      ...(hasRest ? [{ value: null, isRest: true }] : []),
    ]
    const today = Number(ctx.today().slice(0, 4))
    const sum = (of: readonly { count: number }[]): number => of.reduce((all, { count }) => all + count, 0)
    return {
      total: sum(rows),
      unknown: sum(rows.filter(({ start, end }) => start === null && end === null)),
      colours,
      bars: spread(rows, spansOf(axis, today), colours.length, today),
      dynasties: dynasties().map((one) => ({ ...one, within: countWithin(rows, one) })),
    }
  },
} satisfies Handlers<MuseumContract, Ctx>['timeline']

/** Grades in their own order; of categories the most frequent. Nothing recorded comes last. */
function coloursOf(rows: readonly YearsCounted[], by: 'grade' | 'category'): (string | null)[] {
  const sums = new Map<string | null, number>()
  for (const { value, count } of rows) sums.set(value, (sums.get(value) ?? 0) + count)
  const order =
    by === 'grade'
      ? table('grade').values.map(({ label }) => label)
      : [...sums].sort(([, a], [, b]) => b - a).flatMap(([value]) => value ?? [])
  const chosen = order.filter((label) => sums.has(label)).slice(0, MOST_COLOURS)
  return sums.has(null) ? [...chosen, null] : chosen
}
