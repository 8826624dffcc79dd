// @ts-check
// node session.mjs MUSEUM ROUND: one sitting at the search box, over the real services in this process. Every call asks
// for another word than the one before, so that nothing is answered from a remembered search. Times are in ms.
import { headless } from '../../../electron/cli/headless.ts'
import { spreadOf } from '../spread.mjs'
import { likeScans } from './like.mjs'

/** Two characters each: from a fifth of all objects down to one in a hundred. */
const words = ['瓷器', '青铜', '青花', '乾隆', '造像', '开元', '山水', '梅瓶', '陶罐', '玉璧']
const turns = 2

const [folder = '', round = '0'] = process.argv.slice(2)
const museum = headless({ nativeBinding: undefined, progress() {}, log: (_, error) => console.error(error) })
await museum.house.open(folder)
const { catalogue } = museum.client
const page = (/** @type {string} */ text) => catalogue.page({ find: { text }, limit: 100 })
const facets = (/** @type {string} */ text) => catalogue.facets({ find: { text } })
const word = (/** @type {number} */ at) => words[at % words.length] ?? ''

/** @type {Record<string, number[]>} */
const times = {}
/** @param {string} name @param {() => unknown} deed */
async function time(name, deed) {
  const since = performance.now()
  await deed()
  ;(times[name] ??= []).push(performance.now() - since)
}

const first = Number(round)
// as the command line does, which opens the museum for one question
await time('firstPage', () => page(word(first)))
await time('firstFacets', () => facets(word(first + 1)))
// as a window does when it opens
await time('wholeFacets', () => facets(''))
const like = likeScans(folder)
await time('firstInNames', () => like.inNames(word(first)))

/** @type {Record<string, { objects: number, inNames: number }>} */
const found = {}
for (let at = first; at < first + turns * words.length; at++) {
  await time('page', () => page(word(at)))
  await time('inNames', () => like.inNames(word(at)))
  await time('facets', () => facets(word(at + 1)))
  await time('whereOursLooks', () => like.whereOursLooks(word(at)))
  await time('both', () => Promise.all([page(word(at + 2)), facets(word(at + 2))]))
  const { total } = await page(word(at))
  found[word(at)] = { objects: total ?? NaN, inNames: like.inNames(word(at)).total }
}
like.close()
await museum.close()
const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spreadOf(all).median]))
console.log(JSON.stringify({ ...medians, found }))
