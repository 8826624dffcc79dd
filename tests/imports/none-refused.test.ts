import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { aMuseum } from '../kit/museum.ts'
import { bring, inFolder, workbook } from './bringing.ts'

it('saves a workbook that opens, its first header alone, where no row of several sheets was refused', async () => {
  const museum = await aMuseum()
  const head = ['总登记号', '名称', '级别']
  const file = await workbook({ 一: [head, ['001', '鼎', '一级']], 二: [head, ['002', '碗', '二级']] })
  const { batch, refused } = await bring(museum, file)
  expect(refused).toBe(0)
  const out = inFolder('无.xlsx')
  expect(await museum.client.imports.saveRefusals({ batch, file: out, language: 'zh-CN' })).toMatchObject({
    rows: 0,
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(out)
  expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([['一', 1]])
  await museum.close()
})
