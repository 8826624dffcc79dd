import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, foundOf, openObject, photograph, statusOf, zoom } from './registrar.ts'

// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-vocabulary-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, 12)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const tableButton = (name: string) => museum.page.locator(`[data-table="${name}"]`)
const row = (label: string) =>
  museum.page
    .getByRole('row')
    .filter({ has: museum.page.getByText(label, { exact: true }) })
    .first()
const pane = () => museum.page.getByTestId('value')
const search = () => museum.page.getByRole('textbox', { name: /在本表中查找/ })

test('every table with its source, status and use; one as a tree, walked with the keyboard', async () => {
  const { page } = museum
  await page.keyboard.press('Control+7')
  await expect(page.getByRole('heading', { name: '年代', level: 1 })).toBeVisible()
  await expect(tableButton('material')).toContainText('在用 1')
  await expect(tableButton('reign')).toContainText('现行')
  await expect(page.getByText(/依据：第一次全国可移动文物普查/)).toBeVisible()
  await photograph(museum, 'vocabulary-era')
  await tableButton('material').focus()
  await page.keyboard.press('Enter')
  await row('单一质地').focus()
  await page.keyboard.press('ArrowDown')
  await expect(row('有机质')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('木', { exact: true })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(row('木')).toBeVisible()
  // by an alias
  await page.keyboard.press('Control+f')
  await page.keyboard.type('紫铜')
  await expect(row('铜')).toBeVisible()
  await expect(page.getByText('木', { exact: true })).toHaveCount(0)
  await photograph(museum, 'vocabulary-search')
  await row('铜').focus()
  await page.keyboard.press('Enter')
  await expect(pane().getByRole('heading', { level: 2 })).toHaveText('铜')
  await photograph(museum, 'vocabulary-value')
})

test('a count opens the objects in the catalogue', async () => {
  const { page } = museum
  await row('铜').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(foundOf(page)).toHaveText('共 12 件/套')
  await expect(page.getByRole('button', { name: /质地：铜/ })).toBeVisible()
  await page.keyboard.press('Control+7')
})

test('a value of one’s own, by keyboard: then the form offers it and the grid shows it', async () => {
  const { page } = museum
  await page.getByRole('button', { name: '新增本馆的值…' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('青铜')
  await photograph(museum, 'vocabulary-add')
  await page.getByRole('textbox', { name: /用顿号隔开/ }).fill('青铜合金、铜锡合金')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已新增“青铜”')
  await search().fill('')
  await expect(row('青铜')).toContainText('本馆')
  await expect(page.getByTestId('table-history')).toContainText('新增 青铜')
  // the same again is refused in words
  await page.getByRole('button', { name: '新增本馆的值…' }).click()
  await page.keyboard.type('青铜合金')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('fault')).toContainText('“青铜合金”在这张表里已指“青铜”')
  await photograph(museum, 'vocabulary-refused')
  await page.getByRole('button', { name: '不加了' }).click()

  await page.keyboard.press('Control+1')
  await page.getByRole('button', { name: /质地：铜/ }).click()
  await openObject(page, '0001')
  await page.locator('[data-field="materials"] input').focus()
  await page.keyboard.type('qingtong')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="materials"]')).toContainText('青铜')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(statusOf(page)).toContainText('已保存')
  const reply = await museum.call('catalogue.byNumber', { number: '0001' })
  expect(reply).toMatchObject({ ok: true, value: { record: { values: { materials: '铜,青铜' } } } })
  await photograph(museum, 'vocabulary-form')
})

test('merged into another after a rehearsal of every cell, and undone whole', async () => {
  const { page } = museum
  await page.keyboard.press('Control+7')
  await row('青铜').click()
  const into = pane().getByRole('combobox', { name: '并入' })
  await into.focus()
  await page.keyboard.type('铜')
  await page.keyboard.press('Enter')
  await pane().getByRole('button', { name: '预演' }).first().click()
  await expect(page.getByTestId('change-rehearsed')).toContainText('将修改 1 件')
  await expect(page.locator('.change-lines')).toContainText('铜、青铜')
  await photograph(museum, 'vocabulary-merge')
  await page.getByRole('button', { name: '执行 1 件' }).click()
  await expect(page.getByTestId('change-done')).toBeVisible()
  await page.getByRole('button', { name: '查看批次' }).click()
  await expect(page.getByRole('row').filter({ hasText: '青铜 并入 铜' }).first()).toBeVisible()
  await page.keyboard.press('Control+7')
  await expect(row('青铜')).toContainText('废止')
  await expect(pane()).toContainText('已并入“铜”')
  await photograph(museum, 'vocabulary-merged')
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: '撤销', exact: false }).first().click()
  await page
    .getByRole('button', { name: /撤销这一批|确认撤销|^撤销/ })
    .first()
    .click()
  await expect
    .poll(async () => (await museum.call('catalogue.byNumber', { number: '0001' })) as unknown)
    .toMatchObject({ value: { record: { values: { materials: '铜,青铜' } } } })
  await page.keyboard.press('Control+7')
  await expect(row('青铜')).toContainText('现行')
})

test('withdrawn here: no longer offered, warned of in old records, and taken back', async () => {
  const { page } = museum
  await row('青铜').click()
  await pane().getByRole('button', { name: '在本馆废止' }).click()
  await expect(statusOf(page)).toContainText('1 件藏品仍用着它')
  await expect(row('青铜')).toContainText('废止')
  await page.keyboard.press('Control+1')
  await openObject(page, '0001')
  await expect(page.locator('[data-field="materials"]')).toContainText('“青铜”在本馆已废止')
  await photograph(museum, 'vocabulary-warned')
  await page.keyboard.press('Control+7')
  await pane().getByRole('button', { name: '恢复使用' }).click()
  await expect(row('青铜')).toContainText('现行')
})

test('a period of one’s own with its years; in English, in the dark, and at 200 %', async () => {
  const { page } = museum
  await tableButton('era').click()
  await row('中国历史学年代').click()
  await page.getByRole('button', { name: '新增本馆的值…' }).click()
  await page.keyboard.type('高句丽')
  await page.getByRole('textbox', { name: '起年' }).fill('前37')
  await page.getByRole('textbox', { name: '止年' }).fill('668')
  await page.keyboard.press('Enter')
  await expect(statusOf(page)).toContainText('已新增“高句丽”')
  await expect(pane()).toContainText('-37 ～ 668')
  await page.keyboard.press('Control+Shift+l')
  await photograph(museum, 'vocabulary-dark')
  await page.keyboard.press('Control+Shift+l')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Periods', level: 1 })).toBeVisible()
  await photograph(museum, 'vocabulary-english')
  await page.getByRole('button', { name: '中文' }).click()
  await zoom(museum, 2)
  await photograph(museum, 'vocabulary-zoomed')
  await zoom(museum, 1)
})
