// @ts-check
// npm run tour -- --out DIR: drives the real program through its main jobs and photographs each station.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { tool, toolFile } from './run/tools.mjs'
import { root } from './setup/places.mjs'
import { runCommand, say } from './setup/say.mjs'

await runCommand(() => {
  const at = process.argv.indexOf('--out')
  const out = at === -1 ? undefined : process.argv[at + 1]
  if (out === undefined) {
    say('npm run tour -- --out DIR')
    return Promise.resolve(2)
  }
  const folder = resolve(process.env.INIT_CWD ?? root, out)
  mkdirSync(folder, { recursive: true })
  process.env.TOUR_OUT = folder
  return tool(toolFile('@playwright/test', 'playwright'), ['test', '--config', 'scripts/tour/tour.config.ts'])
})
