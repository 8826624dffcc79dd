import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launchMuseum, type ScreenMuseum } from '../../tests/screen/kit.ts'
import { foundOf } from '../../tests/screen/registrar.ts'
import { laptop, photograph } from './camera.ts'

let folder = ''
let museum: ScreenMuseum
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-views-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a list is saved as a view; objects are put into a set and ordered by hand', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  const views = page.getByTestId('views')
  await views.getByRole('button', { name: /^一二三级珍贵文物/ }).click()
  await expect(page.getByTestId('view')).toHaveText('视图：一二三级珍贵文物')
  await page.getByLabel('查找藏品').fill('铜')
  await page.keyboard.press('Control+Shift+s')
  await page.getByLabel('视图名称').fill('珍贵铜器')
  await photograph(page, '100-view-name')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('view')).toHaveText('视图：珍贵铜器')
  await photograph(page, '101-view')
  for (const row of [1, 3, 4]) await page.getByRole('checkbox').nth(row).click()
  await page.keyboard.press('Control+l')
  await page.keyboard.type('国庆展拟展清单')
  await photograph(page, '102-put')
  await page.keyboard.press('Enter')
  await page
    .getByTestId('sets')
    .getByRole('button', { name: /^国庆展拟展清单/ })
    .click()
  await expect(foundOf(page)).toContainText('共 3 件/套')
  await page.getByRole('gridcell').nth(3).click()
  await expect(page.getByTestId('record-sets')).toContainText('在 1 个清单中')
  await photograph(page, '103-set')
})
