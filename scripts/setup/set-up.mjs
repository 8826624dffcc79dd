// @ts-check
import { existsSync } from 'node:fs'
import { alone } from './alone.mjs'
import { debianPackages, lackingPackages } from './debian.mjs'
import { electronVersions, getElectron } from './electron.mjs'
import { npmPackages } from './packages.mjs'
import { say, Stop, took } from './say.mjs'
import { builtBinding, dropOwnBinding, ownBinding, sqliteVersion } from './sqlite.mjs'
import { fingerprint, nothingToDo, onDisk, readStamp, writeStamp } from './stamp.mjs'
import { oldestNode, prebuiltNodeApi } from './versions.mjs'

/** @param {string} version such as 20.18.0 @param {string} oldest */
export function isOlder(version, oldest) {
  const [a, b] = [version, oldest].map((text) => text.split('.').map(Number))
  const at = [0, 1, 2].find((i) => a?.[i] !== b?.[i])
  return at !== undefined && (a?.[at] ?? 0) < (b?.[at] ?? 0)
}

/** @param {boolean} tests */
function isReady(tests) {
  if (!nothingToDo(readStamp(), fingerprint(), onDisk())) return false
  return lackingPackages({ compiler: false, tests }).length === 0
}

/** @param {boolean} tests */
async function prepare(tests) {
  const since = Date.now()
  say('Setting up (the first time takes some minutes)')
  await npmPackages()
  // npm wipes node_modules and the stamp in it: after a new install we knock at the release files again
  const { carried, unreachable } = await getElectron(readStamp()?.unreachable)
  await debianPackages({ compiler: carried && !existsSync(builtBinding()), tests })
  const { electron, node, chrome, napi } = electronVersions()
  await (Number(napi) < prebuiltNodeApi ? ownBinding() : dropOwnBinding())
  say(`  Electron ${electron}, Node ${node}, Chromium ${chrome}, Node-API ${napi}, SQLite ${sqliteVersion()}`)
  writeStamp({
    fingerprint: fingerprint(),
    electron,
    nodeApi: Number(napi),
    ...(unreachable && { unreachable }),
  })
  say(`Set-up is complete: ${took(since)}`)
}

/**
 * Makes the checkout ready to run: npm packages, Node 24, an Electron that starts, SQLite for it, system packages.
 * Quick when there is nothing to do. Throws Stop, with a sentence, where it cannot.
 * @param {{ tests?: boolean }} [need] tests: also the programs that the tests open our files with
 */
export async function setUp({ tests = false } = {}) {
  if (isOlder(process.versions.node, oldestNode)) {
    throw new Stop(`This needs Node ${oldestNode} or later; this is ${process.versions.node}.`)
  }
  if (isReady(tests)) return
  await alone(async () => {
    if (!isReady(tests)) await prepare(tests)
  })
}
