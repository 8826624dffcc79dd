// @ts-check
// node session.mjs MUSEUM: all objects held against all rules, as the quality room does it, and one full read of their
// table on a bare connection. Times are in ms.
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { headless } from '../../../electron/cli/headless.ts'
import { judgeResult } from '../../../shared/quality/contract.ts'

const [folder = ''] = process.argv.slice(2)
const museum = headless({ nativeBinding: undefined, progress() {}, log: (_, error) => console.error(error) })
await museum.house.open(folder)
const { quality } = museum.client

const file = new SQLite(join(folder, 'museum.db'), { readonly: true })
const read = () => {
  let rows = 0
  for (const row of file.prepare('select * from object').iterate()) if (row) rows += 1
  return rows
}
// whatever comes first warms the system's cache for the other
read()
let since = performance.now()
const rows = read()
const readMs = performance.now() - since
file.close()

since = performance.now()
const { judged } = await museum.finished(await quality.judge({ all: true }), judgeResult)
const judgeMs = performance.now() - since
since = performance.now()
await quality.overview({})
const overviewMs = performance.now() - since
await museum.close()
console.log(JSON.stringify({ rows, judged, readMs, judgeMs, overviewMs }))
