// @ts-check
import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache, electronDist, electronPackage, electronPathFile, node24, versionOf } from './places.mjs'
import { attempt } from './programs.mjs'
import { whileGrowing } from './progress.mjs'
import { step } from './say.mjs'
import { electronReleases } from './versions.mjs'

/** @returns {string} the mirror in force, by the same variables as Electron's own downloader */
export function electronMirror() {
  const env = process.env
  return (
    env.npm_config_electron_mirror ||
    env.NPM_CONFIG_ELECTRON_MIRROR ||
    env.ELECTRON_MIRROR ||
    electronReleases
  )
}

/** A link left by an earlier fall-back: Electron's installer would unzip through it, into the cache. */
function dropLink() {
  if (!lstatSync(electronDist, { throwIfNoEntry: false })?.isSymbolicLink()) return
  rmSync(electronDist)
  rmSync(electronPathFile, { force: true })
}

function isThere() {
  const version = join(electronDist, 'version')
  if (lstatSync(electronDist, { throwIfNoEntry: false })?.isSymbolicLink()) return false
  if (!existsSync(version) || !existsSync(electronPathFile)) return false
  return readFileSync(version, 'utf8').replace(/^v/, '') === versionOf('electron')
}

/** @param {string} mirror @returns {Promise<string | undefined>} why it does not answer */
async function probe(mirror) {
  try {
    // Short: this is only a knock. The download that may follow has minutes.
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(8000) })
    return undefined
  } catch (error) {
    const cause =
      error instanceof Error ? /** @type {{ code?: string } | undefined} */ (error.cause) : undefined
    return `${mirror} does not answer (${cause?.code ?? (error instanceof Error ? error.name : error)})`
  }
}

const downloads = join(cache, 'electron-download')

/** The installer checks the file against the checksums inside the package, never against the mirror's own. */
function installer() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, electron_config_cache: downloads }
  delete env.electron_use_remote_checksums
  delete env.npm_config_electron_use_remote_checksums
  return { env, timeout: 15 * 60_000 }
}

/**
 * Electron's own binary, from its releases or a mirror.
 * @param {string | undefined} knownUnreachable the mirror that an earlier set-up knocked at in vain
 * @returns {Promise<{ ok: true } | { ok: false, why: string, unreachable?: string }>}
 */
export async function officialElectron(knownUnreachable) {
  if (process.env.GUANCANG_SKIP_OFFICIAL) return { ok: false, why: 'GUANCANG_SKIP_OFFICIAL is set' }
  if (isThere()) return { ok: true }
  const mirror = electronMirror()
  if (mirror === knownUnreachable)
    return { ok: false, why: `${mirror} did not answer before`, unreachable: mirror }
  const silence = await step(`knocking at ${mirror}`, () => probe(mirror))
  if (silence) return { ok: false, why: silence, unreachable: mirror }
  dropLink()
  const trouble = await step(`Electron ${versionOf('electron')}`, () =>
    whileGrowing(downloads, () => attempt(node24, [join(electronPackage, 'install.js')], installer()))
  )
  return trouble ? { ok: false, why: `its installer did not succeed (${trouble})` } : { ok: true }
}
