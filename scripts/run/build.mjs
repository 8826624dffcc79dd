// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { step, Stop } from '../setup/say.mjs'
import { tool, toolFile } from './tools.mjs'

/** All that the built app is made from. */
const folders = ['shared', 'electron', 'renderer', 'resources']
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']

const stamp = join(root, 'out', '.sources')
const main = join(root, 'out', 'main', 'main.cjs')

/**
 * @param {string} [base] the checkout
 * @returns {string} changes with the name or content of any source
 */
export function sourcesPrint(base = root) {
  const inFolders = folders
    .filter((folder) => existsSync(join(base, folder)))
    .flatMap((folder) => readdirSync(join(base, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of [...inFolders, ...files.map((name) => join(base, name))].sort()) {
    if (existsSync(file))
      hash
        .update(`${file.slice(base.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Builds the app into out/, unless what is there was made from the very sources of now. Throws Stop. */
export async function build() {
  const print = sourcesPrint()
  if (existsSync(main) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  rmSync(stamp, { force: true })
  const code = await step('build', () =>
    tool(toolFile('electron-vite'), ['build', '--logLevel', 'warn'], { stdout: 2 })
  )
  if (code !== 0) throw new Stop('The app could not be built.')
  writeFileSync(stamp, print)
}
