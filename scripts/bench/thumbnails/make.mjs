// @ts-check
// node make.mjs FOLDER COUNT WIDTH: so many photographs in FOLDER/photos and a museum of their objects in FOLDER/museum.
import { join } from 'node:path'
import { museumFor, photographs } from './photos.mjs'

const [folder = '', count = '', width = ''] = process.argv.slice(2)
await photographs(join(folder, 'photos'), Number(count), Number(width))
const museum = await museumFor(join(folder, 'museum'), Number(count))
await museum.close()
console.log('{}')
