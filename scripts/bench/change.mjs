// @ts-check
import { inTurn, measured, program } from './measured.mjs'
import { museumOf } from './museum.mjs'
import { spreadOf } from './spread.mjs'
import { sizesUpTo } from './wish.mjs'

/** @typedef {import('./result.mjs').Result} Result */

/**
 * A bulk change of a field that is not searched (grade) and of one that is (place), rehearsed and then committed, against
 * the same updates with their audit rows in bare SQL on a copy of the same museum.
 */
const target = /** @type {const} */ ({ of: 'ratio', most: 2 })
const lines = /** @type {const} */ ([
  { measurement: 'bulk change, commit : bare SQL', ours: 'grade', yardstick: 'bareGrade', judged: true },
  {
    measurement: 'bulk change, commit of a searched field : bare SQL',
    ours: 'place',
    yardstick: 'barePlace',
  },
  { measurement: 'bulk change, rehearsal', ours: 'rehearse' },
])

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<Result[]>} */
export async function measureChange({ size, rounds }) {
  const largest = Math.min(size ?? 10_000, 100_000)
  /** @type {Result[]} */
  const results = []
  for (const objects of sizesUpTo(largest)) {
    const museum = await museumOf(objects)
    const [lives = []] = await inTurn(rounds, [() => measured(program('change/session.mjs'), [museum])])
    for (const line of lines) {
      /** @param {(figure: (name: string) => number) => number} take */
      const over = (take) => spreadOf(lives.map(({ answer }) => take((name) => Number(answer[name]))))
      const bare = 'yardstick' in line ? line.yardstick : null
      results.push({
        measurement: line.measurement,
        objects,
        of: 'time',
        ours: over((figure) => figure(line.ours)),
        yardstick: bare === null ? null : over((figure) => figure(bare)),
        ratio: bare === null ? null : over((figure) => figure(line.ours) / figure(bare)),
        target: 'judged' in line && objects === largest ? target : null,
      })
    }
  }
  return results
}
