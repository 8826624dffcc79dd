// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './say.mjs'

/** @param {string} folder @returns {number} the bytes of all files in it */
function weight(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

/**
 * Tells how much has come into a folder while a download goes on.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @param {number} [bytes] of the whole, where it is known
 * @returns {Promise<T>}
 */
export async function whileGrowing(folder, work, bytes) {
  const megabytes = (/** @type {number} */ count) => Math.round(count / 1e6)
  const clock = setInterval(() => {
    const there = weight(folder)
    say(
      bytes ? `  ${megabytes(Math.min(there, bytes))} of ${megabytes(bytes)} MB` : `  ${megabytes(there)} MB`
    )
  }, 2000)
  try {
    return await work()
  } finally {
    clearInterval(clock)
  }
}
