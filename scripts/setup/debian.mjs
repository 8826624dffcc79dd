// @ts-check
import { existsSync } from 'node:fs'
import { ask, attempt } from './programs.mjs'
import { say, step, Stop } from './say.mjs'
import { debianPackages as groups } from './versions.mjs'

/** @typedef {readonly (readonly string[])[]} Wanted each package under its possible names, newest first */

/**
 * What this machine needs for what is asked of it.
 * @param {{ display: boolean, compiler: boolean, tests: boolean }} need display: there is a screen already
 * @returns {Wanted}
 */
export function wantedPackages({ display, compiler, tests }) {
  return [
    ...groups.window,
    ...(display ? [] : groups.screenless),
    ...(compiler ? groups.compiler : []),
    ...(tests ? groups.tests : []),
  ]
}

/** @param {Wanted} wanted @param {ReadonlySet<string>} installed @returns {Wanted} */
export function missingPackages(wanted, installed) {
  return wanted.filter((names) => !names.some((name) => installed.has(name)))
}

/**
 * One name for each package: the newest that this release of Debian offers; the oldest where its lists are empty.
 * @param {Wanted} wanted @param {ReadonlySet<string>} offered
 */
export function chosenNames(wanted, offered) {
  return wanted.map((names) => names.find((name) => offered.has(name)) ?? names.at(-1) ?? '')
}

/** @param {Wanted} wanted @returns {Set<string>} */
function installedOf(wanted) {
  const { out } = ask('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...wanted.flat()])
  const lines = out.split('\n').map((line) => line.split(' '))
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name]) => name ?? ''))
}

/** @param {Wanted} wanted @returns {Set<string>} */
function offeredOf(wanted) {
  // `Candidate: (none)` is a name that only other packages mention
  const { out } = ask('apt-cache', ['policy', ...wanted.flat()], { ...process.env, LC_ALL: 'C' })
  return new Set(
    [...out.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map((m) => m[1] ?? '')
  )
}

/** Is this a Linux whose packages we know by name? */
export function isDebian() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query')
}

/** @param {{ compiler: boolean, tests: boolean }} need @returns {Wanted} what is not there; [] where we cannot tell */
export function lackingPackages(need) {
  if (!isDebian()) return []
  const wanted = wantedPackages({ ...need, display: Boolean(process.env.DISPLAY) })
  return missingPackages(wanted, installedOf(wanted))
}

/** @param {{ compiler: boolean, tests: boolean }} need */
export async function debianPackages(need) {
  if (process.platform !== 'linux') return
  if (!isDebian()) {
    const wanted = wantedPackages({ ...need, display: Boolean(process.env.DISPLAY) })
    return say(
      `  This needs what Debian calls ${chosenNames(wanted, new Set()).join(' ')}: please see that it is there.`
    )
  }
  const lacking = lackingPackages(need)
  if (lacking.length === 0) return
  if (process.getuid?.() !== 0) {
    const names = chosenNames(lacking, offeredOf(lacking)).join(' ')
    throw new Stop(
      `Some system packages are missing. Please type this, then run the same again:\n  sudo apt-get install ${names}`
    )
  }
  await step('system packages', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0']
    const stale = await attempt('apt-get', ['update', ...quiet], { env })
    const names = chosenNames(lacking, offeredOf(lacking))
    say(`  ${names.join(' ')}`)
    const trouble = await attempt(
      'apt-get',
      ['install', '-y', ...quiet, '--no-install-recommends', ...names],
      { env }
    )
    if (trouble)
      throw new Stop(
        `System packages could not be installed (${stale ?? trouble}). By hand:\n  apt-get update && apt-get install ${names.join(' ')}`
      )
  })
}
