// @ts-check
// The set-up talks on stderr: stdout belongs to the program that it prepares.

/** A sentence for the person at the keyboard that ends the set-up; anything else thrown is a mistake of ours. */
export class Stop extends Error {}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {number} since milliseconds, from Date.now() @returns {string} seconds, such as `1.4 s` */
export function took(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/**
 * Names a step, does it, says how long it took, and now and then that it is still at it.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = Date.now()
  say(`- ${name} …`)
  const clock = setInterval(() => say(`  ${name}: ${took(since)} so far`), 15_000)
  try {
    const result = await work()
    say(`  ${name}: ${took(since)}`)
    return result
  } finally {
    clearInterval(clock)
  }
}

/**
 * Runs a command's whole work and ends the process with its exit code: 1 and the sentence after a Stop.
 * @param {() => Promise<number | void>} work
 */
export async function runCommand(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(`\n${error.message}`)
    process.exitCode = 1
  }
}
