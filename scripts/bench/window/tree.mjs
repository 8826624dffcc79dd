// @ts-check
import { readdirSync, readFileSync } from 'node:fs'

/**
 * The most memory that each process of a program has held, added up (what they share counts for each), in bytes.
 * @param {number} root the program's first process
 * @returns {number} NaN where the system does not tell, as outside Linux
 */
export function peakOfTree(root) {
  if (process.platform !== 'linux') return NaN
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statusOf(pid))
  const family = new Set([root])
  // a child has a later entry than its parent but for a number that was used anew: go round until nobody is found
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid }) => family.has(pid)).reduce((sum, { peak }) => sum + peak, 0)
}

/** @param {string} pid @returns {{ pid: number, parent: number, peak: number }[]} none where it has just ended */
function statusOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const figure = (/** @type {RegExp} */ pattern) => Number(pattern.exec(status)?.[1] ?? 0)
    return [{ pid: Number(pid), parent: figure(/^PPid:\s+(\d+)/m), peak: figure(/^VmHWM:\s+(\d+)/m) * 1024 }]
  } catch {
    return []
  }
}
