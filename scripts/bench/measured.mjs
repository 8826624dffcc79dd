// @ts-check
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node24, root } from '../setup/places.mjs'
import { Stop } from '../setup/say.mjs'
import { runFolder } from './places.mjs'

/**
 * A program's whole life.
 * @typedef {object} Life
 * @property {number} ms from its start to its end, less what it set aside (see yardsticks/write.mjs)
 * @property {number} cpu processor time of all its threads in ms, less what it set aside
 * @property {number} peak the most memory it held, in bytes
 * @property {Record<string, unknown>} answer the JSON object on its stdout
 */

const recorder = pathToFileURL(join(root, 'scripts', 'bench', 'taken.mjs')).href
let runs = 0

/** @param {string} name of a program in scripts/bench */
export const program = (name) => join(root, 'scripts', 'bench', name)
export const cli = join(root, 'out', 'main', 'cli.cjs')

/**
 * Runs a Node program alone in a process of its own and waits for its end.
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<Life>} throws Stop where the program fails
 */
export function measured(file, args) {
  const takenFile = join(runFolder(), `taken-${++runs}.json`)
  return new Promise((done, fail) => {
    const since = performance.now()
    const running = spawn(node24, ['--import', recorder, file, ...args], {
      cwd: root,
      env: { ...process.env, GUANCANG_BENCH_TAKEN: takenFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    /** @type {Buffer[]} */
    const out = []
    /** @type {Buffer[]} */
    const err = []
    running.stdout.on('data', (chunk) => out.push(chunk))
    running.stderr.on('data', (chunk) => err.push(chunk))
    running.on('error', fail)
    running.on('close', (code, signal) => {
      const ms = performance.now() - since
      const told = Buffer.concat(out).toString()
      if (code !== 0 || !told.trim().startsWith('{')) {
        const why = `${Buffer.concat(err)}${told}`.trim().slice(-2000)
        return fail(new Stop(`${file} ${args.join(' ')}\nended with ${code ?? signal}:\n${why}`))
      }
      const { peak, cpu } = JSON.parse(readFileSync(takenFile, 'utf8'))
      rmSync(takenFile)
      const answer = JSON.parse(told)
      const setAside = answer.setAside ?? 0
      done({ ms: ms - setAside, cpu: cpu - setAside, peak, answer })
    })
  })
}

/**
 * Several measurements in turn, round after round (A B A B): what else the machine does meets all of them alike.
 * @template T
 * @param {number} rounds
 * @param {readonly (() => Promise<T>)[]} contestants
 * @returns {Promise<T[][]>} a list of rounds for each contestant
 */
export async function inTurn(rounds, contestants) {
  /** @type {T[][]} */
  const all = contestants.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [at, contestant] of contestants.entries()) all[at]?.push(await contestant())
  }
  return all
}
