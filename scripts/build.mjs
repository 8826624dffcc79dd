// @ts-check
// npm run build: set-up, then the app into out/.
import { build } from './run/build.mjs'
import { runCommand } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runCommand(async () => {
  await setUp()
  await build()
})
