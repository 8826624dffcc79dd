// @ts-check
// node take.mjs FOLDER COUNT: takes in the photographs of make.mjs in one go; the answer is the most memory that the decoding
// process beside this one ever held, in bytes (0 where the system does not tell).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { photosResult } from '../../../shared/media/contract.ts'
import { museumIn } from './photos.mjs'

const [folder = '', given = ''] = process.argv.slice(2)
const count = Number(given)
const photos = join(folder, 'photos')
const museum = await museumIn(join(folder, 'museum'))
const since = performance.now()
const order = { from: { folder: photos }, rehearse: false }
const { added } = await museum.finished(await museum.start('media.photos', order), photosResult)
const ms = performance.now() - since
if (added !== count) throw new Error(`${added} of ${count} photographs came in`)
console.log(JSON.stringify({ ms, decoder: childPeak() }))
await museum.close()
process.exit(0)

function childPeak() {
  if (process.platform !== 'linux') return 0
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)
        return isOurs ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024 : 0
      } catch {
        // it has ended since
        return 0
      }
    })
  return Math.max(0, ...peaks)
}
