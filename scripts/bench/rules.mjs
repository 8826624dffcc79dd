// @ts-check
import { Stop } from '../setup/say.mjs'
import { inTurn, measured, program } from './measured.mjs'
import { museumOf } from './museum.mjs'
import { spreadOf } from './spread.mjs'
import { sizesUpTo } from './wish.mjs'

/** All rules over all objects, against one full read of their table. */
const target = /** @type {const} */ ({ of: 'ratio', most: 3 })

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<import('./result.mjs').Result[]>} */
export async function measureRules({ size, rounds }) {
  const largest = size ?? 100_000
  const results = []
  for (const objects of sizesUpTo(largest)) {
    const museum = await museumOf(objects)
    const [lives = []] = await inTurn(rounds, [() => measured(program('rules/session.mjs'), [museum])])
    const short = lives.find(({ answer }) => answer['judged'] !== objects || answer['rows'] !== objects)
    if (short) throw new Stop(`${short.answer['judged']} of ${objects} objects were judged.`)
    /** @param {string} name */
    const figures = (name) => lives.map(({ answer }) => Number(answer[name]))
    const read = figures('readMs')
    const judged = figures('judgeMs')
    const head = /** @type {const} */ ({ objects, of: 'time' })
    results.push(
      {
        ...head,
        measurement: 'rules : full read of the table',
        ours: spreadOf(judged),
        yardstick: spreadOf(read),
        ratio: spreadOf(judged.map((ms, at) => ms / (read[at] ?? NaN))),
        target: objects === largest ? target : null,
      },
      {
        ...head,
        measurement: 'rules, overview',
        ours: spreadOf(figures('overviewMs')),
        yardstick: null,
        ratio: null,
        target: null,
      }
    )
  }
  return results
}
