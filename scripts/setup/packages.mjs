// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cachedNode } from './node.mjs'
import { modules, node24, root } from './places.mjs'
import { must, npm } from './programs.mjs'
import { Stop, step } from './say.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {string[]} [os] @property {string[]} [cpu] @property {string[]} [libc]
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 * @typedef {{ os: string, cpu: string, libc: string }} Machine as npm names them
 */

/** @returns {Machine} */
function thisMachine() {
  if (process.platform !== 'linux') return { os: process.platform, cpu: process.arch, libc: '' }
  /** @type {{ header?: { glibcVersionRuntime?: string } }} */
  const report = process.report.getReport()
  const libc = report.header?.glibcVersionRuntime ? 'glibc' : 'musl'
  return { os: 'linux', cpu: process.arch, libc }
}

/** Binaries for this machine are optional packages by name only. @param {LockedPackage} wanted @param {Machine} machine */
function isMadeFor({ os, cpu, libc }, machine) {
  return os?.includes(machine.os) && cpu?.includes(machine.cpu) && (libc?.includes(machine.libc) ?? true)
}

/**
 * Is what npm put into node_modules what the lock file asks for? npm writes its own list when an install is
 * complete, so an interrupted one reads as not there.
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} there node_modules/.package-lock.json
 * @param {Machine} [machine]
 */
export function sameInstall(wanted, there, machine = thisMachine()) {
  const agrees = Object.entries(wanted.packages).every(([name, want]) => {
    const have = there.packages[name]
    if (have) return have.version === want.version && have.integrity === want.integrity
    return name === '' || (want.optional === true && !isMadeFor(want, machine))
  })
  return agrees && Object.keys(there.packages).every((name) => name in wanted.packages)
}

/** @param {string} file @returns {LockFile | undefined} */
export function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** The npm packages of the lock file, and Node 24 among them. */
export async function npmPackages() {
  const wanted = readLock(join(root, 'package-lock.json'))
  if (!wanted) throw new Stop('package-lock.json is missing: this is not a whole checkout.')
  const there = readLock(join(modules, '.package-lock.json'))
  const upToDate = there && sameInstall(wanted, there)
  if (upToDate && existsSync(node24)) return
  const { program } = await cachedNode(wanted.packages['node_modules/node']?.version ?? '')
  if (!upToDate) {
    // Without scripts: the lock file forgets better-sqlite3's `"gypfile": false`, and npm would start node-gyp,
    // which asks nodejs.org for headers and dies where that cannot be reached.
    const ci = npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional'], program)
    await step('npm packages', () => must(...ci))
  }
  if (!existsSync(node24))
    await step('Node in node_modules', () => must(...npm(['rebuild', 'node'], program)))
  if (!existsSync(node24)) throw new Stop(`npm did not bring Node: ${node24} is missing.`)
}
