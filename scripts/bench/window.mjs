// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'
import { compared } from './compared.mjs'
import { inTurn } from './measured.mjs'
import { museumOf } from './museum.mjs'
import { runFolder } from './places.mjs'
import { started } from './window/start.mjs'

/** From the start of the program until its list shows objects, against an Electron with an empty page. */
const target = { ratio: 1.5 }

/** When the first object of the list stood in the grid: its number, see input/objects.mjs. Runs in the page. */
const firstObject = `new Promise((done) => {
  const look = () => {
    const cells = [...document.querySelectorAll('[role="gridcell"]')]
    if (cells.some((cell) => cell.textContent === '000001')) requestAnimationFrame(() => done(Date.now()))
    else requestAnimationFrame(look)
  }
  look()
})`

/** When the empty page was drawn; undefined as long as it is not. Runs in the page. */
const firstPaint = `performance.getEntriesByName('first-contentful-paint')
  .map(({ startTime }) => performance.timeOrigin + startTime)[0]`

/** @param {import('./wish.mjs').Wish} wish @returns {Promise<import('./result.mjs').Result[]>} */
export async function measureWindow({ size, rounds }) {
  const objects = size ?? 50_000
  const museum = await museumOf(objects)
  const home = join(runFolder(), 'home')
  const empty = emptyProgram()
  const contestants = [
    () => started([root, `--home=${home}`, `--data=${museum}`], firstObject),
    () => started([empty, `--user-data-dir=${join(runFolder(), 'empty-home')}`], firstPaint),
  ]
  // the very first start makes caches that all later ones find
  await inTurn(1, contestants)
  const [ours = [], yardstick = []] = await inTurn(rounds + 2, contestants)
  return compared('window usable', objects, { ours, yardstick }, target)
}

/** @returns {string} the folder of an Electron program with one window and nothing in it */
function emptyProgram() {
  const folder = join(runFolder(), 'empty')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>empty</title>here')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))
app.on('window-all-closed', () => app.quit())
`
  )
  return folder
}
