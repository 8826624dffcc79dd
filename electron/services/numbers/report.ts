import type { Mention, NumbersReport } from '../../../shared/numbers/contract.ts'
import { CLASS_SERIES } from '../../../shared/numbers/pattern.ts'
import { firstOf, seriesTally } from '../../../shared/numbers/tally.ts'
import { numberedAfter, pastNumbers, reusedNumbers } from '../../store/numbers.ts'
import { countRows } from '../../store/workspace.ts'
import type { JobCtx } from '../context.ts'
import { patternsOf } from './next.ts'

const CHUNK = 2000
/** The 普查编号 belongs to no series of the museum's own, but must be one of a kind too (V02). */
const CENSUS = '普查编号'

/** Goes through all numbers of the museum once; writes nothing. */
export async function reportNumbers(ctx: JobCtx): Promise<NumbersReport> {
  const { db, id: museumId } = ctx.museum()
  const patterns = await patternsOf(db, museumId)
  const past = await pastNumbers(db, museumId)
  const tallies = new Map<string, ReturnType<typeof seriesTally>>()
  const add = (series: string, object: Mention): void => {
    const tally =
      tallies.get(series) ?? seriesTally(series, patterns.get(series) ?? null, past.get(series) ?? [])
    tallies.set(series, tally)
    tally.add(object)
  }
  const total = await countRows(db, 'object', museumId)
  let done = 0
  for (let after = -1; ;) {
    await ctx.progress('checking', done, total)
    const rows = await numberedAfter(db, museumId, after, CHUNK)
    const last = rows.at(-1)
    if (!last) break
    after = last.seq
    done += rows.length
    for (const { id, name, number, number_type, class_number, census_number } of rows) {
      add(number_type, { id, number, name })
      if (class_number !== null) add(CLASS_SERIES, { id, number: class_number, name })
      if (census_number !== null) add(CENSUS, { id, number: census_number, name })
    }
  }
  const told = [...tallies.values()].map((tally) => tally.told())
  const gaps = told.flatMap((one) => one.gaps)
  const misfits = told.flatMap((one) => one.misfits.found)
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return {
    objects: done,
    series: told.map(({ head }) => head),
    doubled: firstOf(told.flatMap((one) => one.doubled)),
    near: firstOf(told.flatMap((one) => one.near)),
    misfits: firstOf(
      misfits,
      told.reduce((sum, one) => sum + one.misfits.total, 0)
    ),
    gaps: firstOf(gaps, missing),
    reused: firstOf(await reusedNumbers(db, museumId)),
  }
}
