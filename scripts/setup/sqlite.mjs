// @ts-check
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cachedNode } from './node.mjs'
import { cache, electronExecutable, modules, nativeBinding, versionOf } from './places.mjs'
import { ask, must } from './programs.mjs'
import { step, Stop } from './say.mjs'

/** @returns {string} where the binding that we build ourselves is kept */
export function builtBinding() {
  const name = `better-sqlite3-${versionOf('better-sqlite3')}-${process.platform}-${process.arch}-napi9`
  return join(cache, name, 'better_sqlite3.node')
}

/** Copies a file so that nobody ever sees half of it. @param {string} from @param {string} to */
function place(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, `${to}.tmp`)
  renameSync(`${to}.tmp`, to)
}

/**
 * better-sqlite3's own binaries need Node-API 10 and crash on less. Its source at the experimental level
 * gives one that runs there too; without link-time optimisation, which some toolchains miscompile.
 */
async function build() {
  const source = join(cache, 'better-sqlite3-build')
  rmSync(source, { recursive: true, force: true })
  cpSync(join(modules, 'better-sqlite3'), source, { recursive: true })
  // binding.gyp asks for node-addon-api, and the cache may lie outside the checkout
  cpSync(join(modules, 'node-addon-api'), join(source, 'node_modules', 'node-addon-api'), { recursive: true })
  const { program, headers } = await cachedNode(versionOf('node'))
  const flags = ['rebuild', '--release', '--force_build=1', `--nodedir=${headers}`]
  await must(program, [join(modules, 'node-gyp/bin/node-gyp.js'), ...flags], {
    cwd: source,
    env: {
      ...process.env,
      JOBS: 'max',
      CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -fno-lto',
      CFLAGS: '-O2 -fno-lto',
      LDFLAGS: '-fno-lto',
    },
  })
  place(join(source, 'build/Release/better_sqlite3.node'), builtBinding())
  rmSync(source, { recursive: true })
}

/** Puts a binding that this Electron can load where the app looks for it. */
export async function ownBinding() {
  if (!existsSync(builtBinding())) await step('SQLite for this Electron', build)
  place(builtBinding(), nativeBinding)
}

/** An Electron that can load better-sqlite3's own binaries shall use them. */
export function dropOwnBinding() {
  rmSync(nativeBinding, { force: true })
}

/** Opens a database in the Electron at hand. @returns {string} SQLite's version */
export function sqliteVersion() {
  const code = `
    const Database = require(${JSON.stringify(join(modules, 'better-sqlite3'))})
    const own = ${JSON.stringify(existsSync(nativeBinding) ? nativeBinding : null)}
    const db = new Database(':memory:', own ? { nativeBinding: own } : {})
    console.log(db.prepare('select sqlite_version()').pluck().get())`
  const { ok, out, err } = ask(electronExecutable(), ['-e', code], {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
  })
  if (!ok) throw new Stop(`SQLite does not load in this Electron:\n${err.trim()}`)
  return out.trim()
}
