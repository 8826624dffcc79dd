import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, screenshot, type ScreenMuseum } from './kit.ts'
import { createMuseum, enterObjects, fieldNow, foundOf, openObject, photograph, zoom } from './registrar.ts'

const OBJECTS = 240
// one museum, one day's work: each test goes on from the one before
test.describe.configure({ mode: 'serial' })

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-catalogue-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await createMuseum(museum, '云溪县博物馆', join(folder, '云溪县博物馆'))
  await enterObjects(museum, OBJECTS)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

const search = () => museum.page.getByLabel('查找藏品')

test('search finds by characters and by pinyin initials', async () => {
  const { page } = museum
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('青铜')
  await expect(foundOf(page)).toHaveText('共 48 件/套')
  await search().fill('qt')
  await expect(foundOf(page)).toHaveText('共 48 件/套')
  await search().fill('唐 镜')
  await expect(foundOf(page)).toHaveText('共 8 件/套')
  await search().fill('没有这样的藏品')
  await expect(page.getByRole('heading', { name: '没有符合的藏品' })).toBeVisible()
  await page.getByRole('button', { name: '清除查找与筛选' }).last().click()
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
  await expect(search()).toHaveValue('')
})

test('facets narrow the list and each other, and come off again', async () => {
  const { page } = museum
  await page.locator('[data-facet="grade"]').getByRole('checkbox', { name: '一级' }).check()
  await expect(foundOf(page)).toHaveText('共 48 件/套')
  await expect(page.locator('[data-facet="grade"] li').first()).toContainText('一级')
  await page.getByRole('button', { name: '文物级别：一级' }).click()
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
})

test('the list goes to its very end, sorts by its columns, and keeps its layout', async () => {
  const { page } = museum
  await page.getByRole('gridcell', { name: '0001', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+End')
  await expect(page.getByRole('gridcell', { name: '0240', exact: true })).toBeVisible()
  const head = page.getByRole('columnheader', { name: '藏品编号' })
  await head.click()
  await expect(page.getByText('按藏品编号降序')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: '0240' })).toBeVisible()
  await head.click()
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('checkbox', { name: '库位' }).uncheck()
  await page.keyboard.press('Escape')
  const reply = await museum.call('workspace.setting', { key: 'catalogue.layout' })
  expect(JSON.stringify(reply)).toContain('{"id":"place","width":120,"hidden":true}')
})

test('the list is walked with the keyboard alone, from the search box into a record and back', async () => {
  const { page } = museum
  await page.keyboard.press('Control+f')
  await page.keyboard.type('0120')
  await expect(foundOf(page)).toHaveText('共 1 件/套')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('record')).toBeVisible()
  await expect.poll(() => fieldNow(page)).toBeDefined()
  await page.keyboard.press('F6')
  await expect(search()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('record')).toHaveCount(0)
  await search().fill('')
  await expect(foundOf(page)).toHaveText(`共 ${OBJECTS} 件/套`)
})

test('it fits a county laptop, light and dark, and stays usable at 200 %', async () => {
  const { page } = museum
  await openObject(page, '0007')
  await museum.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768)
  )
  await screenshot(page, 'catalogue-light')
  await page.keyboard.press('Control+Shift+l')
  await screenshot(page, 'catalogue-dark')
  await page.keyboard.press('Control+Shift+l')
  await zoom(museum, 2)
  await photograph(museum, 'record-200')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await page.getByTestId('record').locator('[data-field="remarks"] textarea').scrollIntoViewIfNeeded()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('record')).toHaveCount(0)
  await photograph(museum, 'catalogue-200')
  await expect(foundOf(page)).toBeVisible()
  await zoom(museum, 1)
})
