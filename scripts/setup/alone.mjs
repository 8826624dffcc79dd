// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lockFolder } from './places.mjs'
import { say } from './say.mjs'

/** @param {string} lock @returns {number | undefined} the living process that holds the lock */
function holder(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

/** @param {string} lock */
function take(lock) {
  mkdirSync(dirname(lock), { recursive: true })
  try {
    mkdirSync(lock)
  } catch {
    return false
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

/**
 * Does the work while no other set-up of this checkout runs: two at once would pull node_modules from under
 * each other. A lock whose process is gone does not count.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [lock] a folder that is there while the work goes on
 */
export async function alone(work, lock = lockFolder) {
  for (let told = false; !take(lock); await pause(500)) {
    const pid = holder(lock)
    if (pid === undefined) {
      await pause(500) // it may have been taken this very moment
      if (holder(lock) === undefined) rmSync(lock, { recursive: true, force: true })
    } else if (!told) {
      say(`Another set-up of this folder is running (process ${pid}); waiting for it …`)
      told = true
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
