// @ts-check
// npm run bench [-- --only import|report|search|rules|change|thumbnails|window --size 10k --rounds 3 --json FILE]: how fast, how much memory, and
// how that grows, each against a bare yardstick measured in the same run. A target missed is told, never an error.
import { join } from 'node:path'
import { build } from './run/build.mjs'
import { onScreen } from './run/screen.mjs'
import { node24, root } from './setup/places.mjs'
import { runCommand } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runCommand(async () => {
  await setUp()
  await build()
  return onScreen(node24, [join(root, 'scripts', 'bench', 'run.mjs'), ...process.argv.slice(2)])
})
