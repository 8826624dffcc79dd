// @ts-check
// node read.mjs FILE: exceljs's own streaming reader with its own settings, every cell looked at, nothing kept.
import ExcelJS from 'exceljs'

const [file = ''] = process.argv.slice(2)
let rows = 0
let cells = 0
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, {})) {
  for await (const row of sheet) {
    rows += 1
    row.eachCell(({ value }) => {
      if (value !== null) cells += 1
    })
  }
}
console.log(JSON.stringify({ rows, cells }))
