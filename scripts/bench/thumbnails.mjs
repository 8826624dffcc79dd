// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn, measured, program } from './measured.mjs'
import { runFolder } from './places.mjs'
import { spreadOf } from './spread.mjs'

/** @typedef {import('./result.mjs').Result} Result */

/** 0.8 of what sharp alone gets done in the same time. */
const target = /** @type {const} */ ({ of: 'ratio', most: 1 / 0.8 })
/** Photographs taken in at once: memory must not grow with them. */
const lots = [500, 5_000]
const peak = /** @type {const} */ ({ of: 'ours', most: 350e6 })

/**
 * Small pictures by ours against sharp alone on the same files with both cores; then what the taking in of many
 * photographs holds in memory, in the program and in the decoding process beside it. One photograph an object.
 * @param {import('./wish.mjs').Wish} wish
 * @returns {Promise<Result[]>}
 */
export async function measureThumbnails({ size, rounds }) {
  const count = Math.min(size ?? 200, 2_000)
  const [lives = []] = await inTurn(rounds, [() => inFolder('session.mjs', count, 3000)])
  const ms = (/** @type {string} */ name) => lives.map(({ answer }) => Number(answer[name]))
  /** @type {Result[]} */
  const results = [
    {
      measurement: 'small pictures : sharp alone',
      objects: count,
      of: 'time',
      ours: spreadOf(ms('ours')),
      yardstick: spreadOf(ms('alone')),
      ratio: spreadOf(lives.map(({ answer }) => Number(answer['ours']) / Number(answer['alone']))),
      target,
    },
  ]
  for (const objects of size === null ? lots : [count]) {
    const life = await inFolder('take.mjs', objects, 1000)
    /** @type {(measurement: string, of: Result['of'], figure: number, target: Result['target']) => Result} */
    const line = (measurement, of, figure, judged) => ({
      measurement,
      objects,
      of,
      ours: spreadOf([figure]),
      yardstick: null,
      ratio: null,
      target: judged,
    })
    results.push(
      line('photos taken in', 'time', Number(life.answer['ms']), null),
      line('photos taken in, peak memory', 'memory', life.peak, peak),
      line('photos taken in, peak memory of the decoder', 'memory', Number(life.answer['decoder']), peak)
    )
  }
  return results
}

/** @param {string} name @param {number} count @param {number} width of the photographs */
async function inFolder(name, count, width) {
  const folder = mkdtempSync(join(runFolder(), 'thumbnails-'))
  try {
    // in a life of its own: what the making held is not ours
    await measured(program('thumbnails/make.mjs'), [folder, String(count), String(width)])
    return await measured(program(`thumbnails/${name}`), [folder, String(count)])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
