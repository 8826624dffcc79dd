// @ts-check
// npm start [-- arguments for the app]: set-up, build where the sources changed, and the app opens.
import { build } from './run/build.mjs'
import { onScreen } from './run/screen.mjs'
import { electronExecutable, root } from './setup/places.mjs'
import { runCommand, say } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await runCommand(async () => {
  await setUp()
  await build()
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  const isRoot = process.getuid?.() === 0
  if (process.platform === 'linux' && !env.DISPLAY) say('No screen here: the window opens on one in memory.')
  // Chromium refuses to run as root inside its sandbox
  const args = [...(isRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)]
  return onScreen(electronExecutable(), args, { cwd: env.INIT_CWD ?? root, env })
})
