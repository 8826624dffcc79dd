// @ts-check
// node session.mjs FOLDER COUNT: in what make.mjs has made, the small pictures of so many photographs, made anew by ours (`media.renew`, in the
// decoding process, kept and flushed) and by sharp alone, two files at a time as this machine's cores can. Times in ms.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { photosResult, renewResult } from '../../../shared/media/contract.ts'
import { museumIn } from './photos.mjs'

const [folder = '', given = ''] = process.argv.slice(2)
const count = Number(given)
const photos = join(folder, 'photos')
const museum = await museumIn(join(folder, 'museum'))
const order = { from: { folder: photos }, rehearse: false }
const taken = await museum.finished(await museum.start('media.photos', order), photosResult)
if (taken.added !== count) throw new Error(`${taken.added} of ${count} photographs came in`)

const thumbs = join(folder, 'museum', 'media', 'thumbs')
async function ours() {
  rmSync(thumbs, { recursive: true, force: true })
  const since = performance.now()
  const { made } = await museum.finished(await museum.client.media.renew({}), renewResult)
  if (made !== count) throw new Error(`${made} of ${count} small pictures were made`)
  return performance.now() - since
}

const out = join(folder, 'alone')
async function alone() {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  const files = readdirSync(photos)
  const since = performance.now()
  const lane = async () => {
    for (let name = files.pop(); name !== undefined; name = files.pop())
      await sharp(join(photos, name))
        .autoOrient()
        .resize(320, 320, { fit: 'inside' })
        .jpeg({ quality: 80 })
        .toFile(join(out, name))
  }
  await Promise.all([lane(), lane()])
  return performance.now() - since
}

// both have read every file once: the taking in did
await alone()
const answer = { ours: await ours(), alone: await alone() }
await museum.close()
console.log(JSON.stringify(answer))
process.exit(0)
