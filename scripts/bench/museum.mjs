// @ts-check
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../setup/say.mjs'
import { version } from './input/objects.mjs'
import { cli, measured, program } from './measured.mjs'
import { keptForBuild, keptOrMade, keptPlace, runFolder } from './places.mjs'

/** @param {number} size @returns {Promise<string>} an .xlsx of that many objects */
export function tableFile(size) {
  return keptOrMade(keptPlace(`objects-v${version}-${size}.xlsx`), (part) =>
    measured(program('input/table.mjs'), [part, String(size)])
  )
}

let made = 0

/** @returns {Promise<string>} the folder of a museum without objects */
export async function emptyMuseum() {
  const folder = join(runFolder(), `museum-${++made}`)
  await measured(cli, ['init', '--museum', '云河县博物馆', '--data', folder, '--json'])
  return folder
}

/**
 * Brings a table of `size` objects into an empty museum, as a user of the command line would.
 * @param {string} folder
 * @param {number} size
 */
export async function bringIn(folder, size) {
  const file = await tableFile(size)
  const life = await measured(cli, ['import', 'objects', file, '--data', folder, '--json'])
  const { imported, refused } = life.answer
  if (imported !== size) throw new Stop(`${imported} of ${size} objects came in, ${refused} were refused.`)
  return life
}

const keptFor = (/** @type {number} */ size) => keptForBuild(`museum-v${version}-${size}`)

/** Keeps a museum of that size for the measurements to come, where none is kept. @param {string} folder @param {number} size */
export function keep(folder, size) {
  if (existsSync(keptFor(size))) rmSync(folder, { recursive: true, force: true })
  else renameSync(folder, keptFor(size))
}

/** @param {number} size @returns {Promise<string>} the folder of a museum of that many objects */
export async function museumOf(size) {
  return keptOrMade(keptFor(size), async (part) => {
    const folder = await emptyMuseum()
    await bringIn(folder, size)
    renameSync(folder, part)
  })
}
