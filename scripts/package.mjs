// @ts-check
// npm run package [-- electron-builder's arguments]: the app as people install it, into dist/.
import { existsSync } from 'node:fs'
import { build } from './run/build.mjs'
import { tool, toolFile } from './run/tools.mjs'
import { electronVersions } from './setup/electron.mjs'
import { electronDist, nativeBinding } from './setup/places.mjs'
import { runCommand, Stop } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'
import { prebuiltNodeApi } from './setup/versions.mjs'

await runCommand(async () => {
  await setUp()
  await build()
  const { electron, napi } = electronVersions()
  // electron-builder only notes a missing extra resource, and the app would crash on its first museum
  if (Number(napi) < prebuiltNodeApi && !existsSync(nativeBinding))
    throw new Stop(`${nativeBinding} is missing.`)
  const typed = process.argv.slice(2)
  const target = typed.length > 0 ? typed : process.platform === 'linux' ? ['--linux', 'dir'] : ['--dir']
  const ours = [
    `--config.electronDist=${electronDist}`,
    `--config.electronVersion=${electron}`,
    '--publish=never',
  ]
  return tool(toolFile('electron-builder'), [...target, ...ours])
})
