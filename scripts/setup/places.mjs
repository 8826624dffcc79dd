// @ts-check
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const windows = process.platform === 'win32'

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const modules = join(root, 'node_modules')

/** What takes long to fetch or build is kept here and survives a fresh `node_modules`. */
export const cache = resolve(process.env.GUANCANG_CACHE || join(root, '.cache'))

/** Node 24, from npm: what everything after the set-up runs on. */
export const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')

export const electronPackage = join(modules, 'electron')
export const electronDist = join(electronPackage, 'dist')
/** Names the executable inside `dist`; written last, so it says that `dist` is whole. */
export const electronPathFile = join(electronPackage, 'path.txt')

/** Where the app looks for a better-sqlite3 that its Electron can load (absent when the prebuilt one will do). */
export const nativeBinding = join(modules, '.guancang', 'better_sqlite3.node')

export const stampFile = join(modules, '.guancang-setup.json')
export const lockFolder = join(root, '.cache', 'set-up.lock')

/** @param {string} name a package in node_modules @returns {string} its version */
export function versionOf(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version
}

/** @returns {string} the path of the Electron executable at hand */
export function electronExecutable() {
  return join(electronDist, readFileSync(electronPathFile, 'utf8'))
}
