// @ts-check
import { spawn } from 'node:child_process'

/** @type {NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program on our own input and output and passes signals on to it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, group?: boolean, stdout?: 'inherit' | 2 }} [how] group: the
 *   program starts others, which shall get the signals too
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function child(program, args, { group = false, stdout = 'inherit', ...how } = {}) {
  return new Promise((done, fail) => {
    const running = spawn(program, args, { ...how, stdio: ['inherit', stdout, 'inherit'], detached: group })
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      if (group && running.pid) process.kill(-running.pid, signal)
      else running.kill(signal)
    }
    for (const signal of passedOn) process.on(signal, pass)
    // npm passes a signal to the shell between us only, and we would live on without a parent
    const parent = process.ppid
    const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 1000)
    running.on('error', fail)
    running.on('close', (code) => {
      clearInterval(watch)
      for (const signal of passedOn) process.off(signal, pass)
      done(code ?? 1)
    })
  })
}
