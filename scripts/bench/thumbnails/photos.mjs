// @ts-check
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { headless } from '../../../electron/cli/headless.ts'

/** @typedef {import('../../../electron/cli/headless.ts').Headless} Headless */

/**
 * As many photographs as objects, one of each by its name: noise as a camera has it, eight exposures in turn, each file of
 * bytes of its own by a tail that no decoder reads.
 * @param {string} folder is made
 * @param {number} count
 * @param {number} width in pixels, the height is two thirds of it
 */
export async function photographs(folder, count, width) {
  mkdirSync(folder, { recursive: true })
  const exposures = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      sharp({
        create: {
          width,
          height: Math.round((width * 2) / 3),
          channels: 3,
          background: '#000000',
          noise: { type: 'gaussian', mean: 60 + at * 15, sigma: 24 },
        },
      })
        .blur(1 + at / 4)
        .jpeg({ quality: 88 })
        .toBuffer()
    )
  )
  for (let at = 1; at <= count; at++) {
    const tail = createHash('sha256').update(String(at)).digest()
    const bytes = Buffer.concat([exposures[at % exposures.length] ?? Buffer.alloc(0), tail])
    writeFileSync(join(folder, `P${at}-正视-1.jpg`), bytes)
  }
}

/**
 * A museum in `folder` of so many objects, each with the number its photograph has.
 * @param {string} folder
 * @param {number} count
 * @returns {Promise<Headless>}
 */
export async function museumFor(folder, count) {
  const museum = headless({
    nativeBinding: undefined,
    progress() {},
    log: (_, error) => console.error(error),
  })
  await museum.house.create(folder, { name: '云河县博物馆', province: 'default' })
  for (let at = 1; at <= count; at++)
    await museum.client.catalogue.register({
      id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      values: { number: `P${at}`, name: '清青花瓷瓶' },
    })
  return museum
}

/** @param {string} folder @returns {Promise<Headless>} the museum there */
export async function museumIn(folder) {
  const museum = program()
  await museum.house.open(folder)
  return museum
}

const program = () =>
  headless({ nativeBinding: undefined, progress() {}, log: (_, error) => console.error(error) })
