// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronMirror } from './official.mjs'
import {
  cache,
  electronExecutable,
  electronPathFile,
  nativeBinding,
  node24,
  root,
  stampFile,
} from './places.mjs'
import { prebuiltNodeApi } from './versions.mjs'

/**
 * What the last complete set-up found and made.
 * @typedef {object} Stamp
 * @property {string} fingerprint of all that it was made from
 * @property {string} electron version
 * @property {number} nodeApi level of that Electron
 * @property {string} [unreachable] the mirror that did not answer
 */

/** @returns {string} changes when the lock file, the set-up itself or a choice in the environment changes */
export function fingerprint() {
  const scripts = join(root, 'scripts', 'setup')
  const files = [join(root, 'package-lock.json'), join(root, 'scripts', 'default-app.cjs')].concat(
    readdirSync(scripts)
      .sort()
      .map((name) => join(scripts, name))
  )
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file)).update('\0')
  const choices = [
    cache,
    electronMirror(),
    process.env.GUANCANG_SKIP_OFFICIAL,
    process.platform,
    process.arch,
  ]
  return hash.update(JSON.stringify(choices)).digest('hex')
}

/** @returns {Stamp | undefined} */
export function readStamp() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : undefined
}

/** @param {Stamp} stamp */
export function writeStamp(stamp) {
  writeFileSync(`${stampFile}.tmp`, JSON.stringify(stamp, null, 2))
  renameSync(`${stampFile}.tmp`, stampFile)
}

/**
 * @param {Stamp | undefined} stamp
 * @param {string} now the fingerprint of today
 * @param {{ node: boolean, electron: boolean, binding: boolean }} there what is really on the disk
 */
export function nothingToDo(stamp, now, there) {
  if (stamp?.fingerprint !== now || !there.node || !there.electron) return false
  return there.binding || stamp.nodeApi >= prebuiltNodeApi
}

/** What of the set-up's work is really on the disk (a removed cache leaves a dangling link). */
export function onDisk() {
  return {
    node: existsSync(node24),
    electron: existsSync(electronPathFile) && existsSync(electronExecutable()),
    binding: existsSync(nativeBinding),
  }
}
