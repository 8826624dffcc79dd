// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { modules, root } from './places.mjs'
import { say, Stop } from './say.mjs'

const windows = process.platform === 'win32'

/**
 * The machine's own Node. `npm run` puts node_modules/.bin first, so after the first set-up `node` means the
 * one in there, which `npm ci` takes away while we run.
 * @returns {string}
 */
export function hostNode() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, windows ? 'node.exe' : 'node'))
  const found = [process.env.npm_node_execpath, process.execPath, ...onPath].find(
    (file) =>
      file &&
      !resolve(file).startsWith(modules) &&
      !dirname(file).endsWith(join('node_modules', '.bin')) &&
      existsSync(file)
  )
  return found ?? process.execPath
}

/**
 * @param {readonly string[]} args
 * @param {string} [node] the Node to run npm on
 * @returns {[string, string[], { env: NodeJS.ProcessEnv }]} the program, its arguments and environment that run npm
 */
export function npm(args, node = hostNode()) {
  const cli = process.env.npm_execpath
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) }
  // errors must be seen even under `npm run --silent`
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error']
  return cli && basename(cli) === 'npm-cli.js' ? [node, [cli, ...all], { env }] : ['npm', all, { env }]
}

/**
 * Runs a program to its end. What it prints is shown only when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [how] timeout in milliseconds
 * @returns {Promise<string | undefined>} undefined when it went well, else what happened
 */
export function attempt(program, args, how = {}) {
  return new Promise((done) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: root,
      ...how,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows && program === 'npm',
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => done(error.message))
    child.on('close', (code, signal) => {
      if (code === 0) return done(undefined)
      say(output.trimEnd().split('\n').slice(-40).join('\n'))
      done(`${basename(program)} ended with ${code ?? signal}`)
    })
  })
}

/**
 * The same, for what cannot fail without ending the set-up.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [how]
 */
export async function must(program, args, how) {
  const trouble = await attempt(program, args, how)
  if (trouble) throw new Stop(`This did not work (${trouble}):\n  ${[program, ...args].join(' ')}`)
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ ok: boolean, out: string, err: string }} what it printed
 */
export function ask(program, args, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: root, env, encoding: 'utf8' })
  return { ok: status === 0, out: stdout ?? '', err: error?.message ?? stderr ?? '' }
}
