// @ts-check
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { electronExecutable, root } from '../../setup/places.mjs'
import { Stop } from '../../setup/say.mjs'
import { devtools } from './devtools.mjs'
import { peakOfTree } from './tree.mjs'

/**
 * Starts a program in Electron, waits until its page shows what it should, and ends it as a user would.
 * @param {readonly string[]} args
 * @param {string} shown an expression for the instant when it stood on the screen, in ms since 1970; may be a promise
 * @returns {Promise<import('../measured.mjs').Life>} from the start to that instant; the peaks of all its processes
 */
export async function started(args, shown) {
  const env = { ...process.env }
  delete env['ELECTRON_RUN_AS_NODE']
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const since = Date.now()
  const running = spawn(electronExecutable(), [...noSandbox, '--remote-debugging-port=0', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((done) => running.once('close', done))
  const line = await devtools(await addressOf(running.stderr))
  try {
    const at = Number(await line.inPage(shown))
    const { processInfo = [] } = await line.ask('SystemInfo.getProcessInfo')
    const seconds = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
    return { ms: at - since, cpu: seconds * 1000, peak: peakOfTree(running.pid ?? 0), answer: {} }
  } finally {
    await line.ask('Browser.close').catch(() => {})
    line.close()
    const late = setTimeout(() => running.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }
}

/** @param {import('node:stream').Readable} stderr @returns {Promise<string>} throws Stop where the program ends first */
async function addressOf(stderr) {
  /** @type {string[]} */
  const told = []
  const lines = createInterface({ input: stderr })
  try {
    for await (const line of lines) {
      const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (address) return address
      told.push(line)
    }
  } finally {
    // what it says from now on is not kept, but must flow
    stderr.resume()
  }
  throw new Stop(`The program did not start:\n${told.join('\n')}`)
}
