// @ts-check
// node write.mjs VALUES OUT: exceljs's own streaming writer, no looks at all, the values of values.mjs. Taking them from
// their file is set aside: a yardstick has them at hand.
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { linesOf } from './lines.mjs'

const [values = '', out = ''] = process.argv.slice(2)
const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out })
/** @type {ExcelJS.Worksheet[]} */
const sheets = []
let rows = 0
let setAside = 0
const lines = linesOf(values)
for (;;) {
  const since = performance.now()
  const next = lines.next()
  if (next.done) break
  /** @type {[number, ExcelJS.CellValue[]]} */
  const [number, cells] = JSON.parse(next.value)
  setAside += performance.now() - since
  const sheet = (sheets[number - 1] ??= book.addWorksheet(String(number)))
  sheet.addRow(cells).commit()
  rows += 1
  // lets what is written flow into the file
  if (rows % 500 === 0) await setImmediate()
}
for (const sheet of sheets) sheet.commit()
await book.commit()
console.log(JSON.stringify({ rows, setAside }))
