// @ts-check
// npm run -s museum -- <arguments>: the app without a window. stdout is the program's own; set-up talks on stderr.
import { join } from 'node:path'
import { build } from './run/build.mjs'
import { child } from './run/child.mjs'
import { node24, root } from './setup/places.mjs'
import { runCommand } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runCommand(async () => {
  await setUp()
  await build()
  // paths that were typed are meant from where they were typed
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return child(node24, [join(root, 'out', 'main', 'cli.cjs'), ...process.argv.slice(2)], { cwd })
})
