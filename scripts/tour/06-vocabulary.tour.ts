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
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-vocabulary-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the code tables: a value of one’s own, and a merger of two values', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.keyboard.press('Control+7')
  await expect(page.getByRole('treegrid')).toBeVisible()
  await photograph(page, '60-vocabulary')
  await page.locator('[data-table="material"]').click()
  const copper = page.locator('tr[data-code="1208"]')
  await copper.click()
  await page.getByRole('button', { name: '新增本馆的值…' }).click()
  await page.keyboard.type('青铜')
  await page.getByRole('textbox', { name: /用顿号隔开/ }).fill('青铜合金')
  await photograph(page, '61-vocabulary-add')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('value').getByRole('heading', { level: 2 })).toHaveText('青铜')
  await copper.click()
  await page.getByTestId('value').getByRole('combobox', { name: '并入' }).focus()
  await page.keyboard.type('青铜')
  await page.keyboard.press('Enter')
  await page.getByTestId('value').getByRole('button', { name: '预演' }).first().click()
  await expect(page.getByTestId('change-rehearsed')).toContainText('将修改')
  await photograph(page, '62-vocabulary-merge')
})
