// @ts-check
// node table.mjs FILE COUNT: a museum's list of objects as an .xlsx: a title row, a head, text in shared strings as
// Excel and WPS write them.
import ExcelJS from 'exceljs'
import { headings, objects } from './objects.mjs'

const [file = '', count = ''] = process.argv.slice(2)
const book = new ExcelJS.stream.xlsx.WorkbookWriter({
  filename: file,
  useSharedStrings: true,
  useStyles: false,
})
const sheet = book.addWorksheet('藏品登记')
sheet.addRow(['云河县博物馆藏品登记表']).commit()
sheet.addRow(headings).commit()
for (const cells of objects(Number(count))) sheet.addRow(cells).commit()
sheet.commit()
await book.commit()
console.log(JSON.stringify({ rows: Number(count) }))
