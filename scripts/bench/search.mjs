// @ts-check
import { say, Stop } from '../setup/say.mjs'
import { inTurn, measured, program } from './measured.mjs'
import { museumOf } from './museum.mjs'
import { spreadOf } from './spread.mjs'
import { sizesUpTo } from './wish.mjs'

/** @typedef {import('./result.mjs').Result} Result */
/** @typedef {import('./measured.mjs').Life} Life */
/** @typedef {{ objects: number, inNames: number }} Found */

/**
 * A search for two characters: the first page with its total, and the counts beside the grid. The scan that gives the same
 * answer looks where our search looks; one of the names alone finds less, and is shown beside it. What is "very first"
 * was asked of a museum that has just been opened, with nothing read yet.
 */
const page = /** @type {const} */ ({ of: 'ratio', most: 0.1 })
const facets = /** @type {const} */ ({ of: 'ours', most: 50 })

/** @typedef {{ measurement: string, ours: string, yardstick?: string, target?: NonNullable<Result['target']> }} Line */

/** With the names of the figures of a sitting, see search/session.mjs. @type {readonly Line[]} */
const lines = [
  {
    measurement: 'search, page : LIKE where ours looks',
    ours: 'page',
    yardstick: 'whereOursLooks',
    target: page,
  },
  { measurement: 'search, page : LIKE in names', ours: 'page', yardstick: 'inNames' },
  { measurement: 'search, facets', ours: 'facets', target: facets },
  { measurement: 'search, page and facets of one word', ours: 'both' },
  { measurement: 'search, very first page : LIKE in names', ours: 'firstPage', yardstick: 'firstInNames' },
  { measurement: 'search, very first facets', ours: 'firstFacets' },
  { measurement: 'facets of all, very first', ours: 'wholeFacets' },
]

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<Result[]>} */
export async function measureSearch({ size, rounds }) {
  const largest = size ?? 100_000
  const results = []
  for (const objects of sizesUpTo(largest)) {
    const museum = await museumOf(objects)
    let round = 0
    const sitting = () => measured(program('search/session.mjs'), [museum, String(round++)])
    const [lives = []] = await inTurn(rounds, [sitting])
    if (objects === largest) sayWhatIsFound(lives)
    results.push(...lines.map((line) => resultOf(line, objects, lives, objects === largest)))
  }
  return results
}

/** @param {Line} line @param {number} objects @param {readonly Life[]} lives @param {boolean} judged @returns {Result} */
function resultOf({ measurement, ours, yardstick, target }, objects, lives, judged) {
  /** @param {(figure: (name: string) => number) => number} take */
  const over = (take) => spreadOf(lives.map(({ answer }) => take((name) => Number(answer[name]))))
  return {
    measurement,
    objects,
    of: 'time',
    ours: over((figure) => figure(ours)),
    yardstick: yardstick === undefined ? null : over((figure) => figure(yardstick)),
    ratio: yardstick === undefined ? null : over((figure) => figure(ours) / figure(yardstick)),
    target: judged && target ? target : null,
  }
}

/** What is quick must also be right: no name that the scan finds may be missing. @param {readonly Life[]} lives */
function sayWhatIsFound(lives) {
  const first = lives[0]?.answer
  const found = Object.entries(/** @type {Record<string, Found>} */ (first?.['found'] ?? {}))
  for (const [word, { objects, inNames }] of found) {
    if (!(objects >= inNames))
      throw new Stop(`${word} is in ${inNames} names; the search finds ${objects} objects.`)
  }
  say(`  ${found.map(([word, { objects, inNames }]) => `${word} ${objects} (names ${inNames})`).join(', ')}`)
}
