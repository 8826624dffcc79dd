import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, statusOf } from './registrar.ts'

const OBJECTS = 30
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-paste-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, OBJECTS)
  await expect(foundOf(museum.page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const cellOf = (number: string, column: string) =>
  museum.page
    .locator('.ag-row')
    .filter({ has: museum.page.getByRole('gridcell', { name: number, exact: true }) })
    .locator(`[col-id="${column}"]`)

/** What Excel would have put there, then Ctrl+V. */
async function paste(text: string): Promise<void> {
  await museum.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await museum.page.keyboard.press('Control+v')
}
const gradeOf = async (number: string): Promise<string | null> => {
  const reply = await museum.call('catalogue.byNumber', { number })
  return (reply as { value: { record: { values: { grade: string | null } } } }).value.record.values.grade
}

test('a column copied in Excel and put on a cell of the list is rehearsed for the rows below it', async () => {
  const { page } = museum
  const before = await gradeOf('0005')
  await cellOf('0005', 'grade').click()
  await paste('一般\r\n未定级\r\n一般\r\n')
  const rehearsal = page.getByTestId('rehearsal-summary')
  await expect(rehearsal).toContainText('读了 3 行')
  await screenshot(page, 'paste-rehearsal')
  expect(await gradeOf('0005')).toBe(before)
  await page.getByRole('button', { name: /^导入 3 件/ }).click()
  await expect(page.getByRole('button', { name: '查看藏品' })).toBeVisible()
  expect([await gradeOf('0005'), await gradeOf('0006'), await gradeOf('0007')]).toEqual([
    '一般',
    '未定级',
    '一般',
  ])
  await page.keyboard.press('Control+1')
})

test('a block that does not fit is refused with a sentence, and nothing is written', async () => {
  const { page } = museum
  await cellOf('0030', 'grade').click()
  await paste('一级\n二级\n三级')
  await expect(statusOf(page)).toContainText('剪贴板有 3 行，从这一格往下只有 1 件')
  await expect(page.getByTestId('rehearsal-summary')).toHaveCount(0)
})

test('a table with headings goes the usual way, from the list and from the import room', async () => {
  const { page } = museum
  await cellOf('0001', 'name').click()
  await paste('总登记号\t名称\t级别\r\n9001\t新铜鼎\t二级\r\n9002\t"新\t铜爵"\t三级\r\n')
  await expect(page.getByText('新铜鼎')).toBeVisible()
  await screenshot(page, 'paste-table')
  await page.getByRole('button', { name: '重新开始' }).click()
  await expect(page.getByText('按 Ctrl+V')).toBeVisible()
  await screenshot(page, 'paste-import-room')
  await paste('总登记号\t名称\r\n9003\t新铜镜\r\n')
  await expect(page.getByText('新铜镜')).toBeVisible()
})
