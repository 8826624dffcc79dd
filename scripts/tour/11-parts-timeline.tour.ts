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
  folder = mkdtempSync(join(tmpdir(), 'guancang-tour-parts-'))
  museum = await launchMuseum({ userData: join(folder, 'home') })
  await laptop(museum.app)
})
test.afterAll(async () => {
  await museum.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the parts of a whole, and what it has to do with another object', async () => {
  const { page } = museum
  await page.getByRole('button', { name: /示例/ }).click()
  await expect(foundOf(page)).toContainText('件/套', { timeout: 90_000 })
  await page.getByRole('gridcell').nth(1).click()
  await page.getByRole('tab', { name: '分件与关联' }).click()
  await page.getByRole('button', { name: '成批录入…' }).click()
  await page
    .getByRole('textbox', { name: '成批录入…' })
    .fill('器盖\t铜\t口径18\t0.8kg\t完整\n器身\t铜\t高24\t2.1kg\t残缺\n底座\t木\t长20、宽20')
  await page.getByRole('button', { name: '加入这些分件' }).click()
  await expect(page.locator('[data-part]')).toHaveCount(3)
  const picker = page.getByRole('combobox', { name: '对方的编号、名称或拼音首字母' })
  await picker.fill('铜')
  await expect(page.getByRole('option').first()).toBeVisible()
  await picker.press('Enter')
  await expect(page.locator('.related-list li')).toHaveCount(1)
  await photograph(page, '110-parts')
})

test('the collection by its years, and one of its bars in the catalogue', async () => {
  const { page } = museum
  await page.keyboard.press('Control+Shift+t')
  await expect(page.getByTestId('timeline')).toBeVisible()
  await page.getByText('按类别').click()
  await photograph(page, '111-timeline')
  await page.getByTestId('timeline-bars').getByRole('button').first().click()
  await expect(page.getByRole('button', { name: /年代：/ })).toBeVisible()
  await photograph(page, '112-timeline-found')
})
