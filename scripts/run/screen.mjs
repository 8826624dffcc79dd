// @ts-check
import { child } from './child.mjs'

/** Linux without a screen: a laptop's worth of one is made in memory. */
const screenless = process.platform === 'linux' && !process.env.DISPLAY

/**
 * Runs a program that opens windows.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [how]
 * @returns {Promise<number>} its exit code
 */
export function onScreen(program, args, how) {
  if (!screenless) return child(program, args, how)
  // signals are for the program: xvfb-run itself lives on and tidies up behind it
  const shell = ['-c', 'trap "" INT TERM HUP; exec xvfb-run "$@"', 'sh']
  const screen = ['-a', '-s', '-screen 0 1600x1000x24']
  return child('sh', [...shell, ...screen, program, ...args], { ...how, group: true })
}
