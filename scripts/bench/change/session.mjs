// @ts-check
// node session.mjs MUSEUM: two bulk changes of all its objects, on a copy, over the real services in this process; then the
// same in bare SQL on another copy. Times are in ms.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headless } from '../../../electron/cli/headless.ts'
import { changeResult } from '../../../shared/changes/contract.ts'
import { bareChange } from './bare.mjs'

const [folder = ''] = process.argv.slice(2)
const copies = mkdtempSync(join(tmpdir(), 'guancang-change-'))
process.on('exit', () => rmSync(copies, { recursive: true, force: true }))
const copy = (/** @type {string} */ name) => {
  const to = join(copies, name)
  cpSync(folder, to, { recursive: true })
  return to
}

const museum = headless({ nativeBinding: undefined, progress() {}, log: (_, error) => console.error(error) })
await museum.house.open(copy('ours'))
const { changes } = museum.client
const chosen = { kind: /** @type {const} */ ('found'), find: { text: '', facets: {} }, except: [] }

/** @param {Record<string, string>} set @returns {Promise<{ rehearse: number, commit: number }>} */
async function change(set) {
  const since = performance.now()
  const told = await museum.finished(
    await changes.rehearse({ chosen, wish: { set, replace: [] } }),
    changeResult
  )
  const rehearsed = performance.now()
  const started = await changes.commit({ batch: told.batch, name: 'bench' })
  const done = await museum.finished(started, changeResult)
  if (done.changed !== told.changed || done.changed === 0) throw new Error(`${done.changed} changed`)
  return { rehearse: rehearsed - since, commit: performance.now() - rehearsed }
}

const grade = await change({ grade: '未定级' })
const place = await change({ place: '新库房第三排' })
await museum.close()

const bare = bareChange(copy('bare'))
const bareGrade = bare.change('grade', '未定级')
const barePlace = bare.change('place', '新库房第三排')
bare.close()
const answer = { grade: grade.commit, place: place.commit, rehearse: grade.rehearse, bareGrade, barePlace }
console.log(JSON.stringify(answer))
