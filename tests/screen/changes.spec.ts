import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, openObject, statusOf } from './registrar.ts'

const OBJECTS = 240
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-changes-'))
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

const chosen = () => museum.page.getByTestId('chosen')
const tick = (number: string) => museum.page.getByRole('checkbox', { name: `选择 ${number}`, exact: true })
const cell = (text: string) => museum.page.getByRole('gridcell', { name: text, exact: true })

test('rows are chosen with the mouse and with the keyboard, and the open record stays its own thing', async () => {
  const { page } = museum
  await tick('0002').click()
  await expect(chosen()).toHaveText(`已选 1 / ${OBJECTS} 件`)
  await expect(page.getByTestId('record')).toHaveCount(0)
  await cell('0005').click({ modifiers: ['Shift'] })
  await expect(chosen()).toHaveText(`已选 4 / ${OBJECTS} 件`)
  await openObject(page, '0007')
  await expect(chosen()).toHaveText(`已选 4 / ${OBJECTS} 件`)
  await tick('0009').click()
  await tick('0009').click()
  await expect(page.getByTestId('record').getByRole('heading', { level: 2 })).toContainText('0007')
  await page.keyboard.press('Escape')
  await cell('0007').click()
  await page.keyboard.press('Space')
  await expect(chosen()).toHaveText(`已选 5 / ${OBJECTS} 件`)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen()).toHaveText(`已选 7 / ${OBJECTS} 件`)
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen()).toHaveText(`已选 6 / ${OBJECTS} 件`)
  await page.getByRole('button', { name: '取消选择' }).click()
  await expect(chosen()).toHaveCount(0)
  await cell('0001').click()
  await page.keyboard.press('Control+a')
  await expect(chosen()).toHaveText(`已选 ${OBJECTS} / ${OBJECTS} 件`)
  await tick('0003').click()
  await expect(chosen()).toHaveText(`已选 ${OBJECTS - 1} / ${OBJECTS} 件`)
  await screenshot(page, 'changes-chosen')
})

test('another find begins with nothing chosen', async () => {
  const { page } = museum
  await page.getByLabel('查找藏品').fill('青铜')
  await expect(foundOf(page)).toHaveText('共 48 件/套')
  await expect(chosen()).toHaveCount(0)
  await page.getByRole('button', { name: '全选找到的' }).click()
  await expect(chosen()).toHaveText('已选 48 / 48 件')
})

test('fields are changed after a rehearsal of every cell, as one batch, and Ctrl+Z takes it back', async () => {
  const { page } = museum
  await page.keyboard.press('Control+e')
  const dialog = page.getByTestId('change')
  await dialog.getByLabel('项目').click()
  await page.keyboard.type('wwjb')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('文物级别改为').click()
  await page.keyboard.type('1')
  await dialog.getByRole('button', { name: '再加一个项目' }).click()
  await dialog.getByLabel('项目').nth(1).click()
  await page.keyboard.type('名称')
  await page.keyboard.press('Enter')
  await dialog.locator('.change-row').nth(1).getByText('查找替换').click()
  await dialog.getByPlaceholder('查找', { exact: true }).fill('青铜')
  await dialog.getByPlaceholder('替换为（可留空）').fill('铜')
  await screenshot(page, 'changes-fields-light')
  await dialog.getByRole('button', { name: '预演' }).click()
  await expect(dialog.getByTestId('change-rehearsed')).toContainText('将修改 48 件')
  await expect(dialog.getByRole('region', { name: '逐格对照' })).toContainText('青铜爵')
  await screenshot(page, 'changes-rehearsal-light')
  await page.keyboard.press('Control+Shift+l')
  await screenshot(page, 'changes-rehearsal-dark')
  await page.keyboard.press('Control+Shift+l')
  await dialog.getByRole('button', { name: /^执行/ }).click()
  await expect(dialog.getByTestId('change-done')).toContainText('已修改 48 件')
  await screenshot(page, 'changes-done')
  await dialog.getByRole('button', { name: '知道了' }).click()
  // found by 原名, where the old names went (N8)
  await expect(foundOf(page)).toHaveText('共 48 件/套')
  await expect(page.getByRole('gridcell', { name: '清青铜爵', exact: true })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(statusOf(page)).toContainText('48 件藏品已退回')
  await expect(page.getByRole('gridcell', { name: '清青铜爵', exact: true }).first()).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('row').filter({ hasText: '批量修改：' })).toContainText('已撤销')
  await screenshot(page, 'changes-batches')
  await page.keyboard.press('Control+1')
})

test('chosen rows are copied as a table that Excel and WPS take', async () => {
  const { page } = museum
  await page.getByLabel('查找藏品').fill('')
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await museum.call('catalogue.amend', {
    id: '01900000-0000-7000-8000-000000000002',
    revision: (
      (await museum.call('catalogue.byNumber', { number: '0002' })) as {
        value: { record: { revision: number } }
      }
    ).value.record.revision,
    changes: { name: '=鼎"甲"' },
  })
  await expect(cell('=鼎"甲"')).toBeVisible()
  await tick('0001').click()
  await tick('0002').click()
  await cell('0002').focus()
  await page.keyboard.press('Control+c')
  await expect(statusOf(page)).toContainText('已复制 2 件')
  const copied = await museum.app.evaluate(({ clipboard }) => clipboard.readText())
  const lines = copied.split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^藏品编号\t/)
  expect(lines[2]?.split('\t')[1]).toBe(`"'=鼎""甲"""`)
})
