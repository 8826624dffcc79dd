// @ts-check
import { parseArgs } from 'node:util'
import { Stop } from '../setup/say.mjs'

export const kinds = /** @type {const} */ ([
  'import',
  'report',
  'search',
  'rules',
  'change',
  'thumbnails',
  'window',
])

/**
 * @typedef {object} Wish
 * @property {readonly (typeof kinds)[number][]} only what to measure
 * @property {number | null} size objects of the largest museum; null is each measurement's own
 * @property {number} rounds
 * @property {string | null} json a file for the results
 */

const usage = `npm run bench -- [--only ${kinds.join('|')}]… [--size 1k|10k|100k|…] [--rounds 3] [--json FILE]`

/** @param {readonly string[]} argv @returns {Wish} throws Stop with the usage */
export function wishOf(argv) {
  const { values } = typed(argv)
  const only = values.only?.flatMap((word) => word.split(',')) ?? kinds
  const strange = only.find((word) => !kinds.some((kind) => kind === word))
  if (strange !== undefined) throw new Stop(`${usage}\n? --only ${strange}`)
  return {
    only: kinds.filter((kind) => only.includes(kind)),
    size: values.size === undefined ? null : sizeOf(values.size),
    rounds: wholeNumber(values.rounds, 'rounds'),
    json: values.json ?? null,
  }
}

/** @param {readonly string[]} argv */
function typed(argv) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string', multiple: true },
        size: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        json: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Stop(`${usage}\n? ${error instanceof Error ? error.message : error}`)
  }
}

/** @param {string} text such as 10k or 2500 @returns {number} */
function sizeOf(text) {
  const [, digits = '', thousands] = /^(\d{1,4})(k?)$/i.exec(text) ?? []
  return wholeNumber(digits, 'size') * (thousands ? 1000 : 1)
}

/** @param {string} text @param {string} name */
function wholeNumber(text, name) {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Stop(`${usage}\n? --${name}`)
  return Number(text)
}

/** Sizes to look at, so that growth shows: 1k, 10k, 100k, up to the largest. @param {number} largest */
export function sizesUpTo(largest) {
  return [...[1_000, 10_000, 100_000].filter((size) => size < largest), largest]
}

/** @param {number} size @returns {string} 10k, 2500 */
export const sizeName = (size) => (size % 1000 === 0 ? `${size / 1000}k` : String(size))
