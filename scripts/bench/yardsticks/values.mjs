// @ts-check
// node values.mjs FILE OUT: the values of all cells of all sheets, a line of JSON for each row: [sheet, [value…]].
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import ExcelJS from 'exceljs'

const [file = '', out = ''] = process.argv.slice(2)
const lines = createWriteStream(out)
let rows = 0
let sheets = 0
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, {})) {
  sheets += 1
  for await (const row of sheet) {
    rows += 1
    /** @type {unknown[]} */
    const values = []
    // what lies under a merge holds the value of its first cell, and is not written
    row.eachCell((cell, column) => {
      values[column - 1] = cell.value
    })
    if (!lines.write(`${JSON.stringify([sheets, Array.from(values, (value) => value ?? null)])}\n`))
      await once(lines, 'drain')
  }
}
lines.end()
await once(lines, 'finish')
console.log(JSON.stringify({ sheets, rows }))
